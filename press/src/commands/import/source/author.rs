//! An author of the old site.

/// An author of the old site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OldAuthor {
    /// The key that stories use for them.
    pub key: String,
    /// Their name, as plain text.
    pub name: String,
    /// Their bio, as plain text; may be empty.
    pub bio: String,
}
