//! A look at a few keys of a file.

use std::path::Path;

use super::folder::ContentFolder;
use super::keys::fields::Fields;
use super::manuscript::Manuscript;
use crate::diagnostics::notes::Notes;

/// What `take` reads from the front matter of the file at `path`; `None` if the file cannot be read. Its mistakes are not
/// reported: `press build` does that.
pub fn peek<T>(content: &ContentFolder, path: &Path, take: impl FnOnce(&mut Fields, &mut Notes) -> T) -> Option<T> {
    let (text, _) = content.text(path).ok()?;
    let mut notes = Notes::on(path);
    let mut manuscript = Manuscript::read(&text, &mut notes)?;
    Some(take(&mut manuscript.fields, &mut notes))
}
