//! All errors that a run has found in the content.

use std::fmt;

use super::diagnostic::Diagnostic;
use super::digest::digest;

/// All errors that a run has found in the content: at least one, sorted by file and line.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistakes(Vec<Diagnostic>);

impl Mistakes {
    /// Sorts the errors and removes duplicates.
    pub fn of(mut found: Vec<Diagnostic>) -> Mistakes {
        found.sort_by(|one, other| order(one).cmp(&order(other)));
        found.dedup();
        Mistakes(found)
    }

    /// All of them, sorted.
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.0
    }

    /// The errors as text, with many of one kind grouped: see [`digest`](super::digest).
    pub fn digest(&self) -> String {
        digest(&self.0, ToString::to_string)
    }

    /// The number of errors.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

/// Sorts by file, line and message; the rule comes last.
fn order(mistake: &Diagnostic) -> impl Ord + '_ {
    (&mistake.file, mistake.line, &mistake.message, &mistake.remedy, mistake.rule)
}

impl fmt::Display for Mistakes {
    /// Two lines for each error.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, mistake) in self.0.iter().enumerate() {
            write!(formatter, "{}{mistake}", if index == 0 { "" } else { "\n" })?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}
