//! A picture of the old site.

/// A picture of the old site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OldPicture {
    /// The address of its file.
    pub address: String,
    /// Its alt text, as plain text; may be empty.
    pub alt: String,
    /// Its caption, as plain text; may be empty.
    pub caption: String,
    /// The number of the story that it was uploaded for; may be empty.
    pub parent: String,
}
