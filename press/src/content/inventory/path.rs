//! Paths for looking up many files. In a large folder, names are resolved relative to the open folder: resolving
//! the whole path for each of 20,000 files takes half of the scan's time.

use std::ffi::OsStr;
use std::io::Result;
use std::path::{Path, PathBuf};

use crate::store::file_stamp::FileStamp;

/// The minimum number of entries for which a folder is kept open.
const MANY: usize = 64;

/// What is found at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathKind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// Something else.
    Other,
}

/// A path, possibly relative to an open folder.
#[derive(Clone)]
pub struct ScanPath<'a> {
    base: Option<&'a Base>,
    /// Relative to the base, if there is one.
    path: PathBuf,
}

/// An open folder.
pub struct Base {
    path: PathBuf,
    #[cfg(unix)]
    folder: std::fs::File,
}

impl ScanPath<'_> {
    /// The place at `path`, not relative to an open folder.
    pub fn at(path: &Path) -> ScanPath<'static> {
        ScanPath { base: None, path: path.to_path_buf() }
    }

    /// The entry with this name in this folder.
    pub fn join(&self, name: impl AsRef<OsStr>) -> Self {
        ScanPath { base: self.base, path: self.path.join(name.as_ref()) }
    }

    /// The whole path.
    pub fn whole(&self) -> PathBuf {
        self.base.map_or_else(|| self.path.clone(), |base| base.path.join(&self.path))
    }

    /// Looks up what is there, following symbolic links.
    pub fn look(&self) -> Result<(PathKind, FileStamp)> {
        match self.base {
            Some(base) => base.look(&self.path),
            None => look(&self.path),
        }
    }
}

impl Base {
    /// Opens the folder at `place` if it has enough `entries` for that to pay off.
    pub fn of(place: &ScanPath<'_>, entries: usize) -> Option<Base> {
        let path = place.whole();
        (entries >= MANY).then(|| Base::open(path)).flatten()
    }

    /// The folder itself, as a place relative to it.
    pub fn place(&self) -> ScanPath<'_> {
        ScanPath { base: Some(self), path: PathBuf::new() }
    }
}

#[cfg(unix)]
impl Base {
    fn open(path: PathBuf) -> Option<Base> {
        let folder = std::fs::File::open(&path).ok()?;
        Some(Base { path, folder })
    }

    fn look(&self, path: &Path) -> Result<(PathKind, FileStamp)> {
        use rustix::fs::{AtFlags, FileType, statat};
        let found = statat(&self.folder, path, AtFlags::empty())?;
        let kind = match FileType::from_raw_mode(found.st_mode) {
            FileType::RegularFile => PathKind::File,
            FileType::Directory => PathKind::Folder,
            _ => PathKind::Other,
        };
        Ok((kind, FileStamp::of_stat(&found)))
    }
}

#[cfg(not(unix))]
impl Base {
    fn open(path: PathBuf) -> Option<Base> {
        Some(Base { path })
    }

    fn look(&self, path: &Path) -> Result<(PathKind, FileStamp)> {
        look(&self.path.join(path))
    }
}

fn look(path: &Path) -> Result<(PathKind, FileStamp)> {
    let found = std::fs::metadata(path)?;
    let kind = match (found.is_file(), found.is_dir()) {
        (true, _) => PathKind::File,
        (_, true) => PathKind::Folder,
        _ => PathKind::Other,
    };
    Ok((kind, FileStamp::of(&found)))
}
