//! The pictures of the content. A picture that a text names is at first only examined, which is quick. Once the
//! edition has no errors, the pictures that it needs are encoded in all sizes and formats, and cached for the next
//! edition.

mod decoding;
mod known;
mod measure;
mod measure_all;
mod original;
mod plain_stem;
mod png_profile;
mod rendition_set;
mod renditions;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;

use journal::model::Image;
use percent_encoding::percent_decode_str;
use rayon::prelude::*;

use crate::content::folder::ContentFolder;
use crate::content::inventory::Inventory;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::message::{Message, message};
use crate::diagnostics::progress::Progress;
use crate::locale::letters::composed;
use crate::store::asset::Asset;
use crate::store::content_hash::content_hash;
use crate::store::file_stamp::FileStamp;
pub use known::KnownOriginals;
pub use measure::Measure;
use original::{ENDINGS, Fault, Original};
use rendition_set::RenditionSet;
use renditions::Renditions;
pub use renditions::social_size;

/// The pictures of a content folder.
#[derive(Debug, Default)]
pub struct Pictures {
    /// By their path relative to the content folder.
    found: BTreeMap<PathBuf, KnownPicture>,
    /// The paths of those whose names have decomposed letters, as a Mac writes them, by the composed paths.
    decomposed: BTreeMap<PathBuf, PathBuf>,
    content: ContentFolder,
    renditions: Renditions,
    /// Which set each picture had in the previous edition.
    known: KnownOriginals,
}

/// A picture in the content folder.
#[derive(Debug)]
struct KnownPicture {
    stamp: FileStamp,
    /// The renditions, or why there are none; filled on first use. A set without files has not been processed yet.
    set: OnceLock<Result<RenditionSet, Fault>>,
}

/// Why a picture cannot be used: what is wrong, and the remedy.
pub type Unusable = (Message, String);

/// The size in pixels up to which pictures are processed in parallel, one per core. Larger ones are processed one
/// after another to save memory: a pixel takes up to 8 bytes until the picture has been made smaller.
const LARGE: u64 = 16_000_000;

impl Pictures {
    /// Processes all pictures in the folder `content`, whether or not a text shows them. Renditions that are already
    /// in the folder `cache` are reused.
    ///
    /// # Errors
    /// The cache cannot be written. Why a picture cannot be used is reported to each text that uses it.
    pub fn develop(inventory: &Inventory, content: &Path, cache: &Path) -> Result<Pictures, Failure> {
        let mut pictures = Pictures::among(inventory, content, KnownOriginals::default(), cache);
        let new = pictures.undeveloped(pictures.found.keys());
        pictures.develop_new(&new)?;
        Ok(pictures)
    }

    /// The pictures that the `inventory` lists in the folder `content`. A picture is not read until a text names it,
    /// and then only if it is not among the `known` ones of the previous edition.
    pub fn among(inventory: &Inventory, content: &Path, known: KnownOriginals, cache: &Path) -> Pictures {
        let found = |(path, stamp)| (path, KnownPicture { stamp, set: OnceLock::new() });
        let found: BTreeMap<PathBuf, KnownPicture> = inventory.files(is_picture).into_iter().map(found).collect();
        let decomposed = |path: &PathBuf| match composed(path.to_str()?) {
            Cow::Borrowed(_) => None,
            Cow::Owned(composed) => Some((PathBuf::from(composed), path.clone())),
        };
        Pictures {
            decomposed: found.keys().filter_map(decomposed).collect(),
            found,
            content: ContentFolder::at(content),
            renditions: Renditions::at(cache),
            known,
        }
    }

