//! Encodes pictures in all sizes and formats, and caches the files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use image::RgbaImage;
use journal::model::Image;
use raster::colours;
use raster::encoders::{Encoder, encode};
use raster::resize::shrink;
use rayon::prelude::*;

use super::original::{self, Fault, Original};
use super::plain_stem::plain_stem;
use super::rendition_set::{RenditionSet, SetNote};
use crate::content::folder::ContentFolder;
use crate::diagnostics::failure::Failure;
use crate::store::content_hash::content_hash;
use crate::store::new_file::NewFolder;
use crate::store::tool_versions::tool_versions;

/// The cache: a folder with a [`RenditionSet`] for each picture, named after a hash of the original and the recipe.
#[derive(Debug, Default)]
pub struct Renditions {
    cache: PathBuf,
}

/// Goes up when the same original is to give other files, unless a version of [`TOOLS`] changes anyway.
const RECIPE: &str = "2";

/// The packages whose versions affect the files.
const TOOLS: [&str; 8] =
    ["fast_image_resize", "image", "jpeg-encoder", "libwebp-sys", "moxcms", "rav1e", "ravif", "zune-jpeg"];

/// The largest width and height that a picture is shown in, in pixels.
pub const LARGEST: (u32, u32) = (Image::WIDTHS[Image::WIDTHS.len() - 1], 3200);

/// The size, in pixels, of the picture that other sites show with a link, as recommended by Facebook, X and others.
pub const SOCIAL: (u32, u32) = (1200, 630);

/// Everything that determines the files of a set, apart from the original.
pub static VERSIONS: LazyLock<String> =
    LazyLock::new(|| format!("{RECIPE} {} {:?} {SOCIAL:?}", tool_versions(&TOOLS), Image::WIDTHS));

impl Renditions {
    /// The renditions in the folder `cache`, which need not exist yet.
    pub fn at(cache: &Path) -> Renditions {
        Renditions { cache: cache.to_path_buf() }
    }

    /// Opens the set in the folder called `name`, for the picture at `path`.
    pub fn set(&self, name: &str, path: &Path) -> Option<RenditionSet> {
        RenditionSet::open(&self.cache.join(name), &plain_stem(path))
    }

    /// Finds the set of the picture at `path` with the content `bytes`, if the picture has been processed before.
    pub fn find(&self, path: &Path, bytes: &[u8]) -> Option<RenditionSet> {
        RenditionSet::open(&self.folder(bytes), &plain_stem(path))
    }

    /// Processes the picture at `path` in `content`. The inner result is a fault if the picture cannot be used.
    ///
    /// # Errors
    /// The cache cannot be written.
    pub fn develop(&self, content: &ContentFolder, path: &Path) -> Result<Result<RenditionSet, Fault>, Failure> {
        let bytes = match original::read(content, path) {
            Ok(bytes) => bytes,
            Err(fault) => return Ok(Err(fault)),
        };
        if let Some(set) = self.find(path, &bytes) {
            return Ok(Ok(set));
        }
        let picture = match Original::judge(path, &bytes).and_then(|original| original.decode(LARGEST)) {
            Ok(picture) => picture,
            Err(fault) => return Ok(Err(fault)),
        };
        let folder = self.folder(&bytes);
        drop(bytes);
        let files = match set(&picture) {
            Ok(files) => files,
            Err(error) => return Ok(Err(Fault::unprintable(&error))),
        };
        keep(&folder, &picture, files)?;
        Ok(RenditionSet::open(&folder, &plain_stem(path)).ok_or_else(|| Fault::unprintable("its files are gone")))
    }

    fn folder(&self, original: &[u8]) -> PathBuf {
        self.cache.join(content_hash(&[VERSIONS.as_bytes(), b"\n", original].concat()))
    }
}

/// Writes a set to a temporary folder and renames that, so that existing sets are always complete.
fn keep(folder: &Path, picture: &RgbaImage, files: Vec<(String, Vec<u8>)>) -> Result<(), Failure> {
    let fresh = NewFolder::beside(folder)?;
    let mut whole = Vec::new();
    let (width, height) = picture.dimensions();
    let mut note =
        SetNote { hash: String::new(), width, height, colour: colours::dominant(picture), files: Vec::new() };
    for (name, content) in files {
        let file = fresh.path().join(&name);
        fs::write(&file, &content).map_err(Failure::file("write", &file))?;
        note.files.push((name, content.len() as u64));
        whole.extend(content);
    }
    note.hash = content_hash(&whole);
    let file = fresh.path().join(RenditionSet::NOTE);
    fs::write(&file, serde_json::to_vec(&note)?).map_err(Failure::file("write", &file))?;
    put(&fresh, folder, |folder| RenditionSet::open(folder, "").is_some())
}

