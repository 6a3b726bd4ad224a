//! The lead picture in the front matter of a story.

use crate::content::keys::fields::Fields;
use crate::content::keys::lined::Lined;
use crate::diagnostics::notes::Notes;

/// The lead picture in the front matter of a story, with line numbers.
#[derive(Debug)]
pub struct LeadPicture {
    /// The line of the table `picture`.
    pub line: u32,
    /// The file, as the story names it.
    pub file: Lined<String>,
    /// The alt text.
    pub alt: Option<Lined<String>>,
    /// The caption.
    pub caption: Option<String>,
    /// The credit: who made the picture.
    pub credit: Option<String>,
}

impl LeadPicture {
    /// Reads the table `picture`; `None` if it is missing or names no file. Reading the edition reports its errors.
    pub fn read(fields: &mut Fields, notes: &mut Notes) -> Option<LeadPicture> {
        let table = fields.take("picture")?;
        let line = table.line;
        let mut keys = Fields::of(table, "picture", notes)?;
        let file = keys.text("file", notes)?;
        let alt = keys.text("alt", notes);
        let [caption, credit] = ["caption", "credit"].map(|key| keys.text(key, notes).map(|text| text.value));
        Some(LeadPicture { line, file, alt, caption, credit })
    }
}
