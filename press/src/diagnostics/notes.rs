//! The mistakes noted while one file is read.

use std::path::{Path, PathBuf};

use super::diagnostic::Diagnostic;
use super::message::Message;
use super::rule::Rule;
use super::severity::Severity;

/// The mistakes of one file. Reading goes on after a mistake, so that all of them are found in one run.
#[derive(Debug)]
pub struct Notes {
    file: PathBuf,
    mistakes: Vec<Diagnostic>,
}

impl Notes {
    /// Nothing noted yet about `file`, named as an editor would name it.
    pub fn on(file: impl AsRef<Path>) -> Notes {
        Notes { file: file.as_ref().to_path_buf(), mistakes: Vec::new() }
    }

    /// Notes a mistake in a line.
    pub fn note(&mut self, line: u32, what: impl Into<Message>, remedy: impl Into<String>) {
        self.note_by(Rule::Mistake, line, what, remedy);
    }

    /// Notes a mistake in a line, against a rule that has a name of its own.
    pub fn note_by(&mut self, rule: Rule, line: u32, what: impl Into<Message>, remedy: impl Into<String>) {
        let (file, message, remedy) = (self.file.clone(), what.into(), remedy.into());
        let severity = Severity::Error;
        self.mistakes.push(Diagnostic { file, line: Some(line), severity, rule, message, remedy });
    }

    /// How much was noted so far.
    pub fn count(&self) -> usize {
        self.mistakes.len()
    }

    /// All that was noted.
    pub fn into_mistakes(self) -> Vec<Diagnostic> {
        self.mistakes
    }
}
