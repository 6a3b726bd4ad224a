//! An author of the old site.

/// An author of the old site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OldAuthor {
    /// The key that stories use for them.
    pub key: String,
    /// Their name, as plain text; empty if only a log-in name or an email address is known. Nobody is called by one.
    pub name: String,
    /// Their bio, as plain text without email addresses; may be empty.
    pub bio: String,
    /// The path of their page on the old site, if known.
    pub page: Option<String>,
}
