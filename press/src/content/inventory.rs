//! An inventory of the content folder. An edition scans the folder once, and takes from the inventory where its
//! stories are, which pictures there are, and whether anything has changed since the last scan.
//!
//! The saved inventory of the last scan avoids reading folders that have not changed since.

pub mod path;
pub mod scan;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use path::ScanPath;
pub use scan::DEEPEST;
use scan::{Look, Way};

use crate::diagnostics::failure::Failure;
use crate::store::cache_file;
use crate::store::file_stamp::{FileStamp, now};

/// The first line of the saved file; increment the number when the format changes.
const FORM: &str = "press inventory 2\n";

/// The contents of a folder, including its subfolders.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inventory {
    /// When it was scanned, in nanoseconds since 1970.
    looked: u64,
    /// The folder itself.
    pub root: Folder,
}

/// A folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folder {
    /// None if it was not scanned.
    stamp: Option<FileStamp>,
    /// Its entries, sorted by name, without hidden files.
    pub entries: Vec<FolderEntry>,
    /// Why it could not be read completely, if so.
    pub fault: Option<String>,
}

/// A file or folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FolderEntry {
    /// Its name.
    pub name: String,
    /// What it is, or for a symbolic link, what that leads to.
    pub kind: Kind,
    is_link: bool,
}

/// The kind of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A file.
    File(FileStamp),
    /// A folder.
    Folder(Folder),
    /// Something that is not read.
    Refused(Refusal),
}

/// Why an entry is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It is a link that leads out of the folder.
    Outside,
    /// It is a named pipe, a socket or a device.
    Special,
    /// It is a folder below more than [`DEEPEST`] others.
    TooDeep,
    /// It is one of the links that lead to more files than a newspaper has.
    TooMany,
}

impl Inventory {
    /// Scans the folder at `path`.
    pub fn take(path: &Path) -> Inventory {
        Inventory::default().renewed(path)
    }

    /// Scans the folder at `path` again. Folders that have not changed since the last scan are not read.
    pub fn renewed(self, path: &Path) -> Inventory {
        let looked = now();
        let place = ScanPath::at(path);
        let look = Look::after(self.looked, path);
        let root = match place.look() {
            Ok((_, stamp)) => look.folder(&place, Way::default(), stamp, self.root),
            Err(error) => Folder { fault: Some(error.to_string()), ..Folder::default() },
        };
        Inventory { looked, root }
    }

    /// Reads the inventory saved in `file`; empty if there is none or it is unusable.
    pub fn read(file: &Path) -> Inventory {
        cache_file::read(file, FORM).and_then(|bytes| cache_file::unpacked(&bytes)).unwrap_or_default()
    }

    /// Saves the inventory in `file`.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, file: &Path) -> Result<(), Failure> {
        cache_file::write(file, FORM, &[&cache_file::packed(self)?])
    }

    /// When it was scanned, in nanoseconds since 1970.
    pub fn looked(&self) -> u64 {
        self.looked
    }

    /// The files whose names are `wanted`, with their paths relative to the folder and their stamps.
    pub fn files(&self, wanted: fn(&str) -> bool) -> Vec<(PathBuf, FileStamp)> {
        let mut files = Vec::new();
        self.root.files(Path::new(""), wanted, &mut files);
        files
    }
}

impl Folder {
    /// The entry with this name.
    pub fn get(&self, name: &str) -> Option<&Kind> {
        let place = self.entries.binary_search_by(|entry| entry.name.as_str().cmp(name)).ok()?;
        Some(&self.entries[place].kind)
    }

