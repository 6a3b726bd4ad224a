//! Which picture was developed into which set: an original whose file has not changed is not read again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::renditions::VERSIONS;
use crate::diagnostics::failure::Failure;
use crate::store::cache_file;
use crate::store::file_stamp::FileStamp;

/// What the file begins with, before the versions of all that decides about the sets; the number goes up when its form changes.
const FORM: &str = "press originals 1";

/// The pictures of a content folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownOriginals {
    /// When the files were looked at, in nanoseconds since 1970.
    looked: u64,
    /// By the path below the content folder: the stamp of the file, and the name of the set's folder.
    sets: BTreeMap<PathBuf, (FileStamp, String)>,
}

impl KnownOriginals {
    /// What was kept in `file`; nothing if that is of no use.
    pub fn read(file: &Path) -> KnownOriginals {
        if !file.exists() {
            return KnownOriginals::default();
        }
        cache_file::read(file, &form()).and_then(|bytes| cache_file::unpacked(&bytes)).unwrap_or_default()
    }

    /// Keeps in `file` what an edition has `found` that looked at its files at that time; nothing is written if the same is there.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(
        &self,
        file: &Path,
        looked: u64,
        found: BTreeMap<PathBuf, (FileStamp, String)>,
    ) -> Result<(), Failure> {
        // Also where there are no pictures at all.
        if found == self.sets && found.values().all(|(stamp, _)| stamp.was_settled(self.looked)) {
            return Ok(());
        }
        cache_file::write(file, &form(), &[&cache_file::packed(&KnownOriginals { looked, sets: found })?])
    }

    /// The folder of the set of the picture at `path`, if it has been developed and has not changed since.
    pub fn set_of(&self, path: &Path, stamp: FileStamp) -> Option<&str> {
        let (before, name) = self.sets.get(path)?;
        (*before == stamp && stamp.was_settled(self.looked)).then_some(name)
    }
}

fn form() -> String {
    format!("{FORM} {}\n", *VERSIONS)
}
