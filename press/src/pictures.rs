//! The pictures of the content: each is developed once into all its sizes and formats, and kept for the next edition.

mod colours;
mod darkroom;
mod encoders;
mod measure;
mod original;
mod print_set;
mod survey;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry};
use std::path::{Component, Path, PathBuf};

use journal::model::Image;
use rayon::prelude::*;

use crate::asset::Asset;
use crate::content_folder::ContentFolder;
use crate::failure::Failure;
use crate::progress::Progress;
use darkroom::Darkroom;
pub use darkroom::social_size;
pub use measure::Measure;
use original::{ENDINGS, Fault, Original};
use print_set::PrintSet;

/// The pictures of a content folder.
#[derive(Debug, Default)]
pub struct Pictures {
    developed: BTreeMap<PathBuf, Result<PrintSet, Fault>>,
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
        let darkroom = Darkroom::at(cache);
        let name = ContentFolder::at(content).name(Path::new(""));
        let files: Vec<PathBuf> = files(content);
        let looked: Vec<(PathBuf, Look)> =
            files.into_par_iter().map(|path| (path.clone(), look(content, &path, &darkroom))).collect();
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
        Ok(Pictures { developed, content: content.to_path_buf(), name })
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

/// The files below `content` that are named like pictures. What cannot be read is told by who reads the stories.
fn files(content: &Path) -> Vec<PathBuf> {
    // A folder of the content each: the disk answers all cores.
    let folders: Vec<DirEntry> = fs::read_dir(content).into_iter().flatten().flatten().collect();
    let below = |entry: &DirEntry| {
        let mut pictures = Vec::new();
        look_through(entry, Path::new(""), &mut pictures);
        pictures
    };
    let mut files: Vec<PathBuf> = folders.par_iter().flat_map_iter(below).collect();
    files.sort_unstable();
    files
}

/// Adds the pictures in an entry of `folder`, by their paths below the content folder. Links are followed, hidden files are not looked at.
fn look_through(entry: &DirEntry, folder: &Path, pictures: &mut Vec<PathBuf>) {
    let name = entry.file_name();
    if name.as_encoded_bytes().starts_with(b".") {
        return;
    }
    let Ok(mut kind) = entry.file_type() else { return };
    // The folder says what its entries are; only where a link leads has to be looked up.
    if kind.is_symlink() {
        let Ok(found) = fs::metadata(entry.path()) else { return };
        kind = found.file_type();
        if kind.is_dir() && leads_back(&entry.path()) {
            return;
        }
    }
    if kind.is_dir() {
        let folder = folder.join(name);
        for entry in fs::read_dir(entry.path()).into_iter().flatten().flatten() {
            look_through(&entry, &folder, pictures);
        }
    } else if kind.is_file() && is_picture(Path::new(&name)) {
        pictures.push(folder.join(name));
    }
}

/// Whether a link leads to a folder that it lies in.
fn leads_back(link: &Path) -> bool {
    let (target, place) = (fs::canonicalize(link), link.parent().map(fs::canonicalize));
    matches!((target, place), (Ok(target), Some(Ok(place))) if place.starts_with(&target))
}

fn is_picture(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
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