    /// Those of `paths` that can be used but have not been processed yet: until then, their files do not exist and
    /// their names are placeholders.
    pub fn undeveloped<'a>(&self, paths: impl Iterator<Item = &'a PathBuf>) -> Vec<PathBuf> {
        let paths: BTreeSet<&PathBuf> = paths.collect();
        let is_new = |path: &&PathBuf| self.set(path).is_some_and(|set| set.is_ok_and(RenditionSet::is_unprinted));
        paths.into_par_iter().filter(is_new).cloned().collect()
    }

    /// Processes the pictures at `paths`, each content once. If one cannot be processed, the next text that uses it gets
    /// the reason.
    ///
    /// # Errors
    /// The cache cannot be written.
    pub fn develop_new(&mut self, paths: &[PathBuf]) -> Result<(), Failure> {
        let pixels = |path: &Path| match self.set(path) {
            Some(Ok(set)) => u64::from(set.image.width) * u64::from(set.image.height),
            _ => 0,
        };
        let (large, small): (Vec<&PathBuf>, Vec<&PathBuf>) = paths.iter().partition(|path| pixels(path) > LARGE);
        let progress = Progress::of(paths.len(), "pictures");
        let develop = |paths: Vec<&PathBuf>| -> Result<Vec<_>, Failure> {
            // The first one fills the cache for the others.
            let develop = |path: &PathBuf| {
                let set = self.renditions.develop(&self.content, path)?;
                progress.step();
                Ok((path.clone(), set))
            };
            paths.into_iter().map(develop).collect()
        };
        let small = self.by_content(small).into_par_iter().map(develop).collect::<Result<Vec<_>, Failure>>()?;
        let large = self.by_content(large).into_iter().map(develop).collect::<Result<Vec<_>, Failure>>()?;
        for (path, set) in small.into_iter().chain(large).flatten() {
            if let Some(found) = self.found.get_mut(&path) {
                found.set = OnceLock::from(set);
            }
        }
        Ok(())
    }

    /// Groups pictures with the same content. Two threads that process the same content would do the work twice.
    fn by_content<'a>(&self, paths: Vec<&'a PathBuf>) -> Vec<Vec<&'a PathBuf>> {
        let mut groups: BTreeMap<String, Vec<&PathBuf>> = BTreeMap::new();
        let mut by_size: BTreeMap<u64, Vec<&PathBuf>> = BTreeMap::new();
        for path in paths {
            by_size.entry(self.found.get(path).map_or(0, |found| found.stamp.size)).or_default().push(path);
        }
        for (number, same_size) in by_size.into_values().enumerate() {
            let is_alone = same_size.len() == 1;
            for path in same_size {
                // Why a file cannot be read is found out when it is processed.
                let bytes = if is_alone { Vec::new() } else { original::read(&self.content, path).unwrap_or_default() };
                groups.entry(format!("{number} {}", content_hash(&bytes))).or_default().push(path);
            }
        }
        groups.into_values().collect()
    }

    /// The renditions of the picture at `path`, or why it cannot be used; `None` if there is no such picture. The
    /// picture is examined on the first call.
    fn set(&self, path: &Path) -> Option<Result<&RenditionSet, &Fault>> {
        let found = self.found.get(path)?;
        Some(found.set.get_or_init(|| self.look(path, found.stamp)).as_ref())
    }

    fn look(&self, path: &Path, stamp: FileStamp) -> Result<RenditionSet, Fault> {
        let known = self.known.set_of(path, stamp).and_then(|name| self.renditions.set(name, path));
        if let Some(set) = known {
            return Ok(set);
        }
        let bytes = original::read(&self.content, path)?;
        let original = Original::judge(path, &bytes)?;
        if let Some(set) = self.renditions.find(path, &bytes) {
            return Ok(set);
        }
        original.check()?;
        Ok(RenditionSet::unprinted(path, original.upright_size()?))
    }

    /// Writes to `file` which set each picture has, for the next edition.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn keep_originals(&self, file: &Path, inventory: &Inventory) -> Result<(), Failure> {
        let set = |(path, found): (&PathBuf, &KnownPicture)| {
            let name = found.set.get()?.as_ref().ok()?.name()?;
            Some((path.clone(), (found.stamp, String::from(name))))
        };
        self.known.write(file, inventory.looked(), self.found.iter().filter_map(set).collect())
    }

    /// The picture that a text in `folder` calls `file`, with its path relative to the content folder. `file` is
    /// relative to `folder`, or to the content folder if it starts with a slash, such as
    /// `/history/the-funicular/funicular.jpg`.
    fn get(&self, folder: &Path, file: &str) -> Result<(PathBuf, Image), Unusable> {
        let Some(path) = inside(folder, file) else {
            let what = message!("picture \"{file}\" is outside the content folder");
            return Err((what, String::from("put the picture in the folder of the story and write its file name")));
        };
        let path = self.found_at(path);
        let unusable = |fault: &Fault| (message!("picture \"{file}\"").then(&fault.what), fault.remedy.clone());
        match self.set(&path) {
            Some(Ok(set)) => Ok((path, set.image.clone())),
            Some(Err(fault)) => Err(unusable(fault)),
            None if self.content.path(&path).symlink_metadata().is_ok() => Err(unusable(&Fault::no_picture())),
            None => {
                let place = self.content.name(&path).to_string_lossy().replace('\\', "/");
                let remedy = format!("put it at {place}, or correct its name");
                Err((message!("picture \"{file}\" is not there"), remedy))
            }
        }
    }

    /// The path of the picture that a text means by `path`: that path, or the same name with decomposed letters, or with
    /// percent-encoded characters decoded.
    fn found_at(&self, path: PathBuf) -> PathBuf {
        let is_there = |path: &PathBuf| self.found.contains_key(path);
        let named = |path: &Path| {
            let composed = PathBuf::from(&*composed(path.to_str()?));
            self.decomposed.get(&composed).cloned().or(Some(composed)).filter(is_there)
        };
        let decoded = || {
            let decoded = percent_decode_str(path.to_str()?).decode_utf8().ok()?;
            // It is still inside the content folder.
            named(&inside(Path::new(""), &decoded)?)
        };
        if is_there(&path) { path } else { named(&path).or_else(decoded).unwrap_or(path) }
    }

    /// The name of the picture at `path`, which contains a hash of its files; `None` if it cannot be used.
    pub fn name_of(&self, path: &Path) -> Option<&str> {
        Some(&self.set(path)?.ok()?.image.name)
    }

    /// The files of the pictures at `paths`, by address. Pictures with the same name and content share them.
    pub fn assets<'a>(&self, paths: impl Iterator<Item = &'a Path>) -> Vec<Asset> {
        let sets = paths.collect::<BTreeSet<&Path>>().into_iter().filter_map(|path| self.set(path)?.ok());
        let files: BTreeMap<String, PathBuf> = sets.flat_map(RenditionSet::files).collect();
        files.into_iter().map(|(address, source)| Asset { address, source }).collect()
    }
}

