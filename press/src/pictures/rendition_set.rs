//! The renditions of one picture.

use std::path::{Path, PathBuf};

use journal::model::Image;
use serde::{Deserialize, Serialize};

use super::plain_stem::plain_stem;

/// The renditions of one picture: a folder with its files and a note about them.
#[derive(Clone, Debug)]
pub struct RenditionSet {
    /// The picture as pages refer to it.
    pub image: Image,
    folder: PathBuf,
    files: Vec<String>,
}

/// The note that is stored with the files.
#[derive(Serialize, Deserialize)]
pub struct SetNote {
    /// The content hash of all files, one after the other.
    pub hash: String,
    /// The width of the largest file in pixels.
    pub width: u32,
    /// The height of the largest file in pixels.
    pub height: u32,
    /// As in [`Image`].
    pub colour: Option<String>,
    /// Each file with its size in bytes.
    pub files: Vec<(String, u64)>,
}

impl RenditionSet {
    /// The file name of the note.
    pub const NOTE: &str = "set.json";

    /// A set without files, for the picture at `path`, which has not been processed yet. It has a placeholder in
    /// place of the hash in its name, and the size of the original in pixels.
    pub fn unprinted(path: &Path, (width, height): (u32, u32)) -> RenditionSet {
        let image = Image { name: format!("/assets/{}.0", plain_stem(path)), width, height, colour: None };
        RenditionSet { image, folder: PathBuf::new(), files: Vec::new() }
    }

    /// Whether the picture has not been processed yet.
    pub fn is_unprinted(&self) -> bool {
        self.files.is_empty()
    }

    /// Opens the set in `folder`, with `stem` in its name; none if it is missing or incomplete.
    pub fn open(folder: &Path, stem: &str) -> Option<RenditionSet> {
        let note: SetNote = serde_json::from_slice(&std::fs::read(folder.join(RenditionSet::NOTE)).ok()?).ok()?;
        let is_whole = |(file, size): &(String, u64)| {
            std::fs::metadata(folder.join(file)).is_ok_and(|found| found.is_file() && found.len() == *size)
        };
        if !note.files.iter().all(is_whole) {
            return None;
        }
        let name = format!("/assets/{stem}.{}", note.hash);
        let image = Image { name, width: note.width, height: note.height, colour: note.colour };
        let files = note.files.into_iter().map(|(file, _)| file).collect();
        Some(RenditionSet { image, folder: folder.to_path_buf(), files })
    }

    /// The name of the set's folder.
    pub fn name(&self) -> Option<&str> {
        self.folder.file_name()?.to_str()
    }

    /// The address and the path of each file.
    pub fn files(&self) -> impl Iterator<Item = (String, PathBuf)> {
        self.files.iter().map(|file| ([&self.image.name, "-", file].concat(), self.folder.join(file)))
    }
}
