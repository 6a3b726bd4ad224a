//! The front page.

use serde::{Deserialize, Serialize};

use super::{Listing, Strip, Teaser};

/// The document of `/` and `/page/<n>/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Front {
    /// The lead story; only on the first page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Teaser>,
    /// The latest stories, without the lead.
    pub latest: Listing,
    /// A strip for each section that has stories; only on the first page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strips: Vec<Strip>,
}