/// The pictures of one text: records which ones it uses.
#[derive(Debug)]
pub struct TextPictures<'a> {
    pictures: &'a Pictures,
    asked: RefCell<BTreeSet<PathBuf>>,
}

impl<'a> TextPictures<'a> {
    /// Starts without any pictures used.
    pub fn of(pictures: &'a Pictures) -> TextPictures<'a> {
        TextPictures { pictures, asked: RefCell::default() }
    }

    /// The picture that a text in `folder` calls `file`: a path relative to `folder`, or to the content folder if it
    /// starts with a slash.
    ///
    /// # Errors
    /// The picture cannot be used.
    pub fn get(&self, folder: &Path, file: &str) -> Result<Image, Unusable> {
        let (path, image) = self.pictures.get(folder, file)?;
        self.asked.borrow_mut().insert(path);
        Ok(image)
    }

    /// The paths of the pictures used, relative to the content folder.
    pub fn paths(self) -> Vec<PathBuf> {
        self.asked.into_inner().into_iter().collect()
    }
}

/// The file extension that matches the content of a picture.
///
/// # Errors
/// Why the picture cannot be used, as words that follow its name.
pub fn ending_of(bytes: &[u8]) -> Result<&'static str, String> {
    let ending = original::ending(bytes);
    let what = |fault: Fault| fault.what.to_string();
    let original = Original::judge(&Path::new("picture").with_extension(ending), bytes).map_err(what)?;
    original.decode(renditions::SOCIAL).map_err(what)?;
    Ok(ending)
}

/// Whether a file with this name is a picture.
fn is_picture(name: &str) -> bool {
    let ending = Path::new(name).extension().unwrap_or_default();
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// The path relative to the content folder; `None` if it is outside the folder.
fn inside(folder: &Path, file: &str) -> Option<PathBuf> {
    let joined = match file.strip_prefix('/') {
        Some(path) => PathBuf::from(path),
        None => folder.join(file),
    };
    let mut path = PathBuf::new();
    for part in joined.components() {
        match part {
            Component::Normal(name) => path.push(name),
            Component::CurDir => {}
            Component::ParentDir => {
                if !path.pop() {
                    return None;
                }
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::inside;
    use std::path::{Path, PathBuf};

    #[test]
    fn a_picture_is_relative_to_its_story_or_to_the_content_folder() {
        let folder = Path::new("history/x");
        assert_eq!(inside(folder, "a.jpg"), Some(PathBuf::from("history/x/a.jpg")));
        assert_eq!(inside(folder, "../y/a.jpg"), Some(PathBuf::from("history/y/a.jpg")));
        assert_eq!(inside(folder, "/history/y/a.jpg"), Some(PathBuf::from("history/y/a.jpg")));
    }

    #[test]
    fn a_picture_outside_the_content_is_refused() {
        assert_eq!(inside(Path::new("history/x"), "../../../secret.jpg"), None);
        assert_eq!(inside(Path::new("history/x"), "/../secret.jpg"), None);
        assert_eq!(inside(Path::new("history/x"), "//etc/secret.jpg"), None);
    }
}
