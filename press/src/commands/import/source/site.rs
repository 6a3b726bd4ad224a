//! The contents of an export without its texts: small enough to keep in memory.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::path::PathBuf;

use super::author::OldAuthor;
use super::comment::OldComment;
use super::picture::OldPicture;
use super::story::{Label, OldStory};
use crate::commands::import::note::Note;
use crate::diagnostics::failure::Failure;

/// The contents of an export without its texts.
#[derive(Debug, Default)]
pub struct OldSite {
    /// The full address of its front page, if the export contains it.
    pub address: Option<String>,
    /// Its stories, in the order of the export.
    pub stories: Vec<OldStory>,
    /// Its authors, in the order of the export.
    pub authors: Vec<OldAuthor>,
    /// Its picture files, by number.
    pub pictures: BTreeMap<String, OldPicture>,
    /// The old addresses of the pages that show a file, by the file's number.
    pub attachment_pages: BTreeMap<String, String>,
    /// The titles of everything that cannot be imported, by kind (`pages`).
    pub strangers: BTreeMap<String, Vec<String>>,
    /// Notes for the report about what is not a story, as pairs of a title and the text.
    pub notes: Vec<(String, Note)>,
    /// Old paths of lists and feeds, and what they list.
    pub lists: Vec<(String, OldList)>,
    /// What is added to the path of a list for its feed: `feed/`.
    pub feed: String,
    /// Its files, if they come with the export.
    pub files: Option<Box<dyn OldFiles>>,
}

/// What an old page listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OldList {
    /// All stories.
    All,
    /// The stories of a category or tag, by its slug and name.
    Label(Label),
    /// The stories of an author, by key.
    Author(String),
}

impl OldSite {
    /// Tells stories apart that a damaged export gives the same origin, in their order.
    pub fn tell_apart(&mut self) {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for story in &mut self.stories {
            let count = counts.entry(story.origin.clone()).or_default();
            *count += 1;
            if *count > 1 {
                story.origin = format!("{}/{count}", story.origin);
            }
        }
    }

    /// Sets the address of the old site and makes root-relative story addresses absolute.
    pub fn stands_at(&mut self, address: Option<&str>) {
        let Some(address) = address else { return };
        for story in &mut self.stories {
            let path = story.address.as_deref().and_then(|path| path.strip_prefix('/'));
            if let Some(path) = path {
                story.address = Some([address, path].concat());
            }
        }
        if self.address.is_none()
            && let Some(base) = url::Url::parse(address).ok().filter(|base| base.path() != "/")
        {
            for (path, _) in &mut self.lists {
                *path = [base.path().trim_end_matches('/'), path].concat();
            }
        }
        self.address = Some(String::from(address));
    }
}

/// The files that come with an export.
pub trait OldFiles: fmt::Debug + Send + Sync {
    /// Finds the file that a text from `folder`, published at `from`, shows by this address.
    ///
    /// # Errors
    /// The reason, as the end of a sentence about the picture.
    fn find(&self, address: &str, folder: &str, from: Option<&str>) -> Result<PathBuf, String>;
}

/// The text of a story, as HTML.
#[derive(Clone, Debug, Default)]
pub struct OldText {
    /// The program's own HTML, with shortcodes replaced by elements.
    pub html: String,
    /// Whether blank lines separate paragraphs, as in a text written without the block editor.
    pub blank_lines_divide: bool,
    /// Notes for the report about what was left out so far.
    pub notes: Vec<Note>,
    /// The comments on the story, if they were asked for.
    pub comments: Vec<OldComment>,
}

/// A source of the stories' texts, one at a time, in the order of [`OldSite::stories`].
pub trait OldTexts {
    /// Calls `take` with each text and the index of its story.
    fn each(&mut self, take: &mut dyn FnMut(usize, OldText) -> Result<(), Failure>) -> Result<(), Failure>;
}
