//! Examines all pictures without encoding any: their errors and their sizes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rayon::prelude::*;

use super::known::KnownOriginals;
use super::measure::Measure;
use super::original::{self, Fault, Original};
use super::rendition_set::RenditionSet;
use super::renditions::LARGEST;
use super::{KnownPicture, LARGE, Pictures, inside, is_picture};
use crate::content::folder::ContentFolder;
use crate::content::inventory::Inventory;
use crate::store::file_stamp::FileStamp;

impl Pictures {
    /// Examines all pictures in the folder `content`, on all cores. The pictures returned can be used as if they had
    /// been processed, but have no files. Also returns the sizes of the usable ones, by their path relative to the
    /// folder.
    ///
    /// Damage in the middle of a file is found only with `unpack`, which takes most of the time.
    pub fn measure_all(inventory: &Inventory, content: &Path, unpack: bool) -> (Pictures, BTreeMap<PathBuf, Measure>) {
        let folder = ContentFolder::at(content);
        let look = |(path, stamp): (PathBuf, FileStamp)| {
            let measured = measure(&folder, &path, unpack.then_some(LARGE));
            (path, stamp, measured)
        };
        let mut looked: Vec<_> = inventory.files(is_picture).into_par_iter().map(look).collect();
        // One after another, to save memory.
        for (path, _, measured) in looked.iter_mut().filter(|_| unpack) {
            if measured.as_ref().is_ok_and(|measure| pixels(measure) > LARGE) {
                *measured = self::measure(&folder, path, Some(u64::MAX));
            }
        }
        let measures =
            looked.iter().filter_map(|(path, _, found)| Some((path.clone(), *found.as_ref().ok()?))).collect();
        let mut pictures = Pictures::among(inventory, content, KnownOriginals::default(), Path::new(""));
        pictures.found = looked
            .into_iter()
            .map(|(path, stamp, found)| {
                let set = found.map(|Measure { width, height, .. }| RenditionSet::unprinted(&path, (width, height)));
                (path, KnownPicture { stamp, set: OnceLock::from(set) })
            })
            .collect();
        (pictures, measures)
    }

    /// The path, relative to the content folder, of what a text in `folder` calls `file`; `None` if it is outside.
    pub fn path_of(folder: &Path, file: &str) -> Option<PathBuf> {
        inside(folder, file)
    }
}

/// Measures a picture, and decodes it if it has no more than `unpack` pixels.
fn measure(content: &ContentFolder, path: &Path, unpack: Option<u64>) -> Result<Measure, Fault> {
    let bytes = original::read(content, path)?;
    let original = Original::judge(path, &bytes)?;
    if unpack.is_some_and(|most| original.pixels() <= most) {
        original.decode(LARGEST)?;
    } else {
        original.check()?;
    }
    let (width, height) = original.upright_size()?;
    Ok(Measure { width, height, bytes: bytes.len() as u64 })
}

fn pixels(measure: &Measure) -> u64 {
    u64::from(measure.width) * u64::from(measure.height)
}
