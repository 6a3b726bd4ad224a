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

use super::original::{Fault, Original};
use super::plain_stem::plain_stem;
use super::rendition_set::{RenditionSet, SetNote};
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

    /// Processes the picture at `path` below `content`. The inner result is a fault if the picture cannot be used.
    ///
    /// # Errors
    /// The cache cannot be written.
    pub fn develop(&self, content: &Path, path: &Path) -> Result<Result<RenditionSet, Fault>, Failure> {
        let bytes = match fs::read(content.join(path)) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Err(Fault::unreadable(&error))),
        };
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

/// Writes a set to a temporary folder and renames that, so that existing sets are always complete. Two threads may
/// process pictures with the same content at once; the first set is kept.
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
    if RenditionSet::open(folder, "").is_some() {
        return Ok(());
    }
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Failure::file("remove the damaged", folder))?;
    }
    match fresh.move_to(folder) {
        Err(_) if RenditionSet::open(folder, "").is_some() => Ok(()),
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

    use super::{TOOLS, VERSIONS, social_size};

    #[test]
    fn pages_refer_to_the_encoded_formats() {
        assert_eq!(Encoder::ALL.map(Encoder::ending), Image::FORMATS);
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
