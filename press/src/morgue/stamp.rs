//! What tells a file that was changed from one that was not.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// Size, times and number of a file, as one word; none if it is not there.
pub fn stamp(path: &Path) -> Option<String> {
    let found: Metadata = fs::metadata(path).ok()?;
    let changed = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    Some(format!("{changed}:{}:{}", found.len(), inner_stamp(&found)))
}

/// What tells a file that was put in the place of another, or whose times were set back.
#[cfg(unix)]
fn inner_stamp(found: &Metadata) -> String {
    use std::os::unix::fs::MetadataExt;
    format!("{}:{}:{}", found.ino(), found.ctime(), found.ctime_nsec())
}

#[cfg(not(unix))]
fn inner_stamp(_found: &Metadata) -> String {
    String::new()
}

/// When a file was changed for the last time, in nanoseconds since 1970: the later of its two times.
pub fn last_changed(stamp: &str) -> Option<u128> {
    let mut parts = stamp.split(':');
    let modified: u128 = parts.next()?.parse().ok()?;
    let inner = parts.nth(2).zip(parts.next());
    let inner = inner
        .and_then(|(seconds, nanos)| Some(seconds.parse::<u128>().ok()? * 1_000_000_000 + nanos.parse::<u128>().ok()?));
    Some(modified.max(inner.unwrap_or_default()))
}
