//! The pictures of the content: each is developed once into all its sizes and formats, and kept for the next edition.

mod colours;
mod darkroom;
mod encoders;
mod measure;
mod original;
mod originals;
mod print_set;
mod survey;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use journal::model::Image;
use rayon::prelude::*;

use crate::asset::Asset;
use crate::content_folder::ContentFolder;
use crate::failure::Failure;
use crate::inventory::Inventory;
use crate::progress::Progress;
use crate::stamp::Stamp;
use darkroom::Darkroom;
pub use darkroom::social_size;
pub use measure::Measure;
use original::{ENDINGS, Fault, Original};
pub use originals::Originals;
use print_set::PrintSet;

/// The pictures of a content folder.
#[derive(Debug, Default)]
pub struct Pictures {
    developed: BTreeMap<PathBuf, Result<PrintSet, Fault>>,
    inventory: Inventory,
    content: PathBuf,
    /// What editors call the content folder.
    name: PathBuf,
}

/// Why a picture cannot be used: what is wrong, and the remedy.
pub type Unusable = (String, String);

/// Pixels up to which pictures are developed beside each other, one per core. Larger ones come one after another, for
/// the sake of the memory: a pixel takes up to 8 bytes until the picture has been made smaller.
const LARGE: u64 = 16_000_000;

impl Pictures {
    /// Develops all pictures of the folder `content`; what has been developed before is taken from the folder `cache`.
    ///
    /// # Errors
    /// The cache cannot be written. A picture that cannot be used is told to who asks for it.
    pub fn develop(content: &Path, cache: &Path) -> Result<Pictures, Failure> {
        Pictures::of(Inventory::take(content), content, &Originals::default(), cache)
    }

    /// Develops all pictures that the folder `content` has by its `inventory`. Those are not even read that are among the
    /// `originals` of the edition before.
    ///
    /// # Errors
    /// The cache cannot be written. A picture that cannot be used is told to who asks for it.
    pub fn of(inventory: Inventory, content: &Path, originals: &Originals, cache: &Path) -> Result<Pictures, Failure> {
        let darkroom = Darkroom::at(cache);
        let name = ContentFolder::at(content).name(Path::new(""));
        let look = |(path, stamp): (PathBuf, Stamp)| {
            let known = originals.set_of(&path, stamp).and_then(|name| darkroom.set(name, &path));
            let look = known.map_or_else(|| look(content, &path, &darkroom), |prints| Look::Known(Ok(prints)));
            (path, look)
        };
        let looked: Vec<(PathBuf, Look)> = inventory.files(is_picture).into_par_iter().map(look).collect();
        let (mut developed, mut large, mut small) = (BTreeMap::new(), Vec::new(), Vec::new());
        for (path, look) in looked {
            match look {
                Look::Known(result) => drop(developed.insert(path, result)),
                Look::New(pixels) if pixels > LARGE => large.push(path),
                Look::New(_) => small.push(path),
            }
        }
        let progress = Progress::of(large.len() + small.len(), "pictures");
        let new = |path: PathBuf| {
            let result = darkroom.develop(content, &path)?;
            progress.step();
            Ok((path, result))
        };
        let small = small.into_par_iter().map(new).collect::<Result<Vec<_>, Failure>>()?;
        let large = large.into_iter().map(new).collect::<Result<Vec<_>, Failure>>()?;
        developed.extend(small.into_iter().chain(large));
        Ok(Pictures { developed, inventory, content: content.to_path_buf(), name })
    }

    /// What lies in the content folder: its pictures and all else, as of one look.
    pub fn inventory(&self) -> &Inventory {
        &self.inventory
    }

    /// Keeps in `file` which of them were developed; `before` is what was kept there.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn keep_originals(&self, before: &Originals, file: &Path) -> Result<(), Failure> {
        let set = |(path, stamp): (PathBuf, Stamp)| {
            let name = self.developed.get(&path)?.as_ref().ok()?.name()?;
            Some((path.clone(), (stamp, String::from(name))))
        };
        let found = self.inventory.files(is_picture).into_iter().filter_map(set).collect();
        before.write(file, self.inventory.looked(), found)
    }

    /// The picture that a story in `folder` calls `file`: a name beside the story, or a path of the site such as
    /// `/history/the-funicular/funicular.jpg`. With its path below the content folder.
    fn get(&self, folder: &Path, file: &str) -> Result<(PathBuf, Image), Unusable> {
        let Some(path) = inside(folder, file) else {
            let what = format!("picture \"{file}\" lies outside the content");
            return Err((what, String::from("put the picture beside the story and name it without a path")));
        };
        match self.developed.get(&path) {
            Some(Ok(prints)) => Ok((path, prints.image.clone())),
            Some(Err(fault)) => Err((format!("picture \"{file}\" {}", fault.what), fault.remedy.clone())),
            None if self.content.join(&path).exists() => {
                let fault = Fault::no_picture();
                Err((format!("picture \"{file}\" {}", fault.what), fault.remedy))
            }
            None => {
                let place = self.name.join(&path).to_string_lossy().replace('\\', "/");
                let remedy = format!("put it at {place}, or correct its name");
                Err((format!("picture \"{file}\" is not there"), remedy))
            }
        }
    }

    /// The name of the picture at `path`, which says what it looks like; none if it cannot be used.
    pub fn name_of(&self, path: &Path) -> Option<&str> {
        let prints = self.developed.get(path)?.as_ref().ok()?;
        Some(&prints.image.name)
    }

    /// The files of the pictures at `paths`, by address. Two pictures with one content have the same files.
    pub fn assets<'a>(&self, paths: impl Iterator<Item = &'a Path>) -> Vec<Asset> {
        let sets =
            paths.collect::<BTreeSet<&Path>>().into_iter().filter_map(|path| self.developed.get(path)?.as_ref().ok());
        let files: BTreeMap<String, PathBuf> = sets.flat_map(PrintSet::files).collect();
        files.into_iter().map(|(address, source)| Asset { address, source }).collect()
    }
}

/// The pictures of one text: notes which of all it asks for.
#[derive(Debug)]
pub struct Album<'a> {
    pictures: &'a Pictures,
    asked: RefCell<BTreeSet<PathBuf>>,
}

impl<'a> Album<'a> {
    /// An album without pictures yet.
    pub fn of(pictures: &'a Pictures) -> Album<'a> {
        Album { pictures, asked: RefCell::default() }
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
    let original = Original::judge(&Path::new("picture").with_extension(ending), bytes).map_err(|fault| fault.what)?;
    original.decode(darkroom::SOCIAL).map_err(|fault| fault.what)?;
    Ok(ending)
}

/// What a first look at a file says.
enum Look {
    /// It was developed before, or cannot be.
    Known(Result<PrintSet, Fault>),
    /// It is new and has so many pixels.
    New(u64),
}

fn look(content: &Path, path: &Path, darkroom: &Darkroom) -> Look {
    let bytes = match fs::read(content.join(path)) {
        Ok(bytes) => bytes,
        Err(error) => return Look::Known(Err(Fault::unreadable(&error))),
    };
    match Original::judge(path, &bytes) {
        Err(fault) => Look::Known(Err(fault)),
        Ok(original) => match darkroom.find(path, &bytes) {
            Some(prints) => Look::Known(Ok(prints)),
            None => Look::New(original.pixels()),
        },
    }
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
