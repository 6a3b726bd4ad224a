//! Something in the content that an editor should look at.

use std::fmt;
use std::path::PathBuf;

use super::severity::Severity;
use crate::diagnostics::digest::Listed;
use crate::diagnostics::message::Message;
use crate::diagnostics::mistake::{Mistake, place};
use crate::diagnostics::rule::Rule;

/// Something in the content that an editor should look at. In the order of files and lines.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file as an editor would name it: `content/war/x/index.md`.
    pub file: PathBuf,
    /// The line in the file, from 1; none where it is the file itself.
    pub line: Option<u32>,
    /// How bad it is.
    pub severity: Severity,
    /// The rule that it breaks.
    pub rule: Rule,
    /// What is wrong.
    pub what: Message,
    /// What to do about it.
    pub remedy: String,
}

impl Finding {
    /// A mistake: the press stops at it.
    pub fn error(mistake: Mistake) -> Finding {
        let Mistake { file, line, what, remedy, rule } = mistake;
        Finding { file, line, severity: Severity::Error, rule, what, remedy }
    }

    /// The file, with the same slashes on every system.
    pub fn file_name(&self) -> String {
        self.file.to_string_lossy().replace('\\', "/")
    }
}

impl Listed for Finding {
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

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Finding { severity, rule, what, remedy, .. } = self;
        write!(formatter, "{}: {severity}: {what} [{}]\n  remedy: {remedy}", self.place(), rule.name())
    }
}
