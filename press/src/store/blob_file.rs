//! The drawer of the morgue: a file with what there is of each story besides its text, one after the other. An edition reads those
//! that it makes pages with. What comes is put at the end, until half of the file is of no use any more.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::file_stamp::now;
use super::fingerprint::Fingerprint;
use crate::diagnostics::failure::Failure;

/// What the file begins with is its own number, which the morgue knows.
const HEAD: u64 = 8;

/// Where something lies in the drawer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blob {
    begin: u64,
    bytes: u64,
    fingerprint: Fingerprint,
}

/// What the morgue has to know of its drawer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlobFileHeader {
    number: u64,
    /// Bytes; what comes after them was put there by a press that was killed.
    end: u64,
    /// Bytes of what is of use.
    used: u64,
}

/// An open drawer.
#[derive(Debug)]
pub struct BlobFile {
    path: PathBuf,
    file: Mutex<File>,
    header: BlobFileHeader,
}

impl BlobFile {
    /// Opens the drawer at `path`; none if it is another one than that with this label.
    pub fn open(path: &Path, header: BlobFileHeader) -> Option<BlobFile> {
        let mut file = OpenOptions::new().read(true).write(true).open(path).ok()?;
        let mut number = [0; HEAD as usize];
        file.read_exact(&mut number).ok()?;
        let is_whole = file.metadata().ok()?.len() >= header.end;
        let is_the_same = u64::from_le_bytes(number) == header.number && is_whole;
        is_the_same.then(|| BlobFile { path: path.to_path_buf(), file: Mutex::new(file), header })
    }

    /// What lies at `blob`.
    ///
    /// # Errors
    /// It cannot be read, or is not what was put there.
    pub fn read(&self, blob: Blob) -> Result<Vec<u8>, Failure> {
        let mut bytes = vec![0; usize::try_from(blob.bytes).unwrap_or_default()];
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let read = file.seek(SeekFrom::Start(blob.begin)).and_then(|_| file.read_exact(&mut bytes));
        match read {
            Ok(()) if Fingerprint::of(&bytes) == blob.fingerprint => Ok(bytes),
            _ => Err(Failure::Damaged { path: self.path.clone() }),
        }
    }

    /// Puts something into the drawer at `path`: into `open`, if that is not half empty by then; else into a new one, with what is
    /// `kept` of the old. Gives the label, and the places of the kept ones and of the new ones.
    ///
    /// # Errors
    /// It cannot be written, or what is to be kept cannot be read.
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
        let whole = [&number.to_le_bytes(), old.concat().as_slice(), new.concat().as_slice()].concat();
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
        }
        let fresh = path.with_extension("new-blobs");
        fs::write(&fresh, whole).map_err(Failure::file("write", &fresh))?;
        fs::rename(&fresh, path).map_err(Failure::file("put in place", path))?;
        Ok((BlobFileHeader { number, end, used }, kept, blobs))
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

/// The places of what is laid one after the other from `begin` on, and where it ends.
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
    fn what_was_put_in_is_found_until_the_file_is_damaged() {
        let folder = std::env::temp_dir().join(format!("press-drawer-{}", std::process::id()));
        let path = folder.join("drawer");
        let words = |text: &'static str| text.as_bytes();
        let (header, _, first) = BlobFile::put(None, &path, &[], &[words("harbour"), words("stairs")]).unwrap();
        let blob_file = BlobFile::open(&path, header).unwrap();
        assert_eq!(blob_file.read(first[1]).unwrap(), b"stairs");
        // One more: at the end.
        let (header, kept, more) = BlobFile::put(Some(&blob_file), &path, &first, &[words("funicular")]).unwrap();
        assert_eq!(kept, first);
        let again = BlobFile::open(&path, header).unwrap();
        assert_eq!(again.read(more[0]).unwrap(), b"funicular");
        // Most are gone: the rest is put together.
        let (header, kept, _) = BlobFile::put(Some(&again), &path, &more, &[]).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().len(), 8 + 9);
        assert!(BlobFile::open(&path, super::BlobFileHeader { number: header.number + 1, ..header }).is_none());
        let short = BlobFile::open(&path, header).unwrap();
        assert_eq!(short.read(kept[0]).unwrap(), b"funicular");
        std::fs::write(&path, [&header.number.to_le_bytes()[..], b"funiculus"].concat()).unwrap();
        assert!(BlobFile::open(&path, header).unwrap().read(kept[0]).is_err());
        std::fs::write(&path, [&header.number.to_le_bytes()[..], b"fun"].concat()).unwrap();
        assert!(BlobFile::open(&path, header).is_none());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
