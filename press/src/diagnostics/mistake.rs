//! A mistake in the content, told so that an editor can put it right.

use std::fmt;
use std::path::{Path, PathBuf};

use super::digest::Listed;
use super::message::Message;
use super::rule::Rule;

/// Something in the content that has to be put right before the site can be pressed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// The file as an editor would name it: `content/war/x/index.md`.
    pub file: PathBuf,
    /// The line in the file, from 1; none where the mistake is the file itself.
    pub line: Option<u32>,
    /// What is wrong.
    pub what: Message,
    /// What to do about it.
    pub remedy: String,
    /// The rule that it breaks.
    pub rule: Rule,
}

impl Listed for Mistake {
    fn place(&self) -> String {
        place(&self.file, self.line)
    }

    fn what(&self) -> &Message {
        &self.what
    }

    fn remedy(&self) -> &str {
        &self.remedy
    }

    fn rule(&self) -> Rule {
        self.rule
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}\n  remedy: {}", self.place(), self.what, self.remedy)
    }
}

/// File and line as they are printed, with the same slashes on every system.
pub fn place(file: &Path, line: Option<u32>) -> String {
    let file = file.to_string_lossy().replace('\\', "/");
    line.map_or_else(|| file.clone(), |line| format!("{file}:{line}"))
}
