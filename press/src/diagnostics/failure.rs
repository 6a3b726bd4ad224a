//! Why an edition could not be made.

use std::path::{Path, PathBuf};

use thiserror::Error;

use super::mistakes::Mistakes;
use crate::locale::bad_time::BadTime;
use crate::locale::environment::BadVariable;

/// What stops the press. Nothing of the previous site has been touched when it is returned.
#[derive(Debug, Error)]
pub enum Failure {
    /// Mistakes in the content, all of this run.
    #[error(transparent)]
    Mistakes(#[from] Mistakes),
    /// A file or folder could not be read or written.
    #[error(
        "cannot {doing} {path}: {source}\n  remedy: check that it exists, its permissions, and the room on the disk"
    )]
    File {
        /// What was tried: `read`, `write` …
        doing: &'static str,
        /// Where.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The shell cannot hold a page.
    #[error("{path}: {what}\n  remedy: {remedy}")]
    Shell {
        /// The shell's file.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
        /// What to do.
        remedy: &'static str,
    },
    /// The stylesheet has an error.
    #[error("{place}: {what}\n  remedy: mend the stylesheet there")]
    Style {
        /// File, line and column.
        place: String,
        /// What the CSS parser said.
        what: String,
    },
    /// The folder for the site holds something else.
    #[error(
        "{path} holds no site of this press, and would be replaced by one\n  remedy: name another folder, or empty it"
    )]
    NoSite {
        /// The folder.
        path: PathBuf,
    },
    /// There is no worker that could search the site.
    #[error(
        "the worker that searches is missing, and the site would have no search\n  remedy: build it with scripts/search, then name its \
         folder: --worker target/search/built; or leave the search out: --no-search"
    )]
    NoWorker,
    /// What was kept for this edition cannot be used. The press makes it anew by itself, once.
    #[error("{path} is damaged\n  remedy: remove it and press again")]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// A file of the content was changed while it was being pressed.
    #[error("{path} was changed while it was being pressed\n  remedy: press again")]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// A file of a site is none of this press.
    #[error("{path}: {what}\n  remedy: press the site again")]
    Site {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// The time of the edition cannot be understood.
    #[error(transparent)]
    Time(#[from] BadTime),
    /// An environment variable has a value that the press cannot use.
    #[error(transparent)]
    Variable(#[from] BadVariable),
    /// What was asked for cannot be done.
    #[error("{what}\n  remedy: {remedy}")]
    Request {
        /// Why.
        what: String,
        /// What to ask for.
        remedy: String,
    },
    /// The service that counts views is not there, or is of no use.
    #[error("{what}\n  remedy: {remedy}")]
    Counter {
        /// What is wrong with it.
        what: String,
        /// What to do.
        remedy: String,
    },
    /// An export of another program cannot be read, or is not what was asked for.
    #[error("{what}\n  remedy: {remedy}")]
    Export {
        /// What is wrong, with file and line.
        what: String,
        /// What to do.
        remedy: String,
    },
    /// A document could not be written as JSON.
    #[error("cannot write a document as JSON: {0}\n  remedy: this is a fault of press, please report it")]
    Json(#[from] serde_json::Error),
}

impl Failure {
    /// For `map_err`: what was tried with which file.
    pub fn file(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Failure {
        let path = path.to_path_buf();
        move |source| Failure::File { doing, path, source }
    }
}
