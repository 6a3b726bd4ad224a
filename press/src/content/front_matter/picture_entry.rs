//! `[picture]`: the lead picture as the front matter describes it.

use crate::content::keys::fields::{Fields, Strangers};
use crate::content::keys::lined::Lined;
use crate::diagnostics::notes::Notes;
use crate::diagnostics::rule::Rule;

/// The lead picture as the front matter describes it.
#[derive(Debug)]
pub struct PictureEntry {
    /// Name of the file beside the story.
    pub file: Lined<String>,
    /// What it shows.
    pub alt: String,
    /// The line below it.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}

impl PictureEntry {
    /// Reads the table `picture`, if there is one.
    pub fn read(fields: &mut Fields, notes: &mut Notes) -> Option<PictureEntry> {
        let table = fields.take("picture")?;
        let mut keys = Fields::of(table, "picture", notes)?;
        let file = keys.needed_text("file", "file = \"stairs.jpg\"", notes);
        let alt = keys.text("alt", notes);
        if alt.is_none() {
            let remedy = "add alt = \"…\": what the picture shows, as one would tell it on the phone";
            keys.missing_by(Rule::AltText, "alt", remedy, notes);
        }
        let caption = keys.text("caption", notes).map(|text| text.value);
        let credit = keys.text("credit", notes).map(|text| text.value);
        keys.finish(Strangers::ArePassedOver, notes);
        Some(PictureEntry { file: file?, alt: alt.map(|text| text.value).unwrap_or_default(), caption, credit })
    }
}
