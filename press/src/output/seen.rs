//! The two folders of a site before anything in them is changed.

use std::path::{Path, PathBuf};

use super::file_list::FileList;
use super::folders::{check_that_it_is_a_site, list_of, place_of, spare, witness};
use crate::diagnostics::failure::Failure;

/// The two folders of a site as they were found.
pub struct Seen {
    /// Where the edition is to be published.
    pub destination: PathBuf,
    /// The spare, in which it will be made.
    pub folder: PathBuf,
    /// The files of the spare; none if its list is missing or not valid.
    pub before: Option<FileList>,
    /// The files of the live edition.
    pub standing: FileList,
}

impl Seen {
    /// Looks at `destination` and its spare, whose lists are read from the folder `lists`. Without `lists`, no files
    /// are known.
    ///
    /// # Errors
    /// `destination` contains something that was not written by press.
    pub fn at(destination: &Path, lists: Option<&Path>) -> Result<Seen, Failure> {
        check_that_it_is_a_site(destination)?;
        let destination = place_of(destination);
        let folder = spare(&destination);
        let list = |folder: &Path| FileList::read(&list_of(folder, lists?)?, &witness(folder)?);
        let (before, standing) = rayon::join(|| list(&folder), || list(&destination));
        Ok(Seen { destination, folder, before, standing: standing.unwrap_or_default() })
    }
}
