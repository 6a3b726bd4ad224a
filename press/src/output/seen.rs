//! What lies at the place of a site, and in its spare, before anything is changed there.

use std::path::{Path, PathBuf};

use super::file_list::FileList;
use super::folders::{check_that_it_is_a_site, list_of, place_of, spare, witness};
use crate::diagnostics::failure::Failure;

/// The two folders of a site, as they are found.
pub struct Seen {
    /// Where the edition belongs.
    pub destination: PathBuf,
    /// Where it will be made.
    pub folder: PathBuf,
    /// What lies there, if that is known and of use.
    pub before: Option<FileList>,
    /// What lies in the edition that stands.
    pub standing: FileList,
}

impl Seen {
    /// Looks at `destination` and its spare. The folder `lists` is for what is in the two; without one nothing is known of them.
    ///
    /// # Errors
    /// `destination` holds something that is no site of this press.
    pub fn at(destination: &Path, lists: Option<&Path>) -> Result<Seen, Failure> {
        check_that_it_is_a_site(destination)?;
        let destination = place_of(destination);
        let folder = spare(&destination);
        let list = |folder: &Path| FileList::read(&list_of(folder, lists?)?, &witness(folder)?);
        let (before, standing) = rayon::join(|| list(&folder), || list(&destination));
        Ok(Seen { destination, folder, before, standing: standing.unwrap_or_default() })
    }
}