    fn files(&self, path: &Path, wanted: fn(&str) -> bool, files: &mut Vec<(PathBuf, FileStamp)>) {
        for FolderEntry { name, kind, .. } in &self.entries {
            match kind {
                Kind::File(stamp) if wanted(name) => files.push((path.join(name), *stamp)),
                Kind::Folder(folder) if !folder.entries.is_empty() => folder.files(&path.join(name), wanted, files),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;
    use std::time::Duration;
    use tempfile::TempDir;

    use super::{DEEPEST, Folder, Inventory, Kind, Refusal};

    /// Creates a content folder for one test.
    fn room() -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        let room = folder.path();
        for story in ["stairs", "harbour"] {
            fs::create_dir_all(room.join("history").join(story)).unwrap();
            fs::write(room.join("history").join(story).join("index.md"), story).unwrap();
        }
        fs::write(room.join("history/.lock"), "").unwrap();
        folder
    }

    /// Waits until a change gets a different time stamp: the clocks of file systems are coarse.
    fn wait() {
        std::thread::sleep(Duration::from_millis(50));
    }

    fn names(inventory: &Inventory) -> Vec<String> {
        inventory.files(|_| true).iter().map(|(path, _)| path.to_string_lossy().into_owned()).collect()
    }

    fn folder<'a>(inventory: &'a mut Inventory, names: &[&str]) -> &'a mut Folder {
        names.iter().fold(&mut inventory.root, |folder, name| {
            let entry = folder.entries.iter_mut().find(|entry| entry.name == *name).unwrap();
            let Kind::Folder(inner) = &mut entry.kind else { panic!("{name} is not a folder") };
            inner
        })
    }

    #[test]
    fn all_but_hidden_files_are_found_sorted_by_name() {
        let temporary = room();
        let room = temporary.path();
        let inventory = Inventory::take(room);
        assert_eq!(names(&inventory), ["history/harbour/index.md", "history/stairs/index.md"]);
        assert!(inventory.root.get("history").is_some() && inventory.root.get("history/harbour").is_none());
        assert!(Inventory::take(&room.join("nowhere")).root.fault.is_some_and(|fault| fault.contains("No such file")));
    }

    #[test]
    fn a_folder_that_has_not_changed_is_not_read_again_and_one_that_has_is() {
        let temporary = room();
        let room = temporary.path();
        wait();
        // As if the last change had been long before the scan.
        let mut before = Inventory { looked: u64::MAX, ..Inventory::take(room) };
        // The entries come back only if the folder is read.
        folder(&mut before, &["history", "stairs"]).entries.clear();
        let again = before.clone().renewed(room);
        assert_eq!(names(&again), ["history/harbour/index.md"]);
        fs::write(room.join("history/stairs/steps.png"), "").unwrap();
        let all = ["history/harbour/index.md", "history/stairs/index.md", "history/stairs/steps.png"];
        assert_eq!(names(&before.renewed(room)), all);
        fs::remove_dir_all(room.join("history/harbour")).unwrap();
        assert_eq!(names(&again.renewed(room)), all[1..]);
    }

    #[test]
    fn a_new_file_next_to_an_unchanged_story_is_found() {
        let temporary = room();
        let room = temporary.path();
        wait();
        let before = Inventory { looked: u64::MAX, ..Inventory::take(room) };
        fs::write(room.join("history/stairs/index.uk.md"), "").unwrap();
        let all = ["history/harbour/index.md", "history/stairs/index.md", "history/stairs/index.uk.md"];
        assert_eq!(names(&before.renewed(room)), all);
    }

    #[test]
    fn a_file_that_is_modified_in_place_gets_another_stamp() {
        let temporary = room();
        let room = temporary.path();
        wait();
        let before = Inventory::take(room);
        wait();
        fs::write(room.join("history/stairs/index.md"), "STAIRS").unwrap();
        let after = before.clone().renewed(room);
        let (before, after) = (before.files(|_| true), after.files(|_| true));
        assert_eq!(before[0], after[0]);
        assert!(before[1].0 == after[1].0 && before[1].1 != after[1].1);
    }

