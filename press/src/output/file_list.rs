//! Which files a folder has, and the key of each.

use std::hash::BuildHasher;
use std::ops::Range;
use std::path::Path;

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};

use crate::failure::Failure;
use crate::kept;
use crate::key::Key;

/// What the file begins with, before what tells the folder from others; the number goes up when its form changes.
const FORM: &str = "press site 2";

/// The files of a folder. There are tens of thousands of them, and three lists in each edition: so all addresses are one text.
#[derive(Default)]
pub struct FileList {
    /// The addresses, each with a line end.
    text: String,
    files: Vec<(Range<usize>, Key)>,
    /// Places in `files`, by address.
    places: HashTable<usize>,
    hasher: DefaultHashBuilder,
}

impl FileList {
    /// The list that was kept in `file` for the folder with this `witness`; none if it is of no use.
    pub fn read(file: &Path, witness: &str) -> Option<FileList> {
        let bytes = kept::read(file, &form(witness))?;
        let (count, rest) = bytes.split_first_chunk()?;
        let length = usize::try_from(u64::from_le_bytes(*count)).ok()?.checked_mul(Key::BYTES)?;
        let (keys, text) = rest.split_at_checked(length)?;
        let (keys, _) = keys.as_chunks::<{ Key::BYTES }>();
        let text = std::str::from_utf8(text).ok()?;
        let mut list = FileList { text: String::with_capacity(text.len()), ..FileList::default() };
        list.files.reserve(keys.len());
        list.places.reserve(keys.len(), |_| 0);
        let mut addresses = text.lines();
        for key in keys {
            list.insert(addresses.next()?, Key::from(*key));
        }
        addresses.next().is_none().then_some(list)
    }

    /// Keeps the list in `file`, for the folder with this `witness`.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, file: &Path, witness: &str) -> Result<(), Failure> {
        let count = self.files.len() as u64;
        let keys: Vec<u8> = self.files.iter().flat_map(|(_, key)| key.as_bytes()).copied().collect();
        kept::write(file, &form(witness), &[&count.to_le_bytes(), &keys, self.text.as_bytes()])
    }

    /// The key of the file at `address`, if there is one.
    pub fn get(&self, address: &str) -> Option<Key> {
        self.place(address).map(|place| self.files[place].1)
    }

    /// Puts a file at `address`. Gives the key of the one that was there.
    pub fn insert(&mut self, address: &str, key: Key) -> Option<Key> {
        let FileList { text, files, places, hasher } = self;
        let at = |place: &usize| &text[files[*place].0.clone()];
        let entry =
            places.entry(hasher.hash_one(address), |place| at(place) == address, |place| hasher.hash_one(at(place)));
        match entry {
            Entry::Occupied(there) => Some(std::mem::replace(&mut files[*there.get()].1, key)),
            Entry::Vacant(room) => {
                room.insert(files.len());
                let begin = text.len();
                text.push_str(address);
                files.push((begin..text.len(), key));
                text.push('\n');
                None
            }
        }
    }

    /// All files, in the order in which they were put there.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Key)> {
        self.files.iter().map(|(range, key)| (&self.text[range.clone()], *key))
    }

    fn place(&self, address: &str) -> Option<usize> {
        let is_it = |place: &usize| self.text[self.files[*place].0.clone()] == *address;
        self.places.find(self.hasher.hash_one(address), is_it).copied()
    }
}

fn form(witness: &str) -> String {
    format!("{FORM} {witness}\n")
}

#[cfg(test)]
mod tests {
    use super::FileList;
    use crate::key::Key;

    #[test]
    fn a_list_is_read_as_it_was_written_for_its_folder() {
        let file = std::env::temp_dir().join(format!("press-list-{}", std::process::id()));
        let key = |text: &str| Key::of(text.as_bytes());
        let mut list = FileList::default();
        for number in 0..100 {
            assert_eq!(list.insert(&format!("war/{number}/index.html"), key(&number.to_string())), None);
        }
        assert_eq!(list.insert("war/7/index.html", key("other")), Some(key("7")));
        list.write(&file, "folder 1").unwrap();
        let read = FileList::read(&file, "folder 1").unwrap();
        assert!(read.iter().eq(list.iter()));
        assert_eq!((read.get("war/7/index.html"), read.get("war/7")), (Some(key("other")), None));
        assert_eq!(read.get("war/99/index.html"), Some(key("99")));
        assert!(FileList::read(&file, "folder 2").is_none());
        std::fs::remove_file(file).unwrap();
    }
}
