//! Creates and removes the files of a site. None is changed in place, and no link is followed.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use crate::diagnostics::failure::Failure;
use crate::store::new_file::instead;
use crate::store::plain_file;

/// Runs `act`, which writes the file at `path`. If the file's folder is missing, creates it and runs `act` again.
pub fn in_folder(path: &Path, act: impl Fn() -> io::Result<()>) -> io::Result<()> {
    match (act(), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            act()
        }
        (done, _) => done,
    }
}

/// Links a file to `path`, or copies it where that is not possible.
pub fn link_or_copy(from: &Path, path: &Path) -> io::Result<()> {
    let link = instead(path, || fs::hard_link(from, path));
    link.or_else(|_| io::copy(&mut plain_file::open(from)?, &mut File::create_new(path)?).map(drop))
}

/// Writes a new file.
pub fn write_new(path: &Path, content: &[u8]) -> io::Result<()> {
    instead(path, || File::create_new(path))?.write_all(content)
}

/// Removes a file, if it is there.
pub fn remove_file(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::file("remove", path)(error)),
        _ => Ok(()),
    }
}

/// Removes a folder, if it is there.
pub fn remove_folder(path: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::file("remove the leftover", path)(error)),
        _ => Ok(()),
    }
}
