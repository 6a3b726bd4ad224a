//! A mistake in the content, told so that an editor can put it right.

use std::fmt;
use std::path::PathBuf;

use crate::rule::Rule;

/// Something in the content that has to be put right before the site can be pressed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// The file as an editor would name it: `content/war/x/index.md`.
    pub file: PathBuf,
    /// The line in the file, from 1; none where the mistake is the file itself.
    pub line: Option<u32>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
    /// The rule that it breaks.
    pub rule: Rule,
}

impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The same slashes on every system.
        write!(formatter, "{}", self.file.to_string_lossy().replace('\\', "/"))?;
        if let Some(line) = self.line {
            write!(formatter, ":{line}")?;
        }
        write!(formatter, ": {}\n  remedy: {}", self.what, self.remedy)
    }
}
