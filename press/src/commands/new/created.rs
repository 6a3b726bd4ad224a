//! A draft that lies in its place.

use std::path::PathBuf;

/// A draft that lies in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The text.
    pub file: PathBuf,
    /// Whether it still needs an author before it can be published.
    pub needs_author: bool,
}
