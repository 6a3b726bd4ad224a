//! A picture in a text.

/// A picture in a text, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlinePicture {
    /// Its file name or its path on the site.
    pub file: String,
    /// Its alt text.
    pub alt: String,
    /// Its caption without the credit; may be empty.
    pub caption: String,
}
