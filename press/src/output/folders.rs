//! The two folders of a site, and how they are recognised.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::diagnostics::failure::Failure;

/// Swaps two folders atomically. Returns false where that is not possible.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub fn exchange(_one: &Path, _other: &Path) -> bool {
    false
}

/// Makes sure that publishing a site to `folder` would replace nothing but a site.
pub fn check_that_it_is_a_site(folder: &Path) -> Result<(), Failure> {
    let empty = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == ErrorKind::NotFound => true,
        Err(error) => return Err(Failure::file("read", folder)(error)),
    };
    if empty || folder.join("shell.html").is_file() {
        return Ok(());
    }
    let what = format_args!("{} was not written by press; refusing to replace it", folder.display());
    Err(Failure::message(what, "name another folder, or empty it"))
}

/// The path of a folder's file list; none if the folder does not exist or the system has no inodes.
pub fn list_of(folder: &Path, lists: &Path) -> Option<PathBuf> {
    let (device, number) = number(folder)?;
    Some(lists.join(format!("{device}-{number}")))
}

/// Tells a folder from a later one with the same inode: the inode and time of its shell, which every edition has.
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

/// The device and inode of a folder; none if the folder does not exist or the system has no inodes.
#[cfg(unix)]
pub fn number(folder: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(folder).ok().map(|found| (found.dev(), found.ino()))
}

#[cfg(not(unix))]
pub fn number(_folder: &Path) -> Option<(u64, u64)> {
    None
}

/// The canonical path of `destination`, whether or not it exists. `.` has no name from which the spare's could be
/// formed, and a symbolic link must not be replaced by a folder.
pub fn place_of(destination: &Path) -> PathBuf {
    let place = fs::canonicalize(destination).or_else(|error| {
        let above = destination.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = destination.file_name().ok_or(error)?;
        fs::canonicalize(above).map(|above| above.join(name))
    });
    place.unwrap_or_else(|_| destination.to_path_buf())
}

/// The folder of the previous edition, in which the next one is made.
pub fn spare(destination: &Path) -> PathBuf {
    sibling(destination, "spare")
}

/// The path, next to a site, of something that belongs to it: `.dist.spare`.
pub fn sibling(destination: &Path, suffix: &str) -> PathBuf {
    let name = destination.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    destination.with_file_name(format!(".{name}.{suffix}"))
}
