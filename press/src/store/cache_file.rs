//! Files in which the press keeps something for the next edition. One that is damaged, or of another form, is none.

use std::fs::{self, File};
use std::hash::Hasher;
use std::io::{BufWriter, Write};
use std::ops::Deref;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::fingerprint::{Fingerprint, FingerprintHasher};
use crate::diagnostics::failure::Failure;

/// What was kept in a file.
#[derive(Debug, Default)]
pub struct Content {
    /// The file.
    pub path: PathBuf,
    bytes: Vec<u8>,
    begin: usize,
}

impl Deref for Content {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes[self.begin..]
    }
}

/// What was kept in `file`; none if it is not there, not whole, or not of this form.
pub fn read(file: &Path, form: &str) -> Option<Content> {
    let bytes = fs::read(file).ok()?;
    let content = bytes.strip_prefix(form.as_bytes())?;
    let (fingerprint, content) = content.split_first_chunk::<{ Fingerprint::BYTES }>()?;
    if Fingerprint::of(content) != Fingerprint::from(*fingerprint) {
        return None;
    }
    let begin = form.len() + Fingerprint::BYTES;
    Some(Content { path: file.to_path_buf(), bytes, begin })
}

/// Keeps the `parts`, one after the other, in `file`, which is whole at any time.
///
/// # Errors
/// It cannot be written.
pub fn write(file: &Path, form: &str, parts: &[&[u8]]) -> Result<(), Failure> {
    let mut fingerprint = FingerprintHasher::default();
    parts.iter().for_each(|part| fingerprint.write(part));
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
    }
    let new = file.with_extension("new");
    let written = File::create(&new).and_then(|file| {
        // There may be thousands of small ones.
        let mut file = BufWriter::new(file);
        file.write_all(&[form.as_bytes(), fingerprint.fingerprint().as_bytes()].concat())?;
        parts.iter().try_for_each(|part| file.write_all(part))?;
        file.flush()
    });
    written.map_err(Failure::file("write", &new))?;
    fs::rename(&new, file).map_err(Failure::file("put in place", file))
}

/// A value out of the bytes that were kept of it.
pub fn unpacked<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// A value as the bytes that are kept of it.
///
/// # Errors
/// It cannot be written, which is a fault of press.
pub fn packed(value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    postcard::to_stdvec(value).map_err(|error| Failure::Json(serde::ser::Error::custom(error)))
}
