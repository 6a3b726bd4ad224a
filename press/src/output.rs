//! The folder that an edition is written to.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// A folder that fills up while the previous site still stands, and takes its place at the end.
pub struct Output {
    /// Where files are written now.
    folder: PathBuf,
    /// Where the edition belongs, if that is another place.
    destination: Option<PathBuf>,
}

impl Output {
    /// Writes into `folder` itself: somebody else (Trunk) moves it into place when all went well.
    pub fn in_place(folder: &Path) -> Output {
        Output { folder: folder.to_path_buf(), destination: None }
    }

    /// Writes into a new sibling of `destination`, which [`Output::publish`] puts in its place.
    ///
    /// # Errors
    /// The folder cannot be made, or `destination` holds something that is no site of this press.
    pub fn beside(destination: &Path) -> Result<Output, Failure> {
        check_that_it_is_a_site(destination)?;
        // `.` has no name to put another beside it, and a link is to stay one.
        let destination = fs::canonicalize(destination).unwrap_or_else(|_| destination.to_path_buf());
        let folder = sibling(&destination, "new");
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(Failure::file("remove the left-over", &folder))?;
        }
        fs::create_dir_all(&folder).map_err(Failure::file("make", &folder))?;
        Ok(Output { folder, destination: Some(destination) })
    }

    /// Where the files are until they are published.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a file; `address` is relative to the site, with or without its first slash.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, address: &str, content: impl AsRef<[u8]>) -> Result<(), Failure> {
        let path = self.make_room(address)?;
        fs::write(&path, content).map_err(Failure::file("write", &path))
    }

    /// Copies a file to `address`, unless it lies there already.
    ///
    /// # Errors
    /// The file cannot be copied.
    pub fn copy(&self, from: &Path, address: &str) -> Result<(), Failure> {
        let path = self.make_room(address)?;
        if from != path {
            fs::copy(from, &path).map_err(Failure::file("copy", from))?;
        }
        Ok(())
    }

    /// Removes a file that has got another name, if it lies in this folder; files of other folders are left alone.
    ///
    /// # Errors
    /// The file cannot be removed.
    pub fn remove(&self, file: &Path) -> Result<(), Failure> {
        if !file.starts_with(&self.folder) {
            return Ok(());
        }
        fs::remove_file(file).map_err(Failure::file("remove", file))
    }

    /// Puts the edition in its place. The previous one is moved aside first and removed last.
    ///
    /// # Errors
    /// A folder cannot be moved; the previous site is put back.
    pub fn publish(self) -> Result<(), Failure> {
        let Some(destination) = &self.destination else { return Ok(()) };
        let previous = sibling(destination, "old");
        if previous.exists() {
            fs::remove_dir_all(&previous).map_err(Failure::file("remove the left-over", &previous))?;
        }
        let replaces = destination.exists();
        if replaces {
            fs::rename(destination, &previous).map_err(Failure::file("move aside", destination))?;
        }
        if let Err(error) = fs::rename(&self.folder, destination) {
            if replaces {
                fs::rename(&previous, destination).map_err(Failure::file("put back", &previous))?;
            }
            return Err(Failure::file("put in place", destination)(error));
        }
        if replaces {
            fs::remove_dir_all(&previous).map_err(Failure::file("remove", &previous))?;
        }
        Ok(())
    }

    fn make_room(&self, address: &str) -> Result<PathBuf, Failure> {
        let path = self.folder.join(address.trim_start_matches('/'));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
        }
        Ok(path)
    }
}

impl Drop for Output {
    /// A press that has failed takes its half of a site away again.
    fn drop(&mut self) {
        if self.destination.is_some() {
            // After publishing there is nothing left here, and whatever stays is removed by the next press.
            fs::remove_dir_all(&self.folder).ok();
        }
    }
}

/// What takes the place of a folder must not take anything else away.
fn check_that_it_is_a_site(folder: &Path) -> Result<(), Failure> {
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

fn sibling(destination: &Path, suffix: &str) -> PathBuf {
    let name = destination.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    destination.with_file_name(format!(".{name}.{suffix}"))
}
