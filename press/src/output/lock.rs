//! One press at a time, at a site and with a cache.
//!
//! A lock is a file that the system keeps locked for the process that has it, and frees when that ends, however it ends: there is
//! nothing to clean up after a press that was killed. The file itself says nothing, and may be left behind or removed.
//!
//! The lock of a site lies beside it, `.dist.lock`, where its spare lies, too: whoever writes the site takes it, whatever their
//! cache. The lock of a cache lies in it. The one of the site is always taken first, so two presses never wait for each other.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::{place_of, sibling};
use crate::diagnostics::failure::Failure;

/// How long another press is waited for in silence, and how often it is said then that this one waits.
const PATIENCE: Duration = Duration::from_secs(3);
const REMINDER: Duration = Duration::from_secs(15);

/// A lock that is held, until it is dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Waits until no other press writes the site at `destination`, however its path is spelt.
    ///
    /// # Errors
    /// The file of the lock cannot be made, or something else lies in its place.
    pub fn of_site(destination: &Path) -> Result<Lock, Failure> {
        let above = destination.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = above {
            fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
        }
        Lock::take(sibling(&place_of(destination), "lock"), &format!("writes {}", destination.display()))
    }

    /// Waits until no other press works with the same `cache`.
    ///
    /// # Errors
    /// See [`Lock::of_site`].
    pub fn of_cache(cache: &Path) -> Result<Lock, Failure> {
        fs::create_dir_all(cache).map_err(Failure::file("make", cache))?;
        Lock::take(cache.join("lock"), &format!("works with {}", cache.display()))
    }

    fn take(path: PathBuf, what: &str) -> Result<Lock, Failure> {
        loop {
            let lock = Lock { file: open(&path)?, path: path.clone() };
            lock.wait(what)?;
            // Whoever had it may have removed the file at the end.
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
                eprintln!("press: waits for another press, which {what}");
                next += REMINDER;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Whether the file still lies at its path.
    #[cfg(unix)]
    fn is_in_place(&self) -> bool {
        use std::os::unix::fs::MetadataExt;
        let number = |found: fs::Metadata| (found.dev(), found.ino());
        let there = fs::symlink_metadata(&self.path).map(number);
        there.is_ok_and(|there| self.file.metadata().map(number).is_ok_and(|own| own == there))
    }

    /// Nobody removes it here: see [`Lock::drop`].
    #[cfg(not(unix))]
    fn is_in_place(&self) -> bool {
        true
    }
}

impl Drop for Lock {
    /// Takes the file away, which still is locked then. Not where it cannot be told from another one, and not if it says something: then
    /// it is somebody's own.
    fn drop(&mut self) {
        let is_empty = self.file.metadata().is_ok_and(|file| file.len() == 0);
        if cfg!(unix) && is_empty && self.is_in_place() {
            fs::remove_file(&self.path).ok();
        }
    }
}

/// Opens the file of a lock, or makes it. What is there stays as it is, and links are not followed: others may be able to write in
/// that folder.
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
        _ => Err(Failure::Request {
            what: format!("{} is not a file, and the press cannot lock it", path.display()),
            remedy: String::from("remove it, and press again"),
        }),
    }
}
