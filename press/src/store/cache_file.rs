//! Cache files: what press keeps for the next edition. A file that is damaged or has another format is ignored.

use std::fs::{self};
use std::hash::Hasher;
use std::io::Write;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::fingerprint::{Fingerprint, FingerprintHasher};
use super::new_file::replace;
use crate::diagnostics::failure::Failure;

/// The content of a cache file.
#[derive(Debug, Default)]
pub struct CachedBytes {
    /// The file.
    pub path: PathBuf,
    bytes: Vec<u8>,
    begin: usize,
}

impl Deref for CachedBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes[self.begin..]
    }
}

/// Reads a cache file; none if it is missing, damaged, or does not begin with `form`.
pub fn read(file: &Path, form: &str) -> Option<CachedBytes> {
    let bytes = fs::read(file).ok()?;
    let content = bytes.strip_prefix(form.as_bytes())?;
    let (fingerprint, content) = content.split_first_chunk::<{ Fingerprint::BYTES }>()?;
    if Fingerprint::of(content) != Fingerprint::from(*fingerprint) {
        return None;
    }
    let begin = form.len() + Fingerprint::BYTES;
    Some(CachedBytes { path: file.to_path_buf(), bytes, begin })
}

/// Writes the `parts`, one after the other, to the cache file `file`, which is replaced atomically.
///
/// # Errors
/// The file cannot be written.
pub fn write(file: &Path, form: &str, parts: &[&[u8]]) -> Result<(), Failure> {
    let mut fingerprint = FingerprintHasher::default();
    parts.iter().for_each(|part| fingerprint.write(part));
    replace(file, |file| {
        file.write_all(&[form.as_bytes(), fingerprint.fingerprint().as_bytes()].concat())?;
        parts.iter().try_for_each(|part| file.write_all(part))
    })
}

/// Deserialises a value from a cache file; none if the bytes are not valid.
pub fn unpacked<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// Serialises a value for a cache file.
///
/// # Errors
/// The value cannot be serialised, which is a bug in press.
pub fn packed(value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    postcard::to_stdvec(value).map_err(|error| Failure::Bug(format!("cannot write a cache file: {error}")))
}
