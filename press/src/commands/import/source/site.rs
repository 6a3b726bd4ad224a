//! What an export holds, without the texts: small enough to be kept in memory.

use std::collections::BTreeMap;

use super::author::OldAuthor;
use super::picture::OldPicture;
use super::story::OldStory;
use crate::diagnostics::failure::Failure;

/// What an export holds, without the texts.
#[derive(Debug, Default)]
pub struct OldSite {
    /// The full address of its front page, if the export says it.
    pub address: Option<String>,
    /// In the order of the export.
    pub stories: Vec<OldStory>,
    /// In the order of the export.
    pub authors: Vec<OldAuthor>,
    /// Files by their number.
    pub pictures: BTreeMap<String, OldPicture>,
    /// Pages that readers could open, which are not files: by number, the old address of each.
    pub attachment_pages: BTreeMap<String, String>,
    /// What has no place in this newspaper: its kind (`pages`) and titles.
    pub strangers: BTreeMap<String, Vec<String>>,
}

impl OldSite {
    /// Says where the old site stood. Addresses that begin at its front page become full ones.
    pub fn stands_at(&mut self, address: Option<&str>) {
        let Some(address) = address else { return };
        for story in &mut self.stories {
            let path = story.address.as_deref().and_then(|path| path.strip_prefix('/'));
            if let Some(path) = path {
                story.address = Some([address, path].concat());
            }
        }
        self.address = Some(String::from(address));
    }
}

/// The text of a story, as HTML.
#[derive(Clone, Debug, Default)]
pub struct OldText {
    /// HTML of its own program: without shortcodes, and with elements for what they stand for.
    pub html: String,
    /// Whether blank lines divide paragraphs, as in a text typed without an editor of blocks.
    pub blank_lines_divide: bool,
    /// For the report: what was left out before it became HTML.
    pub notes: Vec<String>,
}

/// Gives the texts of the stories, one after the other, in the order of [`OldSite::stories`].
pub trait OldTexts {
    /// Hands each text to `take`, with the number of its story in the list.
    fn each(&mut self, take: &mut dyn FnMut(usize, OldText) -> Result<(), Failure>) -> Result<(), Failure>;
}
