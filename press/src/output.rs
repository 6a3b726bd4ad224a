//! The folder that an edition is written to.
//!
//! An edition is made next to the live one. Then the two folders are swapped atomically (`renameat2` with
//! `RENAME_EXCHANGE`; two renames where the file system does not support that). The previous edition remains as the
//! spare, and the next edition is made from it by replacing the files that differ. No file is changed in place: a
//! process that has one open, or a hard link to it, keeps the old content. Each folder has a list of its files with
//! their fingerprints. The lists are stored elsewhere and named after the folder's inode, which stays the same when
//! the folder is renamed. A folder without a list is incomplete and is discarded.

pub mod compression;
mod disk;
mod file_list;
mod flush;
mod folders;
pub mod lock;
mod seen;
mod whole;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use disk::{in_folder, link_or_copy, remove_file, remove_folder, write_new};
use file_list::FileList;
pub use folders::{check_that_it_is_a_site, place_of, sibling};
use folders::{exchange, list_of, number, witness};
pub use seen::Seen;

use crate::diagnostics::console::step;
use crate::diagnostics::failure::Failure;
use crate::store::fingerprint::Fingerprint;
use crate::store::plain_file;

/// An edition that is being written next to the live one, and replaces it at the end.
pub struct Output {
    /// Where files are written now.
    folder: PathBuf,
    /// The device and inode of that folder.
    number: Option<(u64, u64)>,
    /// Where the edition is to be published; none once it is there.
    destination: Option<PathBuf>,
    /// The folder of the file lists.
    lists: PathBuf,
    /// The files in the folder from an earlier edition.
    before: FileList,
    /// The fingerprint each of those files has in the new edition, or none if it is not part of it. One lock per entry,
    /// since many threads write.
    again: Vec<Mutex<Option<Fingerprint>>>,
    /// The files of the live edition.
    standing: FileList,
    /// The files of the new edition that are not in `before`.
    more: Mutex<FileList>,
}

