//! What lies in the content folder. An edition looks once: where its stories are, which pictures there are, and whether any of it
//! has changed since the last look, is all told by this.
//!
//! What is kept of the last look spares reading the folders that have not been changed since.

mod place;

use std::collections::HashMap;
use std::fs::{self, DirEntry};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use place::{Base, Found, Place};

use crate::failure::Failure;
use crate::kept;
use crate::stamp::{Stamp, now};

/// What the file begins with; the number goes up when its form changes.
const FORM: &str = "press inventory 1\n";

/// From so many entries on a folder is looked through on all cores.
const MANY: usize = 64;

/// What lies in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inventory {
    /// When it was looked at, in nanoseconds since 1970.
    looked: u64,
    /// The folder itself.
    pub root: Folder,
}

/// A folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folder {
    /// None where it was not to be looked into.
    stamp: Option<Stamp>,
    /// What lies in it, by name; hidden files are left out.
    pub entries: Vec<Entry>,
    /// Why not all of it could be seen.
    pub fault: Option<String>,
}

/// A file or folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// What it is, or what the link leads to.
    pub kind: Kind,
    is_link: bool,
}

/// What an entry is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A file.
    File(Stamp),
    /// A folder.
    Folder(Folder),
    /// Something that has no content, such as a socket.
    Other,
}

impl Inventory {
    /// Looks through the folder at `path`.
    pub fn take(path: &Path) -> Inventory {
        Inventory::default().renewed(path)
    }

    /// Looks through the folder at `path` again.
    pub fn renewed(self, path: &Path) -> Inventory {
        let looked = now();
        let place = Place::at(path);
        let root = match place.look() {
            Ok((_, stamp)) => Look { last: self.looked }.folder(&place, stamp, self.root),
            Err(error) => Folder { fault: Some(error.to_string()), ..Folder::default() },
        };
        Inventory { looked, root }
    }

    /// What was kept in `file` of the last look; nothing if that is of no use.
    pub fn read(file: &Path) -> Inventory {
        kept::read(file, FORM).and_then(|bytes| kept::unpacked(&bytes)).unwrap_or_default()
    }

    /// Keeps it in `file`.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, file: &Path) -> Result<(), Failure> {
        kept::write(file, FORM, &[&kept::packed(self)?])
    }

    /// When it was looked at, in nanoseconds since 1970.
    pub fn looked(&self) -> u64 {
        self.looked
    }

    /// All files, by their paths below the folder, with their stamps, as far as `wanted`.
    pub fn files(&self, wanted: fn(&str) -> bool) -> Vec<(PathBuf, Stamp)> {
        let mut files = Vec::new();
        self.root.files(Path::new(""), wanted, &mut files);
        files
    }
}

impl Folder {
    /// The entry of that name.
    pub fn get(&self, name: &str) -> Option<&Kind> {
        let place = self.entries.binary_search_by(|entry| entry.name.as_str().cmp(name)).ok()?;
        Some(&self.entries[place].kind)
    }

    fn files(&self, path: &Path, wanted: fn(&str) -> bool, files: &mut Vec<(PathBuf, Stamp)>) {
        for Entry { name, kind, .. } in &self.entries {
            match kind {
                Kind::File(stamp) if wanted(name) => files.push((path.join(name), *stamp)),
                Kind::Folder(folder) if !folder.entries.is_empty() => folder.files(&path.join(name), wanted, files),
                _ => {}
            }
        }
    }
}

/// A look through a folder, after the `last` one, in nanoseconds since 1970.
#[derive(Clone, Copy)]
struct Look {
    last: u64,
}

