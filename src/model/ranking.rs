//! What Top article is ordered by.

use serde::{Deserialize, Serialize};

/// What Top article is ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ranking {
    /// By how often stories were read since they were published.
    #[default]
    Ever,
    /// By how often they were read in the last week.
    Week,
    /// By their date: nobody knows how often they were read.
    Latest,
}

impl Ranking {
    /// Whether it need not be said.
    pub fn is_usual(&self) -> bool {
        *self == Ranking::Ever
    }
}
