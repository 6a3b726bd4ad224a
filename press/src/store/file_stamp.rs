//! What tells a file or folder that was changed from one that was not.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// What was changed so shortly before it was looked at may have been changed again without another time, in nanoseconds.
const JUST_NOW: u64 = 100_000_000;

/// Times, size and number of a file or folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileStamp {
    /// When it was changed for the last time, in nanoseconds since 1970.
    modified: u64,
    /// The same by the file system, which nobody can set back; 0 where it does not tell.
    changed: u64,
    /// In bytes.
    pub size: u64,
    /// Its number in the file system: another one if it was put in the place of another; 0 where there are none.
    number: u64,
}

impl FileStamp {
    /// The stamp of what lies at `path`; none if there is nothing.
    pub fn at(path: &Path) -> Option<FileStamp> {
        fs::metadata(path).ok().map(|found| FileStamp::of(&found))
    }

    /// The stamp of what was found.
    pub fn of(found: &Metadata) -> FileStamp {
        let modified = found.modified().map(since_1970).unwrap_or_default();
        let (changed, number) = inner(found);
        FileStamp { modified, changed, size: found.len(), number }
    }

    /// The stamp of what the system found.
    #[cfg(unix)]
    pub fn of_stat(found: &rustix::fs::Stat) -> FileStamp {
        FileStamp {
            modified: nanoseconds(found.st_mtime, found.st_mtime_nsec),
            changed: nanoseconds(found.st_ctime, found.st_ctime_nsec),
            size: u64::try_from(found.st_size).unwrap_or_default(),
            number: found.st_ino,
        }
    }

    /// Whether what has the same stamp now has not been changed since it had this one, as of `looked`, in nanoseconds since 1970.
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

/// 0 for what was before 1970. Systems have numbers of different kinds for these.
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
    fn what_was_changed_just_before_the_look_may_change_again() {
        let stamp = |modified, changed| FileStamp { modified, changed, size: 1, number: 1 };
        let second = 1_000_000_000;
        assert!(stamp(second, second).was_settled(2 * second));
        assert!(!stamp(second, second).was_settled(second + 1));
        // Its times were set back.
        assert!(!stamp(second, 2 * second).was_settled(2 * second));
        assert!(!stamp(second, 0).was_settled(0));
    }
}
