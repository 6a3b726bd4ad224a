//! An error or warning about the content.

use std::fmt;
use std::path::{Path, PathBuf};

use super::escaped::escaped;
use super::message::Message;
use super::rule::Rule;
use super::severity::Severity;

/// An error or warning about the content. Sorts by file and line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file as an editor would name it: `content/war/x/index.md`.
    pub file: PathBuf,
    /// The line in the file, from 1; `None` if the file as a whole is meant.
    pub line: Option<u32>,
    /// Whether it stops a build.
    pub severity: Severity,
    /// The rule that it breaks.
    pub rule: Rule,
    /// What is wrong.
    pub message: Message,
    /// How to fix it.
    pub remedy: String,
}

impl Diagnostic {
    /// An error without a rule of its own: [`Rule::Mistake`].
    pub fn mistake(
        file: impl Into<PathBuf>,
        line: Option<u32>,
        message: impl Into<Message>,
        remedy: impl Into<String>,
    ) -> Diagnostic {
        let (file, message, remedy) = (file.into(), message.into(), remedy.into());
        Diagnostic { file, line, severity: Severity::Error, rule: Rule::Mistake, message, remedy }
    }

    /// File and line to be printed, with forward slashes on every system: `content/war/x/index.md:5`.
    pub fn place(&self) -> String {
        let file = self.file_name();
        let file = escaped(&file);
        match self.line {
            Some(line) => format!("{file}:{line}"),
            None => file.into_owned(),
        }
    }

    /// The file, with forward slashes on every system.
    pub fn file_name(&self) -> String {
        file_name(&self.file)
    }
}

impl fmt::Display for Diagnostic {
    /// Two lines, without severity and rule.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}\n  remedy: {}", self.place(), self.message, escaped(&self.remedy))
    }
}

fn file_name(file: &Path) -> String {
    file.to_string_lossy().replace('\\', "/")
}
