//! The pictures of the content. One that a text names is looked at first, which is quick; once nothing is wrong with the edition,
//! those that it needs are developed into all their sizes and formats, and kept for the next edition.

mod colours;
mod encoders;
mod known;
mod measure;
mod measure_all;
mod original;
mod plain_stem;
mod rendition_set;
mod renditions;
mod resize;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;

use journal::model::Image;
use rayon::prelude::*;

use crate::content::folder::ContentFolder;
use crate::content::inventory::Inventory;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::message::{Message, message};
use crate::diagnostics::progress::Progress;
use crate::store::asset::Asset;
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
    /// By the path below the content folder.
    found: BTreeMap<PathBuf, Found>,
    content: PathBuf,
    /// What editors call the content folder.
    name: PathBuf,
    renditions: Renditions,
    /// Which picture was developed into which set, as of the edition before.
    known: KnownOriginals,
}

/// A picture that lies in the content folder.
#[derive(Debug)]
struct Found {
    stamp: FileStamp,
    /// What became of it, once a text has asked for it. A set without files is still to be developed.
    set: OnceLock<Result<RenditionSet, Fault>>,
}

/// Why a picture cannot be used: what is wrong, and the remedy.
pub type Unusable = (Message, String);

/// Pixels up to which pictures are developed beside each other, one per core. Larger ones come one after another, for
/// the sake of the memory: a pixel takes up to 8 bytes until the picture has been made smaller.
const LARGE: u64 = 16_000_000;

impl Pictures {
    /// Develops all pictures of the folder `content`, whoever shows them; what has been developed before is taken from the folder
    /// `cache`.
    ///
    /// # Errors
    /// The cache cannot be written. Why a picture cannot be used is learnt by asking for it.
    pub fn develop(inventory: &Inventory, content: &Path, cache: &Path) -> Result<Pictures, Failure> {
        let mut pictures = Pictures::among(inventory, content, KnownOriginals::default(), cache);
        let new = pictures.undeveloped(pictures.found.keys());
        pictures.develop_new(&new)?;
        Ok(pictures)
    }

    /// The pictures that the folder `content` has by its `inventory`. None of them is read before a text asks for it, and then only
    /// if it is not among the `known` of the edition before.
    pub fn among(inventory: &Inventory, content: &Path, known: KnownOriginals, cache: &Path) -> Pictures {
        let found = |(path, stamp)| (path, Found { stamp, set: OnceLock::new() });
        Pictures {
            found: inventory.files(is_picture).into_iter().map(found).collect(),
            content: content.to_path_buf(),
            name: ContentFolder::at(content).name(Path::new("")),
            renditions: Renditions::at(cache),
            known,
        }
    }

