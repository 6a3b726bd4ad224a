//! Why there is nothing to proof.

/// Why there is nothing to proof in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is not to be published yet.
    Draft,
    /// Not even its front matter can be read; that is an error.
    Unreadable,
}
