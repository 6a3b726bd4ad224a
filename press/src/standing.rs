//! Standing type: pages that were set for an edition before and are kept for the next.
//!
//! A page is known by the key of all that it was made of. Its two files are whole wherever they are found, and never changed:
//! sites have links to them.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::failure::Failure;
use crate::key::Key;

/// The kinds of files that a page has: itself, and its document.
const KINDS: [&str; 2] = ["html", "json"];

/// The pages that are kept.
pub struct Standing {
    folder: PathBuf,
    /// Those of the last edition.
    known: HashSet<Key>,
    /// Those of this one.
    used: Mutex<HashSet<Key>>,
}

impl Standing {
    /// The pages in `folder`. Only those that are `known` are trusted; without any, all others are thrown away.
    ///
    /// # Errors
    /// The folder cannot be emptied.
    pub fn open(folder: &Path, known: HashSet<Key>) -> Result<Standing, Failure> {
        if known.is_empty() && folder.exists() {
            fs::remove_dir_all(folder).map_err(Failure::file("empty", folder))?;
        }
        Ok(Standing { folder: folder.to_path_buf(), known, used: Mutex::default() })
    }

    /// This edition has the page.
    pub fn note(&self, key: Key) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(key);
    }

    /// The files of the page: page and document. They are made by `make` if they are not kept.
    ///
    /// # Errors
    /// `make` fails, or a file cannot be written.
    pub fn page(&self, key: Key, make: impl FnOnce() -> Result<[String; 2], Failure>) -> Result<[PathBuf; 2], Failure> {
        let files = KINDS.map(|kind| self.file(key, kind));
        let is_kept = self.known.contains(&key) && files.iter().all(|file| file.is_file());
        if !is_kept {
            if let Some(folder) = files[0].parent() {
                fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
            }
            for (file, content) in files.iter().zip(make()?) {
                let new = file.with_extension("new");
                fs::write(&new, content).map_err(Failure::file("write", &new))?;
                fs::rename(&new, file).map_err(Failure::file("put in place", file))?;
            }
        }
        Ok(files)
    }

    /// The pages of this edition.
    pub fn used(&self) -> HashSet<Key> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Throws away what the last edition had and this one has not.
    ///
    /// # Errors
    /// A file cannot be removed.
    pub fn tidy(&self) -> Result<(), Failure> {
        for key in self.known.difference(&self.used()) {
            for file in KINDS.map(|kind| self.file(*key, kind)) {
                match fs::remove_file(&file) {
                    Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                        return Err(Failure::file("remove", &file)(error));
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn file(&self, key: Key, kind: &str) -> PathBuf {
        let name = key.to_string();
        self.folder.join(&name[..2]).join(format!("{}.{kind}", &name[2..]))
    }
}
