//! The result of `press new`.

use std::path::PathBuf;

/// A draft that has been created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Its `index.md`.
    pub file: PathBuf,
    /// Whether it needs an author before it can be published.
    pub needs_author: bool,
}
