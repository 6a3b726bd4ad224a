//! A story as the other program had it, before it has a place here.

use jiff::ZonedDateTime;

use super::picture::OldPicture;

/// A story of the old site, without its text.
#[derive(Clone, Debug, Default)]
pub struct OldStory {
    /// The other program's number for it.
    pub id: String,
    /// What it is called if it has no address of its own: `wordpress:old.example/12`.
    pub origin: String,
    /// Plain text, may be empty.
    pub title: String,
    /// The last part of its address, decoded; may be empty.
    pub slug: String,
    /// Its full old address, where readers could find it; none if they could not.
    pub address: Option<String>,
    /// Paths it had before that.
    pub older_paths: Vec<String>,
    /// When it was published; a draft may have no date.
    pub published: Option<ZonedDateTime>,
    /// When it was last changed.
    pub modified: Option<ZonedDateTime>,
    /// Whether it is to be kept back.
    pub draft: bool,
    /// Whether its time had not come when it was exported.
    pub scheduled: bool,
    /// By the key of [`super::old_author::OldAuthor`].
    pub authors: Vec<String>,
    /// What it was filed under, the most telling first.
    pub categories: Vec<Label>,
    /// What it was also filed under.
    pub tags: Vec<Label>,
    /// Plain text.
    pub description: Option<String>,
    /// The lead picture.
    pub picture: Option<OldPicture>,
    /// Why its text cannot be read, if that is so.
    pub unreadable: Option<String>,
    /// For the report: what was found out while it was read.
    pub notes: Vec<String>,
}

/// A category or a tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Its part of an address, decoded.
    pub slug: String,
    /// What readers called it.
    pub name: String,
    /// The categories above it, the nearest first.
    pub above: Vec<(String, String)>,
}
