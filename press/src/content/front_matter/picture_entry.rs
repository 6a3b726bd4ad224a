//! `[picture]`: the lead picture, as in the front matter.

use crate::content::keys::fields::{Fields, Strangers};
use crate::content::keys::lined::Lined;
use crate::content::shown::shown;
use crate::diagnostics::notes::Notes;
use crate::diagnostics::rule::Rule;

/// The lead picture, as in the front matter.
#[derive(Debug)]
pub struct PictureEntry {
    /// The name of its file next to the story.
    pub file: Lined<String>,
    /// Its alt text.
    pub alt: String,
    /// Its caption.
    pub caption: Option<String>,
    /// Its credit.
    pub credit: Option<String>,
}

impl PictureEntry {
    /// Reads the table `picture`, if there is one.
    pub fn read(fields: &mut Fields, notes: &mut Notes) -> Option<PictureEntry> {
        let table = fields.take("picture")?;
        let mut keys = Fields::of(table, "picture", notes)?;
        let file = keys.needed_text("file", "file = \"stairs.jpg\"", notes);
        let alt = shown(&mut keys, "alt", notes);
        if alt.is_none() {
            let remedy = "add alt = \"…\": what the picture shows, as you would describe it on the phone";
            keys.missing_by(Rule::AltText, "alt", remedy, notes);
        }
        let caption = shown(&mut keys, "caption", notes).map(|text| text.value);
        let credit = shown(&mut keys, "credit", notes).map(|text| text.value);
        keys.finish(Strangers::ArePassedOver, notes);
        Some(PictureEntry { file: file?, alt: alt.map(|text| text.value).unwrap_or_default(), caption, credit })
    }
}
