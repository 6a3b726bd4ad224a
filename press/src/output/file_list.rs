//! Which files a folder has, with the fingerprint of each.

use std::ops::Range;
use std::path::Path;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use xxhash_rust::xxh3::xxh3_64;

use crate::diagnostics::failure::Failure;
use crate::store::cache_file;
use crate::store::fingerprint::Fingerprint;

/// What the file begins with, followed by the folder's witness. The number goes up when the format changes.
const FORM: &str = "press site 3";

/// The files of a folder. An edition has three such lists of tens of thousands of files each, so all addresses are
/// stored in one string.
#[derive(Default)]
pub struct FileList {
    /// The addresses, each followed by a newline.
    text: String,
    files: Vec<(Range<usize>, Fingerprint)>,
    /// Indices into `files`, by address.
    places: HashTable<usize>,
}

impl FileList {
    /// Reads the list of the folder with this `witness` from `file`; none if it is missing, damaged, or another
    /// folder's.
    pub fn read(file: &Path, witness: &str) -> Option<FileList> {
        let bytes = cache_file::read(file, &form(witness))?;
        let (count, rest) = bytes.split_first_chunk()?;
        let length = usize::try_from(u64::from_le_bytes(*count)).ok()?.checked_mul(Fingerprint::BYTES)?;
        let (fingerprints, text) = rest.split_at_checked(length)?;
        let (fingerprints, _) = fingerprints.as_chunks::<{ Fingerprint::BYTES }>();
        let text = String::from_utf8(text.to_vec()).ok()?;
        let mut files = Vec::with_capacity(fingerprints.len());
        let mut places = HashTable::with_capacity(fingerprints.len());
        let mut begin = 0;
        for (place, fingerprint) in fingerprints.iter().enumerate() {
            let end = begin + memchr::memchr(b'\n', text.as_bytes().get(begin..)?)?;
            // No address occurs twice.
            places.insert_unique(hash(&text[begin..end]), place, |_| 0);
            files.push((begin..end, Fingerprint::from(*fingerprint)));
            begin = end + 1;
        }
        (begin == text.len()).then_some(FileList { text, files, places })
    }

    /// Writes a list of `files` to `file`, for the folder with this `witness`.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write<'a>(
        files: impl Iterator<Item = (&'a str, Fingerprint)> + Clone,
        file: &Path,
        witness: &str,
    ) -> Result<(), Failure> {
        let room = |(fingerprints, text), (address, _): (&str, Fingerprint)| {
            (fingerprints + Fingerprint::BYTES, text + address.len() + 1)
        };
        let (fingerprints, text) = files.clone().fold((0, 0), room);
        let mut count = 0_u64;
        let (mut fingerprints, mut text) = (Vec::with_capacity(fingerprints), String::with_capacity(text));
        for (address, fingerprint) in files {
            count += 1;
            fingerprints.extend(fingerprint.as_bytes());
            text.push_str(address);
            text.push('\n');
        }
        cache_file::write(file, &form(witness), &[&count.to_le_bytes(), &fingerprints, text.as_bytes()])
    }

    /// The fingerprint of the file at `address`, if there is one.
    pub fn get(&self, address: &str) -> Option<Fingerprint> {
        self.place(address).map(|place| self.fingerprint(place))
    }

    /// The fingerprint of the file at this index.
    pub fn fingerprint(&self, place: usize) -> Fingerprint {
        self.files[place].1
    }

    /// Puts a file at `address`. Returns the fingerprint of the file that was there.
    pub fn insert(&mut self, address: &str, fingerprint: Fingerprint) -> Option<Fingerprint> {
        let FileList { text, files, places } = self;
        let at = |place: &usize| &text[files[*place].0.clone()];
        match places.entry(hash(address), |place| at(place) == address, |place| hash(at(place))) {
            Entry::Occupied(there) => Some(std::mem::replace(&mut files[*there.get()].1, fingerprint)),
            Entry::Vacant(room) => {
                room.insert(files.len());
                let begin = text.len();
                text.push_str(address);
                files.push((begin..text.len(), fingerprint));
                text.push('\n');
                None
            }
        }
    }

    /// All files, in the order in which they were inserted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Fingerprint)> + Clone {
        self.files.iter().map(|(range, fingerprint)| (&self.text[range.clone()], *fingerprint))
    }

    /// The index of the file at `address`, if there is one.
    pub fn place(&self, address: &str) -> Option<usize> {
        let is_it = |place: &usize| self.text[self.files[*place].0.clone()] == *address;
        self.places.find(hash(address), is_it).copied()
    }
}

fn hash(address: &str) -> u64 {
    xxh3_64(address.as_bytes())
}

fn form(witness: &str) -> String {
    format!("{FORM} {witness}\n")
}

#[cfg(test)]
mod tests {
    use super::FileList;
    use crate::store::fingerprint::Fingerprint;

    #[test]
    fn a_list_is_read_as_it_was_written_for_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("list");
        let fingerprint = |text: &str| Fingerprint::of(text.as_bytes());
        let mut list = FileList::default();
        for number in 0..100 {
            assert_eq!(list.insert(&format!("war/{number}/index.html"), fingerprint(&number.to_string())), None);
        }
        assert_eq!(list.insert("war/7/index.html", fingerprint("other")), Some(fingerprint("7")));
        FileList::write(list.iter(), &file, "folder 1").unwrap();
        let read = FileList::read(&file, "folder 1").unwrap();
        assert!(read.iter().eq(list.iter()));
        assert_eq!((read.get("war/7/index.html"), read.get("war/7")), (Some(fingerprint("other")), None));
        assert_eq!(read.get("war/99/index.html"), Some(fingerprint("99")));
        assert!(FileList::read(&file, "folder 2").is_none());
    }
}
