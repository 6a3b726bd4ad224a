//! Identifies the running press: a cache that another build has written is not used.

use std::env;
use std::fs::File;
use std::hash::Hasher;
use std::io::{ErrorKind, Read};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::store::file_stamp::FileStamp;
use crate::store::fingerprint::{Fingerprint, FingerprintHasher};

/// The executable of a press.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunningPress {
    stamp: FileStamp,
    /// The fingerprint of its content.
    pub fingerprint: Fingerprint,
}

impl RunningPress {
    /// The running press; none if its executable cannot be read. It is read only if its stamp differs from that of
    /// `before`.
    pub fn running(before: Option<&RunningPress>) -> Option<RunningPress> {
        let path = env::current_exe().ok()?;
        let stamp = FileStamp::at(&path)?;
        match before {
            Some(before) if before.stamp == stamp => Some(before.clone()),
            _ => Some(RunningPress { stamp, fingerprint: fingerprint_of(&path)? }),
        }
    }
}

/// The fingerprint of a large file, which is read in parts.
fn fingerprint_of(path: &Path) -> Option<Fingerprint> {
    let mut file = File::open(path).ok()?;
    let (mut fingerprint, mut part) = (FingerprintHasher::default(), vec![0; 1 << 18]);
    loop {
        match file.read(&mut part) {
            Ok(0) => return Some(fingerprint.fingerprint()),
            Ok(bytes) => fingerprint.write(&part[..bytes]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return None,
        }
    }
}