impl Output {
    /// Starts an edition next to the folder that was `seen`, in the spare if there is one. [`Output::publish`] moves
    /// it into place. The lists of both folders are kept in `lists`.
    ///
    /// # Errors
    /// The folder cannot be created.
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
        // From here on the folder is incomplete.
        if let Some(list) = list_of(&folder, lists) {
            remove_file(&list)?;
        }
        let again = before.iter().map(|_| Mutex::default()).collect();
        let (number, lists) = (number(&folder), lists.to_path_buf());
        let more = Mutex::default();
        Ok(Output { folder, number, destination: Some(destination), lists, before, again, standing, more })
    }

    /// The folder that files are written to until they are published.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The addresses and fingerprints of all files of the new edition, sorted.
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

    /// Whether the new edition has a file at `address`.
    pub fn has(&self, address: &str) -> bool {
        let address = address.trim_start_matches('/');
        match self.before.place(address) {
            Some(place) => open(&self.again[place]).is_some(),
            None => open(&self.more).place(address).is_some(),
        }
    }

    /// Whether the spare has a file with this fingerprint at `address`.
    pub fn lies(&self, address: &str, fingerprint: Fingerprint) -> bool {
        self.before.get(address.trim_start_matches('/')) == Some(fingerprint)
    }

    /// Whether the spare or the live edition has a file with this fingerprint at `address`.
    pub fn is_known(&self, address: &str, fingerprint: Fingerprint) -> bool {
        self.lies(address, fingerprint) || self.standing.get(address.trim_start_matches('/')) == Some(fingerprint)
    }

    /// Adds to the new edition, unchanged, those files of the live edition whose addresses are `wanted`.
    ///
    /// # Errors
    /// A file cannot be copied.
    pub fn take_over(&self, wanted: impl Fn(&str) -> bool) -> Result<(), Failure> {
        let Some(destination) = &self.destination else { return Ok(()) };
        let mut files = self.standing.iter().filter(|(address, _)| wanted(address));
        files.try_for_each(|(address, fingerprint)| self.link(address, fingerprint, || Ok(destination.join(address))))
    }

    /// Writes a file. `address` is relative to the site, with or without a leading slash.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, address: &str, content: impl AsRef<[u8]>) -> Result<(), Failure> {
        self.make(address, Fingerprint::of(content.as_ref()), || Ok(content))
    }

    /// Writes the file that `fingerprint` identifies, unless this folder or the live edition has it at `address`.
    ///
    /// # Errors
    /// `content` fails, or the file cannot be written.
    pub fn make<Content: AsRef<[u8]>>(
        &self,
        address: &str,
        fingerprint: Fingerprint,
        content: impl FnOnce() -> Result<Content, Failure>,
    ) -> Result<(), Failure> {
        if let Some(path) = self.room(address, fingerprint)? {
            let content = content()?;
            in_folder(&path, || write_new(&path, content.as_ref())).map_err(Failure::file("write", &path))?;
        }
        Ok(())
    }

    /// Copies a file to `address`, unless it is there already.
    ///
    /// # Errors
    /// The file cannot be copied.
    pub fn copy(&self, from: &Path, address: &str) -> Result<(), Failure> {
        self.write(address, plain_file::read(from).map_err(Failure::file("copy", from))?)
    }

    /// Puts a hard link to a file at `address`, or a copy where links are not possible. `fingerprint` identifies the
    /// file. `file` returns its path and is called only if `address` does not have it yet. The file must never be
    /// changed in place.
    ///
    /// # Errors
    /// `file` fails, or the file cannot be copied.
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

    /// Publishes the edition. The live edition becomes the spare.
    ///
    /// # Errors
    /// A folder cannot be moved; the live edition is then left unchanged.
    pub fn publish(mut self) -> Result<(), Failure> {
        let Some(destination) = self.destination.take() else { return Ok(()) };
        let published = self.publish_at(&destination);
        if published.is_err() {
            fs::remove_dir_all(&self.folder).ok();
        }
        published?;
        // Left by a press that was killed between the two renames.
        remove_folder(&sibling(&destination, "old"))
    }

    fn publish_at(&self, destination: &Path) -> Result<(), Failure> {
        for ((address, _), again) in self.before.iter().zip(&self.again) {
            if open(again).is_none() {
                self.take_away(address)?;
            }
        }
        self.check_that_it_is_whole()?;
        // Before the list, which must not name a file that a power cut has emptied.
        step("writing to disk", || flush::files(&self.folder, || self.written()))?;
        if let Some((list, witness)) = list_of(&self.folder, &self.lists).zip(witness(&self.folder)) {
            FileList::write(self.again().chain(open(&self.more).iter()), &list, &witness)?;
        }
        if !destination.exists() {
            fs::rename(&self.folder, destination).map_err(Failure::file("move into place", destination))?;
        } else if !exchange(&self.folder, destination) {
            self.exchange_in_two_steps(destination)?;
        }
        flush::names_beside(destination);
        Ok(())
    }

    /// The addresses of the files that are not as they were in the earlier edition.
    fn written(&self) -> Vec<String> {
        let again = self.before.iter().zip(&self.again).filter_map(|((address, before), again)| {
            let is_new = open(again).is_some_and(|key| key != before);
            is_new.then_some(address)
        });
        again.chain(open(&self.more).iter().map(|(address, _)| address)).map(String::from).collect()
    }

    /// Makes sure that no folder on the way to a file of the edition is a symbolic link, which somebody may have put
    /// into the site: the file would be written, or removed, elsewhere.
    fn check_folders(&self, path: &Path) -> Result<(), Failure> {
        let mut folders = path.ancestors().skip(1).take_while(|folder| *folder != self.folder);
        match folders.find(|folder| folder.is_symlink()) {
            Some(link) => Err(Failure::message(
                format_args!("{} is a symbolic link, and press would write to where it leads", link.display()),
                "remove the link of this name from the site and run press again",
            )),
            None => Ok(()),
        }
    }

    /// For file systems without an atomic swap.
    fn exchange_in_two_steps(&self, destination: &Path) -> Result<(), Failure> {
        let aside = sibling(destination, "old");
        remove_folder(&aside)?;
        fs::rename(destination, &aside).map_err(Failure::file("move aside", destination))?;
        if let Err(error) = fs::rename(&self.folder, destination) {
            fs::rename(&aside, destination).map_err(Failure::file("move back", &aside))?;
            return Err(Failure::file("move into place", destination)(error));
        }
        fs::rename(&aside, &self.folder).map_err(Failure::file("keep as the spare", &aside))
    }

    /// Removes a file of an earlier edition, and the folders that are empty without it.
    fn take_away(&self, address: &str) -> Result<(), Failure> {
        let path = self.folder.join(address);
        self.check_folders(&path)?;
        remove_file(&path)?;
        let folders = path.ancestors().skip(1).take_while(|folder| *folder != self.folder);
        for folder in folders {
            // The first folder that is not empty ends the loop.
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// Records the file. Returns the fingerprints of the file that the new edition had at this address until now, and
    /// of the one in the earlier edition.
    fn note(&self, address: &str, fingerprint: Fingerprint) -> (Option<Fingerprint>, Option<Fingerprint>) {
        match self.before.place(address) {
            Some(place) => (open(&self.again[place]).replace(fingerprint), Some(self.before.fingerprint(place))),
            None => (open(&self.more).insert(address, fingerprint), None),
        }
    }

    /// The files of the earlier edition that are part of the new one, with their new fingerprints.
    fn again(&self) -> impl Iterator<Item = (&str, Fingerprint)> + Clone {
        let renewed =
            |((address, _), again): ((_, Fingerprint), &Mutex<Option<Fingerprint>>)| Some((address, (*open(again))?));
        self.before.iter().zip(&self.again).filter_map(renewed)
    }

    /// Clears the path of a file that is to be written and returns it; none if the file is already in place.
    fn room(&self, address: &str, fingerprint: Fingerprint) -> Result<Option<PathBuf>, Failure> {
        let address = address.trim_start_matches('/');
        let (written, before) = self.note(address, fingerprint);
        if written.or(before) == Some(fingerprint) {
            return Ok(None);
        }
        let path = self.folder.join(address);
        self.check_folders(&path)?;
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
    /// A press that fails removes its incomplete edition.
    fn drop(&mut self) {
        if self.destination.is_some() {
            // Anything that is left is removed by the next press.
            fs::remove_dir_all(&self.folder).ok();
        }
    }
}

fn open<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
