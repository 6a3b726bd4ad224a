//! All stories by year and month.

use serde::{Deserialize, Serialize};

use super::{PageLink, Teaser};

/// The document of `/archive/` (all months), `/archive/2024/` (the months of a year) and `/archive/2024/10/` (the
/// stories of a month).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ArchivePage {
    /// The part of the address after `/archive/`: empty, `2024` or `2024/10`.
    pub period: String,
    /// The title: `Archive`, `2024`, `October 2024`.
    pub title: String,
    /// Links, in lines: a year, then its months with their numbers of stories.
    pub years: Vec<Vec<PageLink>>,
    /// The months of a year with their newest stories; empty on the other pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<ArchiveMonth>,
    /// The stories of a month, newest first; empty on the other pages.
    pub stories: Vec<Teaser>,
    /// The month before that has stories; only on the page of a month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<PageLink>,
    /// The month after that has stories; only on the page of a month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later: Option<PageLink>,
}

/// A month on the page of its year.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ArchiveMonth {
    /// Its page, with its number of stories.
    pub link: PageLink,
    /// Its newest stories, without summaries, pictures and views.
    pub stories: Vec<Teaser>,
}
