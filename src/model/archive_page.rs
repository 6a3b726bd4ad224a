//! All stories by year and month.

use serde::{Deserialize, Serialize};

use super::{PageLink, Teaser};

/// The document of `/archive/` (all months), `/archive/2024/` (those of a year) and `/archive/2024/10/` (its stories).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ArchivePage {
    /// As it stands in the address: empty, `2024` or `2024/10`.
    pub period: String,
    /// As readers call it: `Archive`, `2024`, `October 2024`.
    pub title: String,
    /// The ways on, in lines: a year, then its months with how many stories they have.
    pub years: Vec<Vec<PageLink>>,
    /// The stories of a month, the newest first.
    pub stories: Vec<Teaser>,
}
