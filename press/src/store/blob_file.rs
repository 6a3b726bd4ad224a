//! A file of blobs, in which the story cache keeps what is not in the stories' summaries. An edition reads only the
//! blobs that its pages need. New ones are appended, which saves 65 ms of an edit with 10,000 stories (ADR 18); when
//! less than half of the file is in use, it is rewritten.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::file_stamp::now;
use super::fingerprint::Fingerprint;
use super::new_file::replace;
use crate::diagnostics::failure::Failure;

/// The bytes of the number at the start of the file, which identifies it to the story cache.
const HEAD: u64 = 8;

/// The position, length and fingerprint of something in a blob file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blob {
    begin: u64,
    bytes: u64,
    fingerprint: Fingerprint,
}

/// What the story cache stores about its blob file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlobFileHeader {
    number: u64,
    /// The length in bytes. Anything after that was appended by a press that was killed.
    end: u64,
    /// How many bytes are in use.
    used: u64,
}

/// An open blob file.
#[derive(Debug)]
pub struct BlobFile {
    path: PathBuf,
    file: Mutex<File>,
    header: BlobFileHeader,
}

impl BlobFile {
    /// Opens the blob file at `path`; none if it is not the one that `header` describes.
    pub fn open(path: &Path, header: BlobFileHeader) -> Option<BlobFile> {
        let mut file = OpenOptions::new().read(true).write(true).open(path).ok()?;
        let mut number = [0; HEAD as usize];
        file.read_exact(&mut number).ok()?;
        let is_whole = file.metadata().ok()?.len() >= header.end;
        let is_the_same = u64::from_le_bytes(number) == header.number && is_whole;
        is_the_same.then(|| BlobFile { path: path.to_path_buf(), file: Mutex::new(file), header })
    }

    /// Reads the bytes of `blob`.
    ///
    /// # Errors
    /// They cannot be read, or do not match the blob's fingerprint.
    pub fn read(&self, blob: Blob) -> Result<Vec<u8>, Failure> {
        let mut bytes = vec![0; usize::try_from(blob.bytes).unwrap_or_default()];
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let read = file.seek(SeekFrom::Start(blob.begin)).and_then(|_| file.read_exact(&mut bytes));
        match read {
            Ok(()) if Fingerprint::of(&bytes) == blob.fingerprint => Ok(bytes),
            _ => Err(self.damaged()),
        }
    }

    /// Writes the `new` blobs to the blob file at `path`. They are appended to `open` if at least half of it will be
    /// in use; otherwise a new file is written with the `kept` blobs of the old one. Returns the header, the kept
    /// blobs and the new ones.
    ///
    /// # Errors
    /// The file cannot be written, or a blob that is to be kept cannot be read.
    pub fn put(
        open: Option<&BlobFile>,
        path: &Path,
        kept: &[Blob],
        new: &[&[u8]],
    ) -> Result<(BlobFileHeader, Vec<Blob>, Vec<Blob>), Failure> {
        let used =
            kept.iter().map(|blob| blob.bytes).sum::<u64>() + new.iter().map(|bytes| bytes.len() as u64).sum::<u64>();
        if let Some(blob_file) = open.filter(|blob_file| blob_file.header.end <= 2 * used) {
            let BlobFileHeader { number, end, .. } = blob_file.header;
            let (blobs, end) = lay(new, end);
            blob_file.append(&new.concat())?;
            return Ok((BlobFileHeader { number, end, used }, kept.to_vec(), blobs));
        }
        let old = kept.iter().map(|blob| open.map_or_else(|| Ok(Vec::new()), |blob_file| blob_file.read(*blob)));
        let old = old.collect::<Result<Vec<_>, Failure>>()?;
        let old: Vec<&[u8]> = old.iter().map(Vec::as_slice).collect();
        let number = now();
        let (kept, end) = lay(&old, HEAD);
        let (blobs, end) = lay(new, end);
        replace(path, |file| {
            file.write_all(&number.to_le_bytes())?;
            old.iter().chain(new).try_for_each(|bytes| file.write_all(bytes))
        })?;
        Ok((BlobFileHeader { number, end, used }, kept, blobs))
    }

    /// The failure for content that differs from what was written.
    pub fn damaged(&self) -> Failure {
        Failure::damaged(&self.path)
    }

    fn append(&self, bytes: &[u8]) -> Result<(), Failure> {
        if bytes.is_empty() {
            return Ok(());
        }
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let written = file
            .set_len(self.header.end)
            .and_then(|()| file.seek(SeekFrom::End(0)))
            .and_then(|_| file.write_all(bytes));
        written.map_err(Failure::file("write", &self.path))
    }
}

/// The blobs of contents that are stored one after the other from `begin` on, and where the last one ends.
fn lay(all: &[&[u8]], begin: u64) -> (Vec<Blob>, u64) {
    let mut end = begin;
    let mut blob = |bytes: &&[u8]| {
        let blob = Blob { begin: end, bytes: bytes.len() as u64, fingerprint: Fingerprint::of(bytes) };
        end += blob.bytes;
        blob
    };
    let blobs = all.iter().map(&mut blob).collect();
    (blobs, end)
}

#[cfg(test)]
mod tests {
    use super::BlobFile;

    #[test]
    fn blobs_are_found_until_the_file_is_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("blobs");
        let words = |text: &'static str| text.as_bytes();
        let (header, _, first) = BlobFile::put(None, &path, &[], &[words("harbour"), words("stairs")]).unwrap();
        let blob_file = BlobFile::open(&path, header).unwrap();
        assert_eq!(blob_file.read(first[1]).unwrap(), b"stairs");
        // One more is appended.
        let (header, kept, more) = BlobFile::put(Some(&blob_file), &path, &first, &[words("funicular")]).unwrap();
        assert_eq!(kept, first);
        let again = BlobFile::open(&path, header).unwrap();
        assert_eq!(again.read(more[0]).unwrap(), b"funicular");
        // Most are unused now: the file is rewritten with the rest.
        let (header, kept, _) = BlobFile::put(Some(&again), &path, &more, &[]).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().len(), 8 + 9);
        assert!(BlobFile::open(&path, super::BlobFileHeader { number: header.number + 1, ..header }).is_none());
        let short = BlobFile::open(&path, header).unwrap();
        assert_eq!(short.read(kept[0]).unwrap(), b"funicular");
        std::fs::write(&path, [&header.number.to_le_bytes()[..], b"funiculus"].concat()).unwrap();
        assert!(BlobFile::open(&path, header).unwrap().read(kept[0]).is_err());
        std::fs::write(&path, [&header.number.to_le_bytes()[..], b"fun"].concat()).unwrap();
        assert!(BlobFile::open(&path, header).is_none());
    }
}
