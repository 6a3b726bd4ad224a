//! All mistakes of a run, so that an editor sees them together.

use std::fmt;

use super::diagnostic::Diagnostic;
use super::digest::digest;

/// The mistakes of a run: at least one, sorted by file and line.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistakes(Vec<Diagnostic>);

impl Mistakes {
    /// All that was found, in order and each once.
    pub fn of(mut found: Vec<Diagnostic>) -> Mistakes {
        found.sort_by(|one, other| order(one).cmp(&order(other)));
        found.dedup();
        Mistakes(found)
    }

    /// All of them, in order.
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.0
    }

    /// All of them, many of one kind as one: see [`digest`](super::digest).
    pub fn digest(&self) -> String {
        digest(&self.0, ToString::to_string)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

/// By file, line and words: which rule they break makes no difference.
fn order(mistake: &Diagnostic) -> impl Ord + '_ {
    (&mistake.file, mistake.line, &mistake.message, &mistake.remedy, mistake.rule)
}

impl fmt::Display for Mistakes {
    /// One after the other, two lines each.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, mistake) in self.0.iter().enumerate() {
            write!(formatter, "{}{mistake}", if index == 0 { "" } else { "\n" })?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}
