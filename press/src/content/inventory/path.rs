//! Where something lies, and a look at it. In a folder of many a name is looked up from there: the way to it is long, and looking up
//! all of it for each of 20,000 files takes half of the time.

use std::ffi::OsStr;
use std::io::Result;
use std::path::{Path, PathBuf};

use crate::store::file_stamp::FileStamp;

/// From so many entries on a folder is kept open.
const MANY: usize = 64;

/// What a look finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// Something else.
    Other,
}

/// Where something lies.
#[derive(Clone)]
pub struct Place<'a> {
    base: Option<&'a Base>,
    /// Below the base, if there is one.
    path: PathBuf,
}

/// A folder that is kept open.
pub struct Base {
    path: PathBuf,
    #[cfg(unix)]
    folder: std::fs::File,
}

impl Place<'_> {
    /// The place at `path`.
    pub fn at(path: &Path) -> Place<'static> {
        Place { base: None, path: path.to_path_buf() }
    }

    /// The place of that name in this folder.
    pub fn join(&self, name: impl AsRef<OsStr>) -> Self {
        Place { base: self.base, path: self.path.join(name.as_ref()) }
    }

    /// Its whole path.
    pub fn whole(&self) -> PathBuf {
        self.base.map_or_else(|| self.path.clone(), |base| base.path.join(&self.path))
    }

    /// What lies there; links are followed.
    pub fn look(&self) -> Result<(Found, FileStamp)> {
        match self.base {
            Some(base) => base.look(&self.path),
            None => look(&self.path),
        }
    }
}

impl Base {
    /// The folder at `place`, if it has so many `entries` that keeping it open is worth it.
    pub fn of(place: &Place<'_>, entries: usize) -> Option<Base> {
        let path = place.whole();
        (entries >= MANY).then(|| Base::open(path)).flatten()
    }

    /// Where the folder lies, seen from itself.
    pub fn place(&self) -> Place<'_> {
        Place { base: Some(self), path: PathBuf::new() }
    }
}

#[cfg(unix)]
impl Base {
    fn open(path: PathBuf) -> Option<Base> {
        let folder = std::fs::File::open(&path).ok()?;
        Some(Base { path, folder })
    }

    fn look(&self, path: &Path) -> Result<(Found, FileStamp)> {
        use rustix::fs::{AtFlags, FileType, statat};
        let found = statat(&self.folder, path, AtFlags::empty())?;
        let kind = match FileType::from_raw_mode(found.st_mode) {
            FileType::RegularFile => Found::File,
            FileType::Directory => Found::Folder,
            _ => Found::Other,
        };
        Ok((kind, FileStamp::of_stat(&found)))
    }
}

#[cfg(not(unix))]
impl Base {
    fn open(path: PathBuf) -> Option<Base> {
        Some(Base { path })
    }

    fn look(&self, path: &Path) -> Result<(Found, FileStamp)> {
        look(&self.path.join(path))
    }
}

fn look(path: &Path) -> Result<(Found, FileStamp)> {
    let found = std::fs::metadata(path)?;
    let kind = match (found.is_file(), found.is_dir()) {
        (true, _) => Found::File,
        (_, true) => Found::Folder,
        _ => Found::Other,
    };
    Ok((kind, FileStamp::of(&found)))
}
