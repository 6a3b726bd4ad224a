//! A story of the old site.

use jiff::ZonedDateTime;

use super::picture::OldPicture;
use crate::commands::import::note::Note;

/// A story of the old site, without its text.
#[derive(Clone, Debug, Default)]
pub struct OldStory {
    /// Its id in the other program.
    pub id: String,
    /// Identifies it if it has no old address: `wordpress:old.example/12`.
    pub origin: String,
    /// Its headline, as plain text; may be empty.
    pub title: String,
    /// Its decoded slug; may be empty.
    pub slug: String,
    /// Its old address, if it was public: absolute if the old site's address is known, else from the root.
    pub address: Option<String>,
    /// Its earlier paths.
    pub older_paths: Vec<String>,
    /// When it was published; may be missing in a draft.
    pub published: Option<ZonedDateTime>,
    /// When it was last changed.
    pub modified: Option<ZonedDateTime>,
    /// Whether it becomes a draft.
    pub draft: bool,
    /// Whether it was scheduled when it was exported.
    pub scheduled: bool,
    /// Keys of its authors, see [`super::author::OldAuthor`].
    pub authors: Vec<String>,
    /// Its categories, the main one first.
    pub categories: Vec<Label>,
    /// Its tags.
    pub tags: Vec<Label>,
    /// Its excerpt, as plain text.
    pub description: Option<String>,
    /// Its language, as a BCP 47 tag, if the export says so.
    pub language: Option<String>,
    /// Shared by all stories that are versions of it in other languages.
    pub versions: Option<String>,
    /// Before when it is not shown, if that is later than its date.
    pub publish: Option<ZonedDateTime>,
    /// The time from which on it is not shown.
    pub expires: Option<ZonedDateTime>,
    /// The folders that it was in: names for sections, but not for tags.
    pub folders: Vec<Label>,
    /// The folder of its file on the old site, where the files that it shows are looked for first.
    pub folder: String,
    /// The lead picture.
    pub picture: Option<OldPicture>,
    /// Why its text cannot be read, if it cannot.
    pub unreadable: Option<String>,
    /// Notes for the report from reading it.
    pub notes: Vec<Note>,
}

/// A category or a tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Its decoded slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Slugs and names of its ancestor categories, the nearest first.
    pub above: Vec<(String, String)>,
}
