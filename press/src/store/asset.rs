//! A file that goes into the site under a name of its own.

use std::path::PathBuf;

/// A file that goes into the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asset {
    /// Its address below the site's base, with the hash of its content: `/assets/stairs.1f0c2a9be37d4410-720.avif`.
    pub address: String,
    /// The file to copy.
    pub source: PathBuf,
}
