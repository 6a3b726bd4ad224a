//! Why a command could not do its work.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::mistakes::Mistakes;
use crate::locale::bad_time::BadTime;
use crate::locale::environment::BadVariable;

/// Why a command could not do its work. Nothing of the existing site has changed when it is returned.
#[derive(Debug, Error)]
pub enum Failure {
    /// The mistakes in the content, all of this run.
    #[error(transparent)]
    Mistakes(#[from] Mistakes),
    /// A file or folder could not be read or written.
    #[error(
        "cannot {doing} {path}: {source}\n  remedy: check that it exists, its permissions, and the free disk space"
    )]
    Io {
        /// What was tried: `read`, `write` …
        doing: &'static str,
        /// Where.
        path: PathBuf,
        /// What the system reported.
        source: std::io::Error,
    },
    /// Anything else that the user can put right: what is wrong and the remedy, as they are printed.
    #[error("{0}")]
    Message(String),
    /// Something that cannot happen if press is right.
    #[error("{0}\n  remedy: this is a bug in press; please report it")]
    Bug(String),
    /// What an earlier run left cannot be used. A build then starts over without it, once.
    #[error(transparent)]
    Retry(#[from] Damaged),
}

/// A file that an earlier run left is damaged.
#[derive(Debug, Error)]
#[error("{0} is damaged\n  remedy: remove it and press again")]
pub struct Damaged(PathBuf);

impl Failure {
    /// For `map_err`: what was tried with which file.
    pub fn file(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Failure {
        let path = path.to_path_buf();
        move |source| Failure::Io { doing, path, source }
    }

    /// What is wrong, and what the user can do about it.
    pub fn message(what: impl Display, remedy: impl Display) -> Failure {
        Failure::Message(format!("{what}\n  remedy: {remedy}"))
    }

    /// The file that an earlier run left at `path` cannot be used.
    pub fn damaged(path: impl Into<PathBuf>) -> Failure {
        Failure::Retry(Damaged(path.into()))
    }

    /// A file of the content, named as an editor would name it, was changed while it was being pressed.
    pub fn changed(path: &Path) -> Failure {
        Failure::message(format_args!("{} was changed while it was being pressed", path.display()), "press again")
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
    /// For writing: the documents of press can always be written as JSON. What is read from a file has errors of its own.
    fn from(error: serde_json::Error) -> Failure {
        Failure::Bug(format!("cannot write JSON: {error}"))
    }
}
