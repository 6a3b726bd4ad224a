//! The drawer of the morgue: a file with what there is of each story besides its text, one after the other. An edition reads those
//! that it makes pages with. What comes is put at the end, until half of the file is of no use any more.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::key::Key;
use crate::stamp::now;

/// What the file begins with is its own number, which the morgue knows.
const HEAD: u64 = 8;

/// Where something lies in the drawer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    begin: u64,
    bytes: u64,
    key: Key,
}

/// What the morgue has to know of its drawer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    number: u64,
    /// Bytes; what comes after them was put there by a press that was killed.
    end: u64,
    /// Bytes of what is of use.
    used: u64,
}

/// An open drawer.
#[derive(Debug)]
pub struct Drawer {
    path: PathBuf,
    file: Mutex<File>,
    label: Label,
}

impl Drawer {
    /// Opens the drawer at `path`; none if it is another one than that with this label.
    pub fn open(path: &Path, label: Label) -> Option<Drawer> {
        let mut file = OpenOptions::new().read(true).write(true).open(path).ok()?;
        let mut number = [0; HEAD as usize];
        file.read_exact(&mut number).ok()?;
        let is_whole = file.metadata().ok()?.len() >= label.end;
        let is_the_same = u64::from_le_bytes(number) == label.number && is_whole;
        is_the_same.then(|| Drawer { path: path.to_path_buf(), file: Mutex::new(file), label })
    }

    /// What lies at `place`.
    ///
    /// # Errors
    /// It cannot be read, or is not what was put there.
    pub fn read(&self, place: Place) -> Result<Vec<u8>, Failure> {
        let mut bytes = vec![0; usize::try_from(place.bytes).unwrap_or_default()];
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let read = file.seek(SeekFrom::Start(place.begin)).and_then(|_| file.read_exact(&mut bytes));
        match read {
            Ok(()) if Key::of(&bytes) == place.key => Ok(bytes),
            _ => Err(Failure::Damaged { path: self.path.clone() }),
        }
    }

    /// Puts something into the drawer at `path`: into `open`, if that is not half empty by then; else into a new one, with what is
    /// `kept` of the old. Gives the label, and the places of the kept ones and of the new ones.
    ///
    /// # Errors
    /// It cannot be written, or what is to be kept cannot be read.
    pub fn put(
        open: Option<&Drawer>,
        path: &Path,
        kept: &[Place],
        new: &[&[u8]],
    ) -> Result<(Label, Vec<Place>, Vec<Place>), Failure> {
        let used =
            kept.iter().map(|place| place.bytes).sum::<u64>() + new.iter().map(|bytes| bytes.len() as u64).sum::<u64>();
        if let Some(drawer) = open.filter(|drawer| drawer.label.end <= 2 * used) {
            let Label { number, end, .. } = drawer.label;
            let (places, end) = lay(new, end);
            drawer.append(&new.concat())?;
            return Ok((Label { number, end, used }, kept.to_vec(), places));
        }
        let old = kept.iter().map(|place| open.map_or_else(|| Ok(Vec::new()), |drawer| drawer.read(*place)));
        let old = old.collect::<Result<Vec<_>, Failure>>()?;
        let old: Vec<&[u8]> = old.iter().map(Vec::as_slice).collect();
        let number = now();
        let (kept, end) = lay(&old, HEAD);
        let (places, end) = lay(new, end);
        let whole = [&number.to_le_bytes(), old.concat().as_slice(), new.concat().as_slice()].concat();
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
        }
        let fresh = path.with_extension("new-drawer");
        fs::write(&fresh, whole).map_err(Failure::file("write", &fresh))?;
        fs::rename(&fresh, path).map_err(Failure::file("put in place", path))?;
        Ok((Label { number, end, used }, kept, places))
    }

    fn append(&self, bytes: &[u8]) -> Result<(), Failure> {
        if bytes.is_empty() {
            return Ok(());
        }
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let written =
            file.set_len(self.label.end).and_then(|()| file.seek(SeekFrom::End(0))).and_then(|_| file.write_all(bytes));
        written.map_err(Failure::file("write", &self.path))
    }
}

/// The places of what is laid one after the other from `begin` on, and where it ends.
fn lay(all: &[&[u8]], begin: u64) -> (Vec<Place>, u64) {
    let mut end = begin;
    let mut place = |bytes: &&[u8]| {
        let place = Place { begin: end, bytes: bytes.len() as u64, key: Key::of(bytes) };
        end += place.bytes;
        place
    };
    let places = all.iter().map(&mut place).collect();
    (places, end)
}

#[cfg(test)]
mod tests {
    use super::Drawer;

    #[test]
    fn what_was_put_in_is_found_until_the_file_is_damaged() {
        let folder = std::env::temp_dir().join(format!("press-drawer-{}", std::process::id()));
        let path = folder.join("drawer");
        let words = |text: &'static str| text.as_bytes();
        let (label, _, first) = Drawer::put(None, &path, &[], &[words("harbour"), words("stairs")]).unwrap();
        let drawer = Drawer::open(&path, label).unwrap();
        assert_eq!(drawer.read(first[1]).unwrap(), b"stairs");
        // One more: at the end.
        let (label, kept, more) = Drawer::put(Some(&drawer), &path, &first, &[words("funicular")]).unwrap();
        assert_eq!(kept, first);
        let again = Drawer::open(&path, label).unwrap();
        assert_eq!(again.read(more[0]).unwrap(), b"funicular");
        // Most are gone: the rest is put together.
        let (label, kept, _) = Drawer::put(Some(&again), &path, &more, &[]).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().len(), 8 + 9);
        assert!(Drawer::open(&path, super::Label { number: label.number + 1, ..label }).is_none());
        let short = Drawer::open(&path, label).unwrap();
        assert_eq!(short.read(kept[0]).unwrap(), b"funicular");
        std::fs::write(&path, [&label.number.to_le_bytes()[..], b"funiculus"].concat()).unwrap();
        assert!(Drawer::open(&path, label).unwrap().read(kept[0]).is_err());
        std::fs::write(&path, [&label.number.to_le_bytes()[..], b"fun"].concat()).unwrap();
        assert!(Drawer::open(&path, label).is_none());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
