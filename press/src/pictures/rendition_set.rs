//! The files of one picture.

use std::path::{Path, PathBuf};

use journal::model::Image;
use serde::{Deserialize, Serialize};

use super::plain_stem::plain_stem;

/// The files of one picture, in a folder of their own, with a note of them.
#[derive(Clone, Debug)]
pub struct RenditionSet {
    /// The picture as pages know it.
    pub image: Image,
    folder: PathBuf,
    files: Vec<String>,
}

/// What is kept beside the files.
#[derive(Serialize, Deserialize)]
pub struct Note {
    /// The hash of all files, one after the other.
    pub hash: String,
    /// Pixels of the largest.
    pub width: u32,
    /// Pixels of the largest.
    pub height: u32,
    /// As in [`Image`].
    pub colour: Option<String>,
    /// Each file and how many bytes it has.
    pub files: Vec<(String, u64)>,
}

impl RenditionSet {
    /// The name of the note's file.
    pub const NOTE: &str = "set.json";

    /// A set without files, for the picture at `path` that was only looked at. It has the name that it will have, but for the hash
    /// of its files, and the `size` of the original in pixels.
    pub fn unprinted(path: &Path, (width, height): (u32, u32)) -> RenditionSet {
        let image = Image { name: format!("/assets/{}.0", plain_stem(path)), width, height, colour: None };
        RenditionSet { image, folder: PathBuf::new(), files: Vec::new() }
    }

    /// Whether it has no files yet.
    pub fn is_unprinted(&self) -> bool {
        self.files.is_empty()
    }

    /// The set in `folder`, for pages that call it after `stem`; none if it is not there or not whole.
    pub fn open(folder: &Path, stem: &str) -> Option<RenditionSet> {
        let note: Note = serde_json::from_slice(&std::fs::read(folder.join(RenditionSet::NOTE)).ok()?).ok()?;
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

    /// The name of its folder.
    pub fn name(&self) -> Option<&str> {
        self.folder.file_name()?.to_str()
    }

    /// Address and place of each file.
    pub fn files(&self) -> impl Iterator<Item = (String, PathBuf)> {
        self.files.iter().map(|file| ([&self.image.name, "-", file].concat(), self.folder.join(file)))
    }
}
