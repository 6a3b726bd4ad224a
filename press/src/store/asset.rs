//! A file that is copied into the site under a new name.

use std::path::PathBuf;

/// A file that is copied into the site under a name with a content hash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asset {
    /// Its address below the site's base, with its content hash: `/assets/stairs.1f0c2a9be37d4410-720.avif`.
    pub address: String,
    /// The file to copy.
    pub source: PathBuf,
}
