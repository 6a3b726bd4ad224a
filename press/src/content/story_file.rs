//! The location of a story.

use std::path::PathBuf;

use journal::route::Route;

use crate::store::file_stamp::FileStamp;

/// The location of a story; paths are relative to the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryFile {
    /// The slug of its section.
    pub section: String,
    /// The last part of its address.
    pub slug: String,
    /// Its file: `war/x/index.md`.
    pub path: PathBuf,
    /// The folder of its pictures: `war/x`.
    pub folder: PathBuf,
    /// The stamp of its file.
    pub stamp: FileStamp,
}

impl StoryFile {
    /// The file name of a story that has a folder of its own.
    pub const TEXT: &str = "index.md";

    /// Its address.
    pub fn route(&self) -> Route {
        Route::Story { section: self.section.clone(), slug: self.slug.clone() }
    }
}
