//! Which picture has which set of renditions, so that an original that has not changed is not read again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::renditions::VERSIONS;
use crate::diagnostics::failure::Failure;
use crate::store::cache_file;
use crate::store::file_stamp::FileStamp;

/// What the file begins with, followed by [`VERSIONS`]. The number goes up when the format changes.
const FORM: &str = "press originals 1";

/// The pictures of a content folder that have been processed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownOriginals {
    /// When the files were looked at, in nanoseconds since 1970.
    looked: u64,
    /// The stamp of each original and the name of its set's folder, by the path below the content folder.
    sets: BTreeMap<PathBuf, (FileStamp, String)>,
}

impl KnownOriginals {
    /// Reads the cache file. If it is missing or not valid, no originals are known.
    pub fn read(file: &Path) -> KnownOriginals {
        if !file.exists() {
            return KnownOriginals::default();
        }
        cache_file::read(file, &form()).and_then(|bytes| cache_file::unpacked(&bytes)).unwrap_or_default()
    }

    /// Writes to `file` what an edition has `found`, unless the file has the same already. `looked` is when the
    /// edition looked at its files.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(
        &self,
        file: &Path,
        looked: u64,
        found: BTreeMap<PathBuf, (FileStamp, String)>,
    ) -> Result<(), Failure> {
        // Also if there are no pictures at all.
        if found == self.sets && found.values().all(|(stamp, _)| stamp.was_settled(self.looked)) {
            return Ok(());
        }
        cache_file::write(file, &form(), &[&cache_file::packed(&KnownOriginals { looked, sets: found })?])
    }

    /// The folder name of the set of the picture at `path`, if it has been processed and has not changed since.
    pub fn set_of(&self, path: &Path, stamp: FileStamp) -> Option<&str> {
        let (before, name) = self.sets.get(path)?;
        (*before == stamp && stamp.was_settled(self.looked)).then_some(name)
    }
}

fn form() -> String {
    format!("{FORM} {}\n", *VERSIONS)
}
