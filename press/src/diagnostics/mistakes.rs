//! All mistakes of a run, so that an editor sees them together.

use std::fmt;

use super::digest::digest;
use super::mistake::Mistake;

/// The mistakes of a run: at least one, sorted by file and line.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistakes(Vec<Mistake>);

impl Mistakes {
    /// All that was found, in order and each once.
    pub fn of(mut found: Vec<Mistake>) -> Mistakes {
        found.sort();
        found.dedup();
        Mistakes(found)
    }

    /// All of them, in order.
    pub fn into_vec(self) -> Vec<Mistake> {
        self.0
    }

    /// All of them, many of one kind as one: see [`digest`](super::digest).
    pub fn digest(&self) -> String {
        digest(&self.0)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }
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
