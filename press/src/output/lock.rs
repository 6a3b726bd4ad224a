//! One press at a time per site and per cache.
//!
//! A lock is a file that the system keeps locked for a process and unlocks when that process ends, however it ends. So
//! there is nothing to clean up after a press that was killed. The file is empty and may be left behind or removed.
//!
//! The lock of a site, `.dist.lock`, is next to the site, as its spare is. Every press that writes the site takes it,
//! whatever its cache. The lock of a cache is in the cache. The site's lock is always taken first, so two presses
//! cannot deadlock.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::{place_of, sibling};
use crate::diagnostics::console;
use crate::diagnostics::failure::Failure;

/// How long to wait for another press before saying so, and how often to repeat it.
const PATIENCE: Duration = Duration::from_secs(3);
const REMINDER: Duration = Duration::from_secs(15);

/// A lock that is held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Waits until no other press is writing the site at `destination`, however its path is spelt.
    ///
    /// # Errors
    /// The lock file cannot be created, or its path is not that of a regular file.
    pub fn of_site(destination: &Path) -> Result<Lock, Failure> {
        let above = destination.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = above {
            fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
        }
        Lock::take(sibling(&place_of(destination), "lock"), &format!("writing {}", destination.display()))
    }

    /// Waits until no other press is using the same `cache`.
    ///
    /// # Errors
    /// See [`Lock::of_site`].
    pub fn of_cache(cache: &Path) -> Result<Lock, Failure> {
        fs::create_dir_all(cache).map_err(Failure::file("make", cache))?;
        Lock::take(cache.join("lock"), &format!("using {}", cache.display()))
    }

    fn take(path: PathBuf, what: &str) -> Result<Lock, Failure> {
        loop {
            let lock = Lock { file: open(&path)?, path: path.clone() };
            lock.wait(what)?;
            // The press that held the lock may have removed the file.
            if lock.is_in_place() {
                return Ok(lock);
            }
        }
    }

    fn wait(&self, what: &str) -> Result<(), Failure> {
        let (begin, mut next) = (Instant::now(), PATIENCE);
        loop {
            match self.file.try_lock() {
                Ok(()) => return Ok(()),
                Err(TryLockError::Error(error)) => return Err(Failure::file("lock", &self.path)(error)),
                Err(TryLockError::WouldBlock) => {}
            }
            if begin.elapsed() > next {
                console::hint(format_args!("waiting for another press, which is {what}"));
                next += REMINDER;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Whether the file is still at its path.
    #[cfg(unix)]
    fn is_in_place(&self) -> bool {
        use std::os::unix::fs::MetadataExt;
        let number = |found: fs::Metadata| (found.dev(), found.ino());
        let there = fs::symlink_metadata(&self.path).map(number);
        there.is_ok_and(|there| self.file.metadata().map(number).is_ok_and(|own| own == there))
    }

    /// Lock files are not removed here: see [`Lock::drop`].
    #[cfg(not(unix))]
    fn is_in_place(&self) -> bool {
        true
    }
}

impl Drop for Lock {
    /// Removes the file while it is still locked, but not where it cannot be told from another file, nor if it has
    /// content: then it is not a file of press.
    fn drop(&mut self) {
        let is_empty = self.file.metadata().is_ok_and(|file| file.len() == 0);
        if cfg!(unix) && is_empty && self.is_in_place() {
            fs::remove_file(&self.path).ok();
        }
    }
}

/// Opens or creates a lock file. An existing file is not changed and links are not followed: other users may be able to
/// write to that folder.
fn open(path: &Path) -> Result<File, Failure> {
    let is_other = |path: &Path| fs::symlink_metadata(path).is_ok_and(|there| !there.is_file());
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK).bits().cast_signed());
    }
    match if is_other(path) { None } else { Some(options.open(path)) } {
        Some(Ok(file)) => Ok(file),
        Some(Err(error)) if !is_other(path) => Err(Failure::file("make", path)(error)),
        _ => Err(Failure::message(
            format!("{} is not a regular file, so press cannot lock it", path.display()),
            "remove it and run press again",
        )),
    }
}
