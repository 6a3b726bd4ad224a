//! The two folders of a site, and how they are told from others.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::diagnostics::failure::Failure;

/// Lets two folders change their names in one step. False where that cannot be done.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub fn exchange(_one: &Path, _other: &Path) -> bool {
    false
}

/// What takes the place of a folder must not take anything else away.
pub fn check_that_it_is_a_site(folder: &Path) -> Result<(), Failure> {
    let empty = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == ErrorKind::NotFound => true,
        Err(error) => return Err(Failure::file("read", folder)(error)),
    };
    if empty || folder.join("shell.html").is_file() {
        return Ok(());
    }
    Err(Failure::NoSite { path: folder.to_path_buf() })
}

/// Where the list of a folder is; none if there is no such folder, or nothing to know it by.
pub fn list_of(folder: &Path, lists: &Path) -> Option<PathBuf> {
    let (device, number) = number(folder)?;
    Some(lists.join(format!("{device}-{number}")))
}

/// What tells a folder from another one that has got its number later: its shell, which every edition has.
#[cfg(unix)]
pub fn witness(folder: &Path) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let shell = fs::metadata(folder.join("shell.html")).ok()?;
    Some(format!("{} {} {}", shell.ino(), shell.mtime(), shell.mtime_nsec()))
}

#[cfg(not(unix))]
pub fn witness(_folder: &Path) -> Option<String> {
    None
}

/// The number that the file system gives a folder; none if there is no such folder, or no numbers.
#[cfg(unix)]
pub fn number(folder: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(folder).ok().map(|found| (found.dev(), found.ino()))
}

#[cfg(not(unix))]
pub fn number(_folder: &Path) -> Option<(u64, u64)> {
    None
}

/// Where the folder `destination` is, or will be: one path however it is spelt. `.` has no name to put another beside it, and a link
/// is to stay one.
pub fn place_of(destination: &Path) -> PathBuf {
    let place = fs::canonicalize(destination).or_else(|error| {
        let above = destination.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = destination.file_name().ok_or(error)?;
        fs::canonicalize(above).map(|above| above.join(name))
    });
    place.unwrap_or_else(|_| destination.to_path_buf())
}

/// Where the edition before lies, and the next one is made.
pub fn spare(destination: &Path) -> PathBuf {
    sibling(destination, "spare")
}

/// What lies beside a site and belongs to it.
pub fn sibling(destination: &Path, suffix: &str) -> PathBuf {
    let name = destination.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    destination.with_file_name(format!(".{name}.{suffix}"))
}
