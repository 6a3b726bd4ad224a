//! Why a command failed.

use std::fmt::Display;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::escaped::{escaped, escaped_path};
use super::mistakes::Mistakes;
use crate::locale::bad_time::BadTime;
use crate::locale::environment::BadVariable;

/// Why a command failed. The existing site is unchanged when this is returned.
#[derive(Debug, Error)]
pub enum Failure {
    /// All errors in the content that this run has found.
    #[error(transparent)]
    Mistakes(#[from] Mistakes),
    /// A file or folder could not be read or written.
    #[error("cannot {doing} {}: {source}\n  remedy: {}", escaped_path(.path), remedy(.source))]
    Io {
        /// What was tried: `read`, `write` …
        doing: &'static str,
        /// Where.
        path: PathBuf,
        /// What the system reported.
        source: std::io::Error,
    },
    /// Anything else that the user can fix: what is wrong and the remedy, as printed.
    #[error("{0}")]
    Message(String),
    /// A bug in press.
    #[error("{0}\n  remedy: this is a bug in press; please report it")]
    Bug(String),
    /// A file left by an earlier run is damaged. A build then starts over without it, once.
    #[error(transparent)]
    Retry(#[from] DamagedCache),
}

/// A file left by an earlier run is damaged.
#[derive(Debug, Error)]
#[error("{} is damaged\n  remedy: remove it and run press again", escaped_path(.0))]
pub struct DamagedCache(PathBuf);

impl Failure {
    /// For `map_err`: what was tried, and with which file.
    pub fn file(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Failure {
        let path = path.to_path_buf();
        move |source| Failure::Io { doing, path, source }
    }

    /// Something that the user can fix: what is wrong, and the remedy.
    pub fn message(what: impl Display, remedy: impl Display) -> Failure {
        let (what, remedy) = (what.to_string(), remedy.to_string());
        Failure::Message(format!("{}\n  remedy: {}", escaped(&what), escaped(&remedy)))
    }

    /// The file that an earlier run left at `path` is damaged.
    pub fn damaged(path: impl Into<PathBuf>) -> Failure {
        Failure::Retry(DamagedCache(path.into()))
    }

    /// A file of the content, named as an editor would name it, changed during the build.
    pub fn changed(path: &Path) -> Failure {
        Failure::message(format_args!("{} changed during the build", path.display()), "run press again")
    }
}

/// What to do about an error of the system.
fn remedy(error: &std::io::Error) -> &'static str {
    match error.kind() {
        // It is a special file: see `store/plain_file.rs`.
        ErrorKind::InvalidInput if error.raw_os_error().is_none() => "put a regular file there, or name another one",
        _ => "check that it exists, its permissions, and the free disk space",
    }
}

impl From<BadTime> for Failure {
    fn from(error: BadTime) -> Failure {
        Failure::Message(error.to_string())
    }
}

impl From<BadVariable> for Failure {
    fn from(error: BadVariable) -> Failure {
        Failure::Message(error.to_string())
    }
}

impl From<serde_json::Error> for Failure {
    /// For writing only: everything that press writes can be serialized as JSON. Reading has its own errors.
    fn from(error: serde_json::Error) -> Failure {
        Failure::Bug(format!("cannot write JSON: {error}"))
    }
}
