//! The folder that an edition is written to.
//!
//! An edition is made beside the one that stands, and takes its place in one step: the two folders change their names with each
//! other (`renameat2` with `RENAME_EXCHANGE`; where the system has no such step, two renames). What stood there before stays
//! beside it as the spare, and the next edition is made of that by changing what is other: a file is never changed, but replaced,
//! so whoever has it open, or a link to it, keeps what it was. Of each folder there is a list of its files, with the key of each;
//! it is kept apart, by the number that the file system gives the folder, which goes with the folder where that goes. A folder
//! without one is half made, and is thrown away.

pub mod compression;
mod file_list;
mod folders;
pub mod lock;
mod seen;
mod whole;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use file_list::FileList;
pub use folders::{check_that_it_is_a_site, place_of, sibling};
use folders::{exchange, list_of, number, witness};
pub use seen::Seen;

use crate::diagnostics::failure::Failure;
use crate::store::fingerprint::Fingerprint;

/// A folder that becomes an edition while the previous one still stands, and takes its place at the end.
pub struct Output {
    /// Where files are written now.
    folder: PathBuf,
    /// The number of that folder.
    number: Option<(u64, u64)>,
    /// Where the edition belongs, until it is there.
    destination: Option<PathBuf>,
    /// Where the lists of folders are.
    lists: PathBuf,
    /// What lies in the folder, of an edition before.
    before: FileList,
    /// Those of them that belong there again, with their keys now: what many pages are noted in at once is locked for each of them.
    again: Vec<Mutex<Option<Fingerprint>>>,
    /// What lies in the edition that stands.
    standing: FileList,
    /// What else belongs there.
    more: Mutex<FileList>,
}

