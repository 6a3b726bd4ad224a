//! File stamps, which tell whether a file or folder has changed.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// In nanoseconds. A file that was changed less than this before it was looked at may change again without getting
/// another time.
const JUST_NOW: u64 = 100_000_000;

/// The times, size and inode of a file or folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileStamp {
    /// The modification time, in nanoseconds since 1970.
    modified: u64,
    /// The status change time, which cannot be set back, in nanoseconds since 1970; 0 where the system has none.
    changed: u64,
    /// In bytes.
    pub size: u64,
    /// The inode, which changes when the file is replaced; 0 where the system has none.
    number: u64,
}

impl FileStamp {
    /// The stamp of the file or folder at `path`, if there is one.
    pub fn at(path: &Path) -> Option<FileStamp> {
        fs::metadata(path).ok().map(|found| FileStamp::of(&found))
    }

    /// The stamp of a file or folder with this metadata.
    pub fn of(found: &Metadata) -> FileStamp {
        let modified = found.modified().map(since_1970).unwrap_or_default();
        let (changed, number) = inner(found);
        FileStamp { modified, changed, size: found.len(), number }
    }

    /// The stamp of a file or folder from the system's own `stat`.
    #[cfg(unix)]
    pub fn of_stat(found: &rustix::fs::Stat) -> FileStamp {
        FileStamp {
            modified: nanoseconds(found.st_mtime, found.st_mtime_nsec),
            changed: nanoseconds(found.st_ctime, found.st_ctime_nsec),
            size: u64::try_from(found.st_size).unwrap_or_default(),
            number: found.st_ino,
        }
    }

    /// Whether an equal stamp at a later time proves that the file has not changed since. `looked` is when this stamp
    /// was taken, in nanoseconds since 1970.
    pub fn was_settled(&self, looked: u64) -> bool {
        self.modified.max(self.changed).saturating_add(JUST_NOW) < looked
    }
}

/// The time now, in nanoseconds since 1970.
pub fn now() -> u64 {
    since_1970(SystemTime::now())
}

fn since_1970(time: SystemTime) -> u64 {
    let nanoseconds = time.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
    u64::try_from(nanoseconds).unwrap_or(u64::MAX)
}

#[cfg(unix)]
fn inner(found: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (nanoseconds(found.ctime(), found.ctime_nsec()), found.ino())
}

/// Nanoseconds since 1970; 0 for earlier times. The integer types differ between systems.
#[cfg(unix)]
fn nanoseconds(seconds: impl TryInto<i64>, nanoseconds: impl TryInto<i64>) -> u64 {
    let (seconds, nanoseconds) = (seconds.try_into().unwrap_or_default(), nanoseconds.try_into().unwrap_or_default());
    let whole = i128::from(seconds) * 1_000_000_000 + i128::from(nanoseconds);
    u64::try_from(whole).unwrap_or_default()
}

#[cfg(not(unix))]
fn inner(_found: &Metadata) -> (u64, u64) {
    (0, 0)
}

#[cfg(test)]
mod tests {
    use super::FileStamp;

    #[test]
    fn a_file_changed_just_before_it_was_looked_at_is_not_settled() {
        let stamp = |modified, changed| FileStamp { modified, changed, size: 1, number: 1 };
        let second = 1_000_000_000;
        assert!(stamp(second, second).was_settled(2 * second));
        assert!(!stamp(second, second).was_settled(second + 1));
        // Its times were set back.
        assert!(!stamp(second, 2 * second).was_settled(2 * second));
        assert!(!stamp(second, 0).was_settled(0));
    }
}
