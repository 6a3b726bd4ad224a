//! `_index.md`, Hugo's file for a list page. press makes list pages itself, so it must not contain anything that
//! readers would miss.

use std::path::Path;

use crate::content::folder::ContentFolder;
use crate::content::front_matter::unheeded;
use crate::content::manuscript::Manuscript;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::notes::Notes;

/// The name of Hugo's file for a list page.
pub const LIST_PAGE: &str = "_index.md";

/// The errors in the file at `path`: a text, and keys that would make a difference. An unreadable file has none.
pub fn check(path: &Path, content: &ContentFolder) -> Vec<Diagnostic> {
    let Ok((text, _)) = content.text(path) else { return Vec::new() };
    let Some(mut manuscript) = Manuscript::read(&text, &mut Notes::on(path)) else { return Vec::new() };
    let mut notes = Notes::on(content.name(path));
    unheeded::note_of_list(&mut manuscript.fields, &mut notes);
    if !manuscript.text.trim().is_empty() {
        let empty = manuscript.text.lines().take_while(|line| line.trim().is_empty()).count();
        let line = manuscript.text_line + u32::try_from(empty).unwrap_or_default();
        let remedy = "move it to a story or to about.md, and leave the file without a text";
        notes.note(line, "the text of a list page is not shown anywhere", remedy);
    }
    notes.into_mistakes()
}