    #[test]
    fn a_folder_that_changed_just_before_the_last_scan_is_read_again() {
        let temporary = room();
        let room = temporary.path();
        // The scan is as old as the change.
        let mut before = Inventory { looked: 0, ..Inventory::take(room) };
        folder(&mut before, &["history", "stairs"]).entries.clear();
        assert_eq!(names(&before.renewed(room)).len(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_but_not_in_circles_and_a_dangling_one_is_a_fault() {
        let temporary = room();
        let room = temporary.path();
        std::os::unix::fs::symlink("../../history", room.join("history/stairs/round")).unwrap();
        std::os::unix::fs::symlink("stairs", room.join("history/steps")).unwrap();
        let inventory = Inventory::take(room);
        let all = ["history/harbour/index.md", "history/stairs/index.md", "history/steps/index.md"];
        assert_eq!(names(&inventory), all);
        std::os::unix::fs::symlink("nowhere", room.join("history/lost")).unwrap();
        let mut inventory = inventory.renewed(room);
        assert!(folder(&mut inventory, &["history"]).fault.is_some());
    }

    #[cfg(unix)]
    #[test]
    fn links_in_a_linked_folder_are_not_followed_so_that_two_folders_full_of_links_to_each_other_end() {
        use std::os::unix::fs::symlink;
        let temporary = room();
        let room = temporary.path();
        for (from, to) in [("stairs", "harbour"), ("harbour", "stairs")] {
            for name in ["one", "two"] {
                symlink(format!("../{to}"), room.join("history").join(from).join(name)).unwrap();
            }
        }
        let inventory = Inventory::take(room);
        let all = ["index.md", "one/index.md", "two/index.md"];
        let all = ["harbour", "stairs"].map(|story| all.map(|file| format!("history/{story}/{file}"))).concat();
        assert_eq!(names(&inventory), all);
        assert_eq!(names(&Inventory { looked: u64::MAX, ..inventory }.renewed(room)), all);
    }

    #[cfg(unix)]
    #[test]
    fn what_a_link_leads_to_outside_is_not_looked_at_even_if_the_link_has_not_changed() {
        use std::os::unix::fs::symlink;
        let temporary = room();
        let room = temporary.path().join("history");
        let refusal = |inventory: &Inventory, name: &str| match inventory.root.get(name) {
            Some(Kind::Refused(refusal)) => Some(*refusal),
            _ => None,
        };
        fs::create_dir(temporary.path().join("private")).unwrap();
        fs::write(temporary.path().join("private/diary.md"), "").unwrap();
        symlink("../private", room.join("folder")).unwrap();
        symlink(temporary.path().join("private/diary.md"), room.join("diary.md")).unwrap();
        // An absolute link to the inside, and one whose target will become a link to the outside.
        symlink(room.join("stairs/index.md"), room.join("steps.md")).unwrap();
        symlink("stairs", room.join("steps")).unwrap();
        wait();
        let inventory = Inventory { looked: u64::MAX, ..Inventory::take(&room) };
        for name in ["folder", "diary.md"] {
            assert_eq!(refusal(&inventory, name), Some(Refusal::Outside), "{name}");
        }
        assert_eq!(names(&inventory), ["harbour/index.md", "stairs/index.md", "steps/index.md", "steps.md"]);
        assert_eq!(names(&inventory.clone().renewed(&room)), names(&inventory));
        fs::rename(room.join("stairs"), temporary.path().join("stairs")).unwrap();
        symlink("../stairs", room.join("stairs")).unwrap();
        let inventory = inventory.renewed(&room);
        for name in ["folder", "diary.md", "stairs", "steps", "steps.md"] {
            assert_eq!(refusal(&inventory, name), Some(Refusal::Outside), "{name}");
        }
        assert_eq!(names(&inventory), ["harbour/index.md"]);
    }

    #[test]
    fn folders_are_scanned_to_a_fixed_depth() {
        let temporary = room();
        let deep = |depth: usize| (2..=depth).fold(PathBuf::from("history"), |path, _| path.join("d"));
        fs::create_dir_all(temporary.path().join(deep(DEEPEST + 20))).unwrap();
        fs::write(temporary.path().join(deep(DEEPEST)).join("last.png"), "").unwrap();
        fs::write(temporary.path().join(deep(DEEPEST + 1)).join("lost.png"), "").unwrap();
        let inventory = Inventory::take(temporary.path());
        let files: Vec<_> = inventory.files(|name| name.ends_with(".png")).into_iter().map(|(path, _)| path).collect();
        assert_eq!(files, [deep(DEEPEST).join("last.png")]);
        let mut refused = &inventory.root;
        while let Some(Kind::Folder(inner)) = refused.get("history").or(refused.get("d")) {
            refused = inner;
        }
        assert_eq!(refused.get("d"), Some(&Kind::Refused(Refusal::TooDeep)));
    }

    #[test]
    fn a_saved_inventory_is_read_back_and_a_damaged_one_is_empty() {
        let temporary = room();
        let room = temporary.path();
        let (inventory, file) = (Inventory::take(room), room.join("inventory"));
        inventory.write(&file).unwrap();
        assert_eq!(Inventory::read(&file), inventory);
        let mut bytes = fs::read(&file).unwrap();
        bytes[60] ^= 1;
        fs::write(&file, bytes).unwrap();
        assert_eq!(Inventory::read(&file), Inventory::default());
    }
}
