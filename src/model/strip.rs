//! A section's row on the front page.

use serde::{Deserialize, Serialize};

use super::Teaser;

/// A section's newest stories on the front page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Strip {
    /// The slug of the section.
    pub section: String,
    /// What the section is about, in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Up to three stories that the page does not show above, newest first.
    pub teasers: Vec<Teaser>,
}
