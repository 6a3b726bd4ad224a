//! A lead picture, as the front matter describes it.

use crate::content::keys::fields::Fields;
use crate::content::keys::lined::Lined;
use crate::diagnostics::notes::Notes;

/// A lead picture, as the front matter describes it, with its lines.
#[derive(Debug)]
pub struct LeadPicture {
    /// The line of the whole.
    pub line: u32,
    /// Name of the file beside the story.
    pub file: Lined<String>,
    /// What it shows.
    pub alt: Option<Lined<String>>,
    /// The line below it.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}

impl LeadPicture {
    /// Reads the table `picture`, if there is one with a file. What is wrong with it is noted by those who read the edition.
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
