//! A picture of the old site.

/// A picture of the old site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OldPicture {
    /// The address of its file.
    pub address: String,
    /// What it shows, plain text; may be empty.
    pub alt: String,
    /// The line below it, plain text; may be empty.
    pub caption: String,
    /// The number of the story that it was put into; may be empty.
    pub parent: String,
}
