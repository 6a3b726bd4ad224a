//! A picture within a text.

/// A picture within a text, as it is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlinePicture {
    /// Its name, or its path on the site.
    pub file: String,
    /// What it shows.
    pub alt: String,
    /// The line below it, without the credit; may be empty.
    pub caption: String,
}
