//! A comment of a reader on a story of the old site.

/// A comment of a reader, without email and IP addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OldComment {
    /// Its id in the other program.
    pub id: String,
    /// The id of the comment that it answers; may be empty.
    pub parent: String,
    /// The name of who wrote it; may be empty.
    pub author: String,
    /// When it was written, in UTC: `2024-02-10T08:00:00Z`; may be empty.
    pub date: String,
    /// Its words, as plain text with line breaks.
    pub text: String,
}
