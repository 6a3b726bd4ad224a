//! One page of a list of stories.

use serde::{Deserialize, Serialize};

use super::Teaser;

/// One page of a list of stories, newest first. The first page has the newest. The other pages are filled and
/// numbered from the oldest story on, so that a full page does not change when stories are added: page 2 is the
/// last one of the list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Listing {
    /// The stories of this page.
    pub teasers: Vec<Teaser>,
    /// 1 for the first page.
    pub page: u32,
    /// The dates of its oldest and its newest story, in the newspaper's language: `30 June 2025 – 6 January 2026`.
    /// Empty if there is only one page.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub span: String,
    /// The number of the page with newer stories.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer: Option<u32>,
    /// The number of the page with older stories.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub older: Option<u32>,
}