    /// Those of `paths` that can be used but are still to be developed: until then, an edition that shows them has no files of them
    /// and does not know their names.
    pub fn undeveloped<'a>(&self, paths: impl Iterator<Item = &'a PathBuf>) -> Vec<PathBuf> {
        let paths: BTreeSet<&PathBuf> = paths.collect();
        let is_new = |path: &&PathBuf| self.set(path).is_some_and(|set| set.is_ok_and(RenditionSet::is_unprinted));
        paths.into_par_iter().filter(is_new).cloned().collect()
    }

    /// Develops the pictures at `paths`. The next text that asks for one that cannot be developed learns why.
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
        let develop = |path: &PathBuf| {
            let set = self.renditions.develop(&self.content, path)?;
            progress.step();
            Ok((path.clone(), set))
        };
        let small = small.into_par_iter().map(develop).collect::<Result<Vec<_>, Failure>>()?;
        let large = large.into_iter().map(develop).collect::<Result<Vec<_>, Failure>>()?;
        for (path, set) in small.into_iter().chain(large) {
            if let Some(found) = self.found.get_mut(&path) {
                found.set = OnceLock::from(set);
            }
        }
        Ok(())
    }

    /// The files of the picture at `path`, or why it cannot be used; nothing if there is no picture of that name. It is looked at
    /// when this is asked for the first time.
    fn set(&self, path: &Path) -> Option<Result<&RenditionSet, &Fault>> {
        let found = self.found.get(path)?;
        Some(found.set.get_or_init(|| self.look(path, found.stamp)).as_ref())
    }

    fn look(&self, path: &Path, stamp: FileStamp) -> Result<RenditionSet, Fault> {
        let known = self.known.set_of(path, stamp).and_then(|name| self.renditions.set(name, path));
        if let Some(set) = known {
            return Ok(set);
        }
        let bytes = fs::read(self.content.join(path)).map_err(|error| Fault::unreadable(&error))?;
        let original = Original::judge(path, &bytes)?;
        if let Some(set) = self.renditions.find(path, &bytes) {
            return Ok(set);
        }
        original.check()?;
        Ok(RenditionSet::unprinted(path, original.upright_size()?))
    }

    /// Keeps in `file` which of them this edition has developed or found so.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn keep_originals(&self, file: &Path, inventory: &Inventory) -> Result<(), Failure> {
        let set = |(path, found): (&PathBuf, &Found)| {
            let name = found.set.get()?.as_ref().ok()?.name()?;
            Some((path.clone(), (found.stamp, String::from(name))))
        };
        self.known.write(file, inventory.looked(), self.found.iter().filter_map(set).collect())
    }

    /// The picture that a story in `folder` calls `file`: a name beside the story, or a path of the site such as
    /// `/history/the-funicular/funicular.jpg`. With its path below the content folder.
    fn get(&self, folder: &Path, file: &str) -> Result<(PathBuf, Image), Unusable> {
        let Some(path) = inside(folder, file) else {
            let what = message!("picture \"{file}\" lies outside the content");
            return Err((what, String::from("put the picture beside the story and name it without a path")));
        };
        let unusable = |fault: &Fault| (message!("picture \"{file}\"").then(&fault.what), fault.remedy.clone());
        match self.set(&path) {
            Some(Ok(set)) => Ok((path, set.image.clone())),
            Some(Err(fault)) => Err(unusable(fault)),
            None if self.content.join(&path).exists() => Err(unusable(&Fault::no_picture())),
            None => {
                let place = self.name.join(&path).to_string_lossy().replace('\\', "/");
                let remedy = format!("put it at {place}, or correct its name");
                Err((message!("picture \"{file}\" is not there"), remedy))
            }
        }
    }

    /// The name of the picture at `path`, which says what it looks like; none if it cannot be used.
    pub fn name_of(&self, path: &Path) -> Option<&str> {
        Some(&self.set(path)?.ok()?.image.name)
    }

    /// The files of the pictures at `paths`, by address. Two pictures with one content have the same files.
    pub fn assets<'a>(&self, paths: impl Iterator<Item = &'a Path>) -> Vec<Asset> {
        let sets = paths.collect::<BTreeSet<&Path>>().into_iter().filter_map(|path| self.set(path)?.ok());
        let files: BTreeMap<String, PathBuf> = sets.flat_map(RenditionSet::files).collect();
        files.into_iter().map(|(address, source)| Asset { address, source }).collect()
    }
}

/// The pictures of one text: notes which of all it asks for.
#[derive(Debug)]
pub struct TextPictures<'a> {
    pictures: &'a Pictures,
    asked: RefCell<BTreeSet<PathBuf>>,
}

impl<'a> TextPictures<'a> {
    /// An album without pictures yet.
    pub fn of(pictures: &'a Pictures) -> TextPictures<'a> {
        TextPictures { pictures, asked: RefCell::default() }
    }

    /// The picture that a text in `folder` calls `file`: a name beside it, or a path of the site.
    ///
    /// # Errors
    /// It cannot be used.
    pub fn get(&self, folder: &Path, file: &str) -> Result<Image, Unusable> {
        let (path, image) = self.pictures.get(folder, file)?;
        self.asked.borrow_mut().insert(path);
        Ok(image)
    }

    /// The paths of those that were asked for, below the content folder.
    pub fn paths(self) -> Vec<PathBuf> {
        self.asked.into_inner().into_iter().collect()
    }
}

/// The ending that the file of a picture with this content has to have.
///
/// # Errors
/// Why it cannot be printed, to be said after its name.
pub fn ending_of(bytes: &[u8]) -> Result<&'static str, String> {
    let ending = original::ending(bytes);
    let what = |fault: Fault| fault.what.to_string();
    let original = Original::judge(&Path::new("picture").with_extension(ending), bytes).map_err(what)?;
    original.decode(renditions::SOCIAL).map_err(what)?;
    Ok(ending)
}

/// Whether a file of that name is a picture.
fn is_picture(name: &str) -> bool {
    let ending = Path::new(name).extension().unwrap_or_default();
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// The path below the content folder; none if it would leave the folder.
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
    fn a_picture_lies_beside_its_story_or_at_a_path_of_the_site() {
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