impl Look {
    /// Looks through the folder at `place`, which was known as `before`.
    fn folder(self, place: &Place<'_>, stamp: Stamp, before: Folder) -> Folder {
        let is_known = before.stamp == Some(stamp) && stamp.was_settled(self.last) && before.fault.is_none();
        let mut before = before.entries;
        let base = Base::of(place, before.len());
        let here = base.as_ref().map_or_else(|| place.clone(), Base::place);
        if is_known && let Some(entries) = map(std::mem::take(&mut before), |entry| self.again(&here, entry)) {
            return Folder { stamp: Some(stamp), entries, fault: None };
        }
        let mut before: HashMap<String, Kind> = before.into_iter().map(|entry| (entry.name, entry.kind)).collect();
        let mut found = Vec::new();
        let mut fault = None;
        match fs::read_dir(here.whole()) {
            Ok(entries) => {
                for entry in entries {
                    match entry {
                        Ok(entry) => found.push(entry),
                        Err(error) => fault = Some(error.to_string()),
                    }
                }
            }
            Err(error) => fault = Some(error.to_string()),
        }
        let mut named: Vec<(String, DirEntry)> =
            found.into_iter().map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry)).collect();
        // Editors' locks, which may be links to nowhere, are hidden, too.
        named.retain(|(name, _)| !name.starts_with('.'));
        named.sort_by(|(one, _), (other, _)| one.cmp(other));
        let known: Vec<_> = named.into_iter().map(|(name, entry)| (before.remove(&name), name, entry)).collect();
        let looked =
            map(known, |(before, name, entry)| Some(self.entry(&here, name, &entry, before))).unwrap_or_default();
        let mut entries = Vec::new();
        for entry in looked {
            match entry {
                Ok(entry) => entries.extend(entry),
                Err(error) => fault = Some(error),
            }
        }
        Folder { stamp: Some(stamp), entries, fault }
    }

    /// An entry of a folder that has the entries it had; none if that is not so.
    fn again(self, folder: &Place<'_>, entry: Entry) -> Option<Entry> {
        let place = folder.join(&entry.name);
        let (found, stamp) = place.look().ok()?;
        let Entry { name, kind, is_link } = entry;
        let kind = match (kind, found) {
            (Kind::Folder(before), Found::Folder) => Kind::Folder(self.inner(&place, is_link, stamp, before)),
            (Kind::File(_), Found::File) => Kind::File(stamp),
            (Kind::Other, Found::Other) => Kind::Other,
            _ => return None,
        };
        Some(Entry { name, kind, is_link })
    }

    /// An entry of a folder that is read; nothing if it is gone again.
    fn entry(
        self,
        folder: &Place<'_>,
        name: String,
        entry: &DirEntry,
        before: Option<Kind>,
    ) -> Result<Option<Entry>, String> {
        let place = folder.join(entry.file_name());
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        let (found, stamp) = match place.look() {
            Ok(found) => found,
            Err(error) if is_link || error.kind() != ErrorKind::NotFound => return Err(error.to_string()),
            Err(_) => return Ok(None),
        };
        let kind = match (found, before) {
            (Found::Folder, Some(Kind::Folder(before))) => Kind::Folder(self.inner(&place, is_link, stamp, before)),
            (Found::Folder, _) => Kind::Folder(self.inner(&place, is_link, stamp, Folder::default())),
            (Found::File, _) => Kind::File(stamp),
            (Found::Other, _) => Kind::Other,
        };
        Ok(Some(Entry { name, kind, is_link }))
    }

    /// A folder in a folder. A link to one that it lies in would have no end.
    fn inner(self, place: &Place<'_>, is_link: bool, stamp: Stamp, before: Folder) -> Folder {
        if is_link && leads_back(&place.whole()) { Folder::default() } else { self.folder(place, stamp, before) }
    }
}

/// What becomes of all items, on all cores if there are many; none if one of them becomes nothing.
fn map<T: Send, U: Send>(items: Vec<T>, to: impl Fn(T) -> Option<U> + Send + Sync) -> Option<Vec<U>> {
    if items.len() < MANY { items.into_iter().map(to).collect() } else { items.into_par_iter().map(to).collect() }
}

