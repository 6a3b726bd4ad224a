//! Someone who wrote for the old site.

/// Someone who wrote for the old site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OldAuthor {
    /// What stories call them.
    pub key: String,
    /// Their name, plain text.
    pub name: String,
    /// A few sentences about them, plain text; may be empty.
    pub bio: String,
}
