//! Why a page is not checked.

/// Why a page is not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is a draft.
    Draft,
    /// Its front matter cannot be read, which is an error.
    Unreadable,
}