/// Whether a link leads to a folder that it lies in.
fn leads_back(link: &Path) -> bool {
    let (target, place) = (fs::canonicalize(link), link.parent().map(fs::canonicalize));
    matches!((target, place), (Ok(target), Some(Ok(place))) if place.starts_with(&target))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;
    use std::time::Duration;

    use super::{Folder, Inventory, Kind};

    /// A content folder of its own.
    fn room(name: &str) -> PathBuf {
        let room = std::env::temp_dir().join(format!("press-inventory-{name}-{}", std::process::id()));
        fs::remove_dir_all(&room).ok();
        for story in ["stairs", "harbour"] {
            fs::create_dir_all(room.join("history").join(story)).unwrap();
            fs::write(room.join("history").join(story).join("index.md"), story).unwrap();
        }
        fs::write(room.join("history/.lock"), "").unwrap();
        room
    }

    /// As long as it takes until nothing has been changed just now.
    fn wait() {
        std::thread::sleep(Duration::from_millis(120));
    }

    fn names(inventory: &Inventory) -> Vec<String> {
        inventory.files(|_| true).iter().map(|(path, _)| path.to_string_lossy().into_owned()).collect()
    }

    fn folder<'a>(inventory: &'a mut Inventory, names: &[&str]) -> &'a mut Folder {
        names.iter().fold(&mut inventory.root, |folder, name| {
            let entry = folder.entries.iter_mut().find(|entry| entry.name == *name).unwrap();
            let Kind::Folder(inner) = &mut entry.kind else { panic!("{name} is no folder") };
            inner
        })
    }

    #[test]
    fn all_but_what_is_hidden_is_seen_by_name() {
        let room = room("all");
        let inventory = Inventory::take(&room);
        assert_eq!(names(&inventory), ["history/harbour/index.md", "history/stairs/index.md"]);
        assert!(inventory.root.get("history").is_some() && inventory.root.get("history/harbour").is_none());
        assert!(Inventory::take(&room.join("nowhere")).root.fault.is_some_and(|fault| fault.contains("No such file")));
        fs::remove_dir_all(room).unwrap();
    }

    #[test]
    fn a_folder_that_has_not_changed_is_not_read_again_and_one_that_has_is() {
        let room = room("again");
        wait();
        let mut before = Inventory::take(&room);
        // Only who reads the folder will find it again.
        folder(&mut before, &["history", "stairs"]).entries.clear();
        let again = before.clone().renewed(&room);
        assert_eq!(names(&again), ["history/harbour/index.md"]);
        fs::write(room.join("history/stairs/steps.png"), "").unwrap();
        let all = ["history/harbour/index.md", "history/stairs/index.md", "history/stairs/steps.png"];
        assert_eq!(names(&before.renewed(&room)), all);
        fs::remove_dir_all(room.join("history/harbour")).unwrap();
        assert_eq!(names(&again.renewed(&room)), all[1..]);
        fs::remove_dir_all(room).unwrap();
    }

    #[test]
    fn a_file_that_is_written_in_its_place_has_another_stamp() {
        let room = room("stamp");
        wait();
        let before = Inventory::take(&room);
        wait();
        fs::write(room.join("history/stairs/index.md"), "STAIRS").unwrap();
        let after = before.clone().renewed(&room);
        let (before, after) = (before.files(|_| true), after.files(|_| true));
        assert_eq!(before[0], after[0]);
        assert!(before[1].0 == after[1].0 && before[1].1 != after[1].1);
        fs::remove_dir_all(room).unwrap();
    }

    #[test]
    fn what_was_changed_just_before_the_last_look_is_looked_at_again() {
        let room = room("just");
        let mut before = Inventory::take(&room);
        folder(&mut before, &["history", "stairs"]).entries.clear();
        assert_eq!(names(&before.renewed(&room)).len(), 2);
        fs::remove_dir_all(room).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_but_not_round_and_round_and_one_to_nowhere_is_a_fault() {
        let room = room("links");
        std::os::unix::fs::symlink("../../history", room.join("history/stairs/round")).unwrap();
        std::os::unix::fs::symlink("stairs", room.join("history/steps")).unwrap();
        let inventory = Inventory::take(&room);
        let all = ["history/harbour/index.md", "history/stairs/index.md", "history/steps/index.md"];
        assert_eq!(names(&inventory), all);
        std::os::unix::fs::symlink("nowhere", room.join("history/lost")).unwrap();
        let mut inventory = inventory.renewed(&room);
        assert!(folder(&mut inventory, &["history"]).fault.is_some());
        fs::remove_dir_all(room).unwrap();
    }

    #[test]
    fn what_is_kept_is_what_was_seen_and_damage_is_nothing() {
        let room = room("kept");
        let (inventory, file) = (Inventory::take(&room), room.join("inventory"));
        inventory.write(&file).unwrap();
        assert_eq!(Inventory::read(&file), inventory);
        let mut bytes = fs::read(&file).unwrap();
        bytes[60] ^= 1;
        fs::write(&file, bytes).unwrap();
        assert_eq!(Inventory::read(&file), Inventory::default());
        fs::remove_dir_all(room).unwrap();
    }
}
