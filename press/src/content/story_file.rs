//! Where a story lies.

use std::path::PathBuf;

use journal::route::Route;

use crate::store::file_stamp::FileStamp;

/// Where a story lies, below the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryFile {
    /// Slug of its section.
    pub section: String,
    /// Last part of its address.
    pub slug: String,
    /// The text: `war/x/index.md`.
    pub path: PathBuf,
    /// The folder its pictures lie in: `war/x`.
    pub folder: PathBuf,
    /// When it was changed, and more.
    pub stamp: FileStamp,
}

impl StoryFile {
    /// The name of the file of a story in a folder of its own.
    pub const TEXT: &str = "index.md";

    /// Its address.
    pub fn route(&self) -> Route {
        Route::Story { section: self.section.clone(), slug: self.slug.clone() }
    }
}
