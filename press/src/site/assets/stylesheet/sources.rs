//! The files that the stylesheets are made from.

use std::io::Error;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use lightningcss::bundler::{FileProvider, ResolveResult, SourceProvider};
use serde::{Deserialize, Serialize};

use crate::store::fingerprint::Fingerprint;
use crate::store::plain_file;

/// A file that was read, with the fingerprint of its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StyleSource {
    path: PathBuf,
    fingerprint: Fingerprint,
}

/// Reads files for the bundler and records which.
pub struct StyleSources {
    files: FileProvider,
    read: Mutex<Vec<StyleSource>>,
    /// Without links, and without `..`: `first/../base.css` is `base.css`.
    left_out: Vec<PathBuf>,
}

impl StyleSource {
    /// Whether the file still has the same content.
    pub fn is_the_same(&self) -> bool {
        plain_file::read(&self.path).is_ok_and(|content| Fingerprint::of(&content) == self.fingerprint)
    }
}

impl StyleSources {
    /// Sources in which these files are empty.
    ///
    /// # Errors
    /// One of them is missing.
    pub fn without(left_out: &[StyleSource]) -> Result<StyleSources, Error> {
        let left_out = left_out.iter().map(|source| source.path.canonicalize()).collect::<Result<_, _>>()?;
        Ok(StyleSources { files: FileProvider::new(), read: Mutex::default(), left_out })
    }

    /// The files that were read.
    pub fn into_read(self) -> Vec<StyleSource> {
        self.read.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SourceProvider for StyleSources {
    type Error = Error;

    fn read<'a>(&'a self, file: &Path) -> Result<&'a str, Error> {
        if self.left_out.contains(&file.canonicalize()?) {
            return Ok("");
        }
        // The bundler's own reader would wait for a named pipe.
        plain_file::open(file)?;
        let text = self.files.read(file)?;
        let source = StyleSource { path: file.to_path_buf(), fingerprint: Fingerprint::of(text.as_bytes()) };
        self.read.lock().unwrap_or_else(PoisonError::into_inner).push(source);
        Ok(text)
    }

    fn resolve(&self, specifier: &str, originating_file: &Path) -> Result<ResolveResult, Error> {
        self.files.resolve(specifier, originating_file)
    }
}