impl Output {
    /// Writes beside the folder that was `seen`, into the spare if there is one. [`Output::publish`] puts it in its place. The folder
    /// `lists` is for what is in the two.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn beside(seen: Seen, lists: &Path) -> Result<Output, Failure> {
        let Seen { destination, folder, before, standing } = seen;
        let before = match before {
            Some(list) if destination.exists() => list,
            _ => {
                remove_folder(&folder)?;
                FileList::default()
            }
        };
        fs::create_dir_all(&folder).map_err(Failure::file("make", &folder))?;
        // From now on it is half made.
        if let Some(list) = list_of(&folder, lists) {
            remove_file(&list)?;
        }
        let again = before.iter().map(|_| Mutex::default()).collect();
        let (number, lists) = (number(&folder), lists.to_path_buf());
        let more = Mutex::default();
        Ok(Output { folder, number, destination: Some(destination), lists, before, again, standing, more })
    }

    /// Where the files are until they are published.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The addresses of all files that belong there, in their order, with their keys.
    pub fn files(&self) -> Vec<(String, Fingerprint)> {
        let more = open(&self.more);
        let mut files: Vec<(String, Fingerprint)> = self
            .again()
            .chain(more.iter())
            .map(|(address, fingerprint)| (String::from(address), fingerprint))
            .collect();
        files.sort_unstable();
        files
    }

    /// Whether a file belongs there.
    pub fn has(&self, address: &str) -> bool {
        let address = address.trim_start_matches('/');
        match self.before.place(address) {
            Some(place) => open(&self.again[place]).is_some(),
            None => open(&self.more).place(address).is_some(),
        }
    }

    /// Whether the file with this key lies at `address`, from an edition before.
    pub fn lies(&self, address: &str, fingerprint: Fingerprint) -> bool {
        self.before.get(address.trim_start_matches('/')) == Some(fingerprint)
    }

    /// Whether the file with this key lies at `address`, from an edition before or in the one that stands.
    pub fn is_known(&self, address: &str, fingerprint: Fingerprint) -> bool {
        self.lies(address, fingerprint) || self.standing.get(address.trim_start_matches('/')) == Some(fingerprint)
    }

    /// Takes over the files of the edition that stands, as they are, whose addresses are `wanted`.
    ///
    /// # Errors
    /// A file cannot be copied.
    pub fn take_over(&self, wanted: impl Fn(&str) -> bool) -> Result<(), Failure> {
        let Some(destination) = &self.destination else { return Ok(()) };
        let mut files = self.standing.iter().filter(|(address, _)| wanted(address));
        files.try_for_each(|(address, fingerprint)| self.link(address, fingerprint, || Ok(destination.join(address))))
    }

    /// Writes a file; `address` is relative to the site, with or without its first slash.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, address: &str, content: impl AsRef<[u8]>) -> Result<(), Failure> {
        self.make(address, Fingerprint::of(content.as_ref()), || Ok(content))
    }

    /// Writes a file that is known by its `fingerprint`, if neither this folder nor the edition that stands has it at its address.
    ///
    /// # Errors
    /// `content` gives none, or the file cannot be written.
    pub fn make<Content: AsRef<[u8]>>(
        &self,
        address: &str,
        fingerprint: Fingerprint,
        content: impl FnOnce() -> Result<Content, Failure>,
    ) -> Result<(), Failure> {
        if let Some(path) = self.room(address, fingerprint)? {
            let content = content()?;
            in_folder(&path, || fs::write(&path, &content)).map_err(Failure::file("write", &path))?;
        }
        Ok(())
    }

    /// Copies a file to `address`, unless it lies there already.
    ///
    /// # Errors
    /// The file cannot be copied.
    pub fn copy(&self, from: &Path, address: &str) -> Result<(), Failure> {
        self.write(address, fs::read(from).map_err(Failure::file("copy", from))?)
    }

    /// Puts a file at `address` that stays where it is and is never changed there: a link to it, or a copy where there can be
    /// none. `fingerprint` tells it from others, and `file` says where it is, if it does not lie there already.
    ///
    /// # Errors
    /// `file` gives none, or the file cannot be copied.
    pub fn link(
        &self,
        address: &str,
        fingerprint: Fingerprint,
        file: impl FnOnce() -> Result<PathBuf, Failure>,
    ) -> Result<(), Failure> {
        if let Some(path) = self.room(address, fingerprint)? {
            let from = file()?;
            in_folder(&path, || link_or_copy(&from, &path)).map_err(Failure::file("copy", &from))?;
        }
        Ok(())
    }

    /// Puts the edition in its place. What stood there becomes the spare.
    ///
    /// # Errors
    /// A folder cannot be moved; the previous site stays then.
    pub fn publish(mut self) -> Result<(), Failure> {
        let Some(destination) = self.destination.take() else { return Ok(()) };
        let published = self.publish_at(&destination);
        if published.is_err() {
            fs::remove_dir_all(&self.folder).ok();
        }
        published?;
        // Of a press that was killed between two steps.
        remove_folder(&sibling(&destination, "old"))
    }

    fn publish_at(&self, destination: &Path) -> Result<(), Failure> {
        for ((address, _), again) in self.before.iter().zip(&self.again) {
            if open(again).is_none() {
                self.take_away(address)?;
            }
        }
        self.check_that_it_is_whole()?;
        if let Some((list, witness)) = list_of(&self.folder, &self.lists).zip(witness(&self.folder)) {
            FileList::write(self.again().chain(open(&self.more).iter()), &list, &witness)?;
        }
        if !destination.exists() {
            return fs::rename(&self.folder, destination).map_err(Failure::file("put in place", destination));
        }
        if exchange(&self.folder, destination) { Ok(()) } else { self.exchange_in_two_steps(destination) }
    }

    /// For file systems that know no other way.
    fn exchange_in_two_steps(&self, destination: &Path) -> Result<(), Failure> {
        let aside = sibling(destination, "old");
        remove_folder(&aside)?;
        fs::rename(destination, &aside).map_err(Failure::file("move aside", destination))?;
        if let Err(error) = fs::rename(&self.folder, destination) {
            fs::rename(&aside, destination).map_err(Failure::file("put back", &aside))?;
            return Err(Failure::file("put in place", destination)(error));
        }
        fs::rename(&aside, &self.folder).map_err(Failure::file("keep as the spare", &aside))
    }

    /// Removes a file of an edition before, and the folders that have nothing any more.
    fn take_away(&self, address: &str) -> Result<(), Failure> {
        let path = self.folder.join(address);
        remove_file(&path)?;
        let folders = path.ancestors().skip(1).take_while(|folder| *folder != self.folder);
        for folder in folders {
            // The first that still has something ends it.
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// Notes the file, and gives the key of the one that this edition had at its address until now, and that of the edition before.
    fn note(&self, address: &str, fingerprint: Fingerprint) -> (Option<Fingerprint>, Option<Fingerprint>) {
        match self.before.place(address) {
            Some(place) => (open(&self.again[place]).replace(fingerprint), Some(self.before.fingerprint(place))),
            None => (open(&self.more).insert(address, fingerprint), None),
        }
    }

    /// The files of an edition before that belong there again.
    fn again(&self) -> impl Iterator<Item = (&str, Fingerprint)> + Clone {
        let with_key =
            |((address, _), again): ((_, Fingerprint), &Mutex<Option<Fingerprint>>)| Some((address, (*open(again))?));
        self.before.iter().zip(&self.again).filter_map(with_key)
    }

    /// The place for a file, with nothing there; none if the file lies there by now.
    fn room(&self, address: &str, fingerprint: Fingerprint) -> Result<Option<PathBuf>, Failure> {
        let address = address.trim_start_matches('/');
        let (written, before) = self.note(address, fingerprint);
        if written.or(before) == Some(fingerprint) {
            return Ok(None);
        }
        let path = self.folder.join(address);
        if written.is_some() {
            remove_file(&path)?;
            return Ok(Some(path));
        }
        if before.is_some() {
            remove_file(&path)?;
        }
        if let Some(destination) = &self.destination
            && self.standing.get(address) == Some(fingerprint)
            && in_folder(&path, || link_or_copy(&destination.join(address), &path)).is_ok()
        {
            return Ok(None);
        }
        Ok(Some(path))
    }
}

impl Drop for Output {
    /// A press that has failed takes its half of a site away again.
    fn drop(&mut self) {
        if self.destination.is_some() {
            // Whatever stays is removed by the next press.
            fs::remove_dir_all(&self.folder).ok();
        }
    }
}

/// Does something to the file at `path`; if its folder is missing, that is made first.
fn in_folder(path: &Path, act: impl Fn() -> std::io::Result<()>) -> std::io::Result<()> {
    match (act(), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            act()
        }
        (done, _) => done,
    }
}

fn link_or_copy(from: &Path, path: &Path) -> std::io::Result<()> {
    fs::hard_link(from, path).or_else(|_| fs::copy(from, path).map(drop))
}

fn remove_file(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::file("remove", path)(error)),
        _ => Ok(()),
    }
}

fn remove_folder(path: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::file("remove the left-over", path)(error)),
        _ => Ok(()),
    }
}

fn open<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
