//! `_index.md`, Hugo's page of a list. Press makes the pages of lists by itself, so there must be nothing in it that readers would miss.

use std::path::Path;

use crate::content::folder::ContentFolder;
use crate::content::front_matter::unheeded;
use crate::content::manuscript::Manuscript;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::notes::Notes;

/// The name of such a file.
pub const LIST_PAGE: &str = "_index.md";

/// What readers would miss of the file at `path`: its text, and what its keys ask for. One that cannot be read says nothing.
pub fn check(path: &Path, content: &ContentFolder) -> Vec<Diagnostic> {
    let Ok((text, _)) = content.text(path) else { return Vec::new() };
    let Some(mut manuscript) = Manuscript::read(&text, &mut Notes::on(path)) else { return Vec::new() };
    let mut notes = Notes::on(content.name(path));
    unheeded::note_of_list(&mut manuscript.fields, &mut notes);
    if !manuscript.text.trim().is_empty() {
        let empty = manuscript.text.lines().take_while(|line| line.trim().is_empty()).count();
        let line = manuscript.text_line + u32::try_from(empty).unwrap_or_default();
        let remedy = "make it a story, or a part of about.md, and leave the file without a text";
        notes.note(line, "the text of a list, which is shown nowhere", remedy);
    }
    notes.into_mistakes()
}
