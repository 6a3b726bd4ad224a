//! What Top article is ordered by.

use serde::{Deserialize, Serialize};

/// What Top article is ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ranking {
    /// By their views since they were published.
    #[default]
    Ever,
    /// By their views in the last week.
    Week,
    /// By date: the numbers of views are not known.
    Latest,
}

impl Ranking {
    /// Whether it is the usual one, which pages do not mention.
    pub fn is_usual(&self) -> bool {
        *self == Ranking::Ever
    }
}