/// Moves a new set into place. A set that is there already is kept, and a damaged one replaced. Others may do the same
/// at the same time, so nothing is removed by its name: a set may be whole by then that was not when it was looked at.
fn put(fresh: &NewFolder, folder: &Path, is_whole: impl Fn(&Path) -> bool) -> Result<(), Failure> {
    let moved = match fresh.move_to(folder) {
        Err(_) if is_whole(folder) => return Ok(()),
        Err(_) => {
            let aside = NewFolder::beside(folder)?;
            let taken = aside.path().join("taken");
            // Whatever is the matter, the next attempt to move tells.
            _ = fs::rename(folder, &taken);
            if is_whole(&taken) {
                _ = fs::rename(&taken, folder);
            }
            fresh.move_to(folder)
        }
        moved => moved,
    };
    match moved {
        Err(_) if is_whole(folder) => Ok(()),
        moved => moved.map_err(Failure::file("move into place", folder)),
    }
}

/// Encodes all files of a picture. Returns names and contents, sorted by name.
fn set(picture: &RgbaImage) -> Result<Vec<(String, Vec<u8>)>, String> {
    let opaque = colours::is_opaque(picture);
    let (width, height) = picture.dimensions();
    let image = Image { name: String::new(), width, height, colour: None };
    let mut jobs = vec![(social_size(width, height), String::from("social.jpg"), Encoder::Jpeg)];
    for width in image.widths() {
        let size = (width, height_at(picture, width));
        jobs.extend(Encoder::ALL.map(|encoder| (size, format!("{width}.{}", encoder.ending()), encoder)));
    }
    // The slowest first, so that no core has to finish one of those alone at the end.
    let set = jobs.into_par_iter().rev().map(|(size, name, encoder)| {
        let print = shrink(picture, size)?;
        Ok((name, encode(encoder, &print, opaque)?))
    });
    let mut set = set.collect::<Result<Vec<_>, String>>()?;
    set.sort();
    Ok(set)
}

fn height_at(picture: &RgbaImage, width: u32) -> u32 {
    let height = f64::from(width) * f64::from(picture.height()) / f64::from(picture.width());
    (height.round() as u32).clamp(1, picture.height())
}

/// The size, in pixels, of a picture cropped for other sites: 1200 × 630, or the largest size with that aspect ratio
/// that fits into the picture.
pub fn social_size(width: u32, height: u32) -> (u32, u32) {
    let scale = (f64::from(width) / f64::from(SOCIAL.0)).min(f64::from(height) / f64::from(SOCIAL.1)).min(1.0);
    let side = |length: u32| ((f64::from(length) * scale).round() as u32).max(1);
    (side(SOCIAL.0), side(SOCIAL.1))
}

#[cfg(test)]
mod tests {
    use journal::model::Image;
    use raster::encoders::Encoder;

    use std::cell::Cell;
    use std::fs;
    use std::path::Path;

    use super::{NewFolder, TOOLS, VERSIONS, put, social_size};

    #[test]
    fn pages_refer_to_the_encoded_formats() {
        assert_eq!(Encoder::ALL.map(Encoder::ending), Image::FORMATS);
    }

    /// A folder in which a file says what it is.
    fn folder(path: &Path, content: &str) {
        fs::create_dir_all(path).unwrap();
        fs::write(path.join("set"), content).unwrap();
    }

    #[test]
    fn a_set_that_becomes_whole_between_two_looks_is_not_removed() {
        let room = tempfile::tempdir().unwrap();
        let place = room.path().join("set");
        folder(&place, "damaged");
        let fresh = NewFolder::beside(&place).unwrap();
        folder(fresh.path(), "fresh");
        let looks = Cell::new(0);
        let is_whole = |folder: &Path| {
            looks.set(looks.get() + 1);
            let is_whole = fs::read_to_string(folder.join("set")).is_ok_and(|content| content != "damaged");
            if looks.get() == 1 {
                // Another press replaces the damaged set just after this one has looked at it.
                fs::write(place.join("set"), "of another press").unwrap();
            }
            is_whole
        };
        put(&fresh, &place, is_whole).unwrap();
        assert_eq!(fs::read_to_string(place.join("set")).unwrap(), "of another press");
        assert!(looks.get() > 1, "it looked again");
    }

    #[test]
    fn a_damaged_set_is_replaced_and_a_whole_one_kept() {
        let room = tempfile::tempdir().unwrap();
        let is_whole = |folder: &Path| fs::read_to_string(folder.join("set")).is_ok_and(|content| content != "damaged");
        for (before, after) in [(None, "fresh"), (Some("damaged"), "fresh"), (Some("whole"), "whole")] {
            let place = room.path().join(after).join(before.unwrap_or("none"));
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            before.iter().for_each(|before| folder(&place, before));
            let fresh = NewFolder::beside(&place).unwrap();
            folder(fresh.path(), "fresh");
            put(&fresh, &place, is_whole).unwrap();
            assert_eq!(fs::read_to_string(place.join("set")).unwrap(), after);
        }
    }

    #[test]
    fn the_versions_include_every_tool() {
        for tool in TOOLS {
            assert!(VERSIONS.contains(&format!("\"{tool} ")), "{tool}: {}", *VERSIONS);
        }
    }

    #[test]
    fn the_picture_for_other_sites_is_cropped_and_never_enlarged() {
        assert_eq!(social_size(1600, 1000), (1200, 630));
        assert_eq!(social_size(1600, 400), (762, 400));
        assert_eq!(social_size(600, 900), (600, 315));
        assert_eq!(social_size(1, 1), (1, 1));
    }
}
