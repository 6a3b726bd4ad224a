//! Writes a file or folder next to its place and renames it, so that nobody ever finds half of it.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::diagnostics::failure::Failure;

/// Replaces the file at `path` by what `write` writes; its folder is created if needed. If that fails, an existing file stays
/// as it is.
///
/// # Errors
/// The file cannot be written.
pub fn replace(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) -> Result<(), Failure> {
    put(path, hidden(path, "new"), write, |_| Ok(()))
}

/// As [`replace`], where other threads or processes may be writing the same file.
///
/// # Errors
/// The file cannot be written.
pub fn replace_shared(path: &Path, content: &[u8]) -> Result<(), Failure> {
    put(path, unique(path), |file| file.write_all(content), |_| Ok(()))
}

/// As [`replace`], and the file is on the disk before it gets its name: a power cut leaves the old file or the new one.
///
/// # Errors
/// The file cannot be written.
pub fn replace_durably(path: &Path, content: &[u8]) -> Result<(), Failure> {
    put(path, hidden(path, "new"), |file| file.write_all(content), File::sync_all)
}

/// Creates a file, in place of one that a run that was interrupted has left.
///
/// # Errors
/// The file cannot be created.
pub fn created(path: &Path) -> io::Result<File> {
    instead(path, || File::create_new(path))
}

/// Runs `create`, which creates the file at `path` and fails if there is one. What is in its place is removed, and not
/// written to: it may be a link to anywhere.
///
/// # Errors
/// As `create`, or what is in the file's place cannot be removed.
pub fn instead<T>(path: &Path, create: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match create() {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            create()
        }
        created => created,
    }
}

fn put(
    path: &Path,
    fresh: PathBuf,
    write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
    finish: impl FnOnce(&File) -> io::Result<()>,
) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
    }
    let fresh = Fresh(fresh);
    let written = created(&fresh.0).and_then(|file| {
        let mut file = BufWriter::new(file);
        write(&mut file)?;
        finish(&file.into_inner()?)
    });
    written.map_err(Failure::file("write", path))?;
    fs::rename(&fresh.0, path).map_err(Failure::file("move into place", path))
}

/// A folder that is filled next to its place, under a hidden name. It is removed again unless it was moved.
#[derive(Debug)]
pub struct NewFolder(Fresh);

impl NewFolder {
    /// An empty folder next to `place`, whose own folder is created if needed. What a run that was interrupted here has left is
    /// removed.
    ///
    /// # Errors
    /// It cannot be created.
    pub fn again(place: &Path) -> Result<NewFolder, Failure> {
        let fresh = hidden(place, "new");
        if fresh.exists() {
            fs::remove_dir_all(&fresh).map_err(Failure::file("remove", &fresh))?;
        }
        fs::create_dir_all(&fresh).map_err(Failure::file("make", &fresh))?;
        Ok(NewFolder(Fresh(fresh)))
    }

    /// An empty folder next to `place`, where other threads or processes may be doing the same.
    ///
    /// # Errors
    /// It cannot be created.
    pub fn beside(place: &Path) -> Result<NewFolder, Failure> {
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
        }
        loop {
            let fresh = unique(place);
            match fs::create_dir(&fresh) {
                Ok(()) => return Ok(NewFolder(Fresh(fresh))),
                // It may belong to a process on another machine, or be left over from one that was killed.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(Failure::file("make", &fresh)(error)),
            }
        }
    }

    /// Where it is until it is moved.
    pub fn path(&self) -> &Path {
        &self.0.0
    }

    /// Moves it to a place in the same folder. A folder that is not empty is never replaced.
    ///
    /// # Errors
    /// As [`fs::rename`].
    pub fn move_to(&self, place: &Path) -> io::Result<()> {
        fs::rename(self.path(), place)
    }
}

/// A file or folder under a temporary name. What is still there at the end is removed.
#[derive(Debug)]
struct Fresh(PathBuf);

impl Drop for Fresh {
    fn drop(&mut self) {
        // After a rename there is nothing to remove; after a failure, that failure is what matters.
        _ = if self.0.is_dir() { fs::remove_dir_all(&self.0) } else { fs::remove_file(&self.0) };
    }
}

/// A hidden name next to `path` that no other thread or process uses: `.name.new-<process>-<number>`.
fn unique(path: &Path) -> PathBuf {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    hidden(path, &format!("new-{}-{}", process::id(), NUMBER.fetch_add(1, Ordering::Relaxed)))
}

/// A hidden name next to `path`: `.name.<ending>`.
fn hidden(path: &Path, ending: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{ending}"))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Error, Write};

    use super::{NewFolder, replace};

    #[test]
    fn a_file_that_cannot_be_written_leaves_the_old_one_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/list");
        replace(&path, |file| file.write_all(b"harbour")).unwrap();
        let failed = replace(&path, |file| file.write_all(b"sta").and(Err(Error::other("the disk is full"))));
        assert!(
            failed.unwrap_err().to_string().starts_with(&format!("cannot write {}: the disk is full", path.display()))
        );
        assert_eq!(fs::read(&path).unwrap(), b"harbour");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_place_of_the_new_file_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let [path, other] = ["list", "other"].map(|name| folder.path().join(name));
        fs::write(&other, "of somebody else").unwrap();
        for target in ["other", "nowhere"] {
            std::os::unix::fs::symlink(target, folder.path().join(".list.new")).unwrap();
            replace(&path, |file| file.write_all(b"harbour")).unwrap();
            assert_eq!(fs::read(&path).unwrap(), b"harbour");
            assert_eq!(fs::read(&other).unwrap(), b"of somebody else");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        }
    }

    #[test]
    fn a_folder_is_moved_whole_or_removed() {
        let root = tempfile::tempdir().unwrap();
        let place = root.path().join("stairs");
        let folder = NewFolder::beside(&place).unwrap();
        fs::write(folder.path().join("index.md"), "text").unwrap();
        folder.move_to(&place).unwrap();
        drop(folder);
        assert_eq!(fs::read_to_string(place.join("index.md")).unwrap(), "text");
        let second = NewFolder::beside(&place).unwrap();
        fs::write(second.path().join("index.md"), "other").unwrap();
        assert!(second.move_to(&place).is_err());
        drop(second);
        assert_eq!(fs::read_to_string(place.join("index.md")).unwrap(), "text");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }
}
