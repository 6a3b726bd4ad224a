//! Collects the errors in one file.

use std::path::{Path, PathBuf};

use super::diagnostic::Diagnostic;
use super::message::Message;
use super::rule::Rule;
use super::severity::Severity;

/// The errors in one file. Reading continues after an error, so that one run finds all of them.
#[derive(Debug)]
pub struct Notes {
    file: PathBuf,
    mistakes: Vec<Diagnostic>,
}

impl Notes {
    /// No errors yet in `file`, which is named as an editor would name it.
    pub fn on(file: impl AsRef<Path>) -> Notes {
        Notes { file: file.as_ref().to_path_buf(), mistakes: Vec::new() }
    }

    /// Adds an error in a line.
    pub fn note(&mut self, line: u32, what: impl Into<Message>, remedy: impl Into<String>) {
        self.note_by(Rule::Mistake, line, what, remedy);
    }

    /// Adds an error in a line, under a rule of its own.
    pub fn note_by(&mut self, rule: Rule, line: u32, what: impl Into<Message>, remedy: impl Into<String>) {
        self.add(Severity::Error, rule, line, what.into(), remedy.into());
    }

    /// Adds a warning about a line.
    pub fn warn(&mut self, rule: Rule, line: u32, what: impl Into<Message>, remedy: impl Into<String>) {
        self.add(Severity::Warning, rule, line, what.into(), remedy.into());
    }

    fn add(&mut self, severity: Severity, rule: Rule, line: u32, message: Message, remedy: String) {
        let (file, line) = (self.file.clone(), Some(line));
        self.mistakes.push(Diagnostic { file, line, severity, rule, message, remedy });
    }

    /// The number of errors so far.
    pub fn count(&self) -> usize {
        self.mistakes.len()
    }

    /// All the errors.
    pub fn into_mistakes(self) -> Vec<Diagnostic> {
        self.mistakes
    }
}
