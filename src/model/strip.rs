//! A section's row on the front page.

use serde::{Deserialize, Serialize};

use super::Teaser;

/// A section's newest stories on the front page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Strip {
    /// The slug of the section.
    pub section: String,
    /// Up to three stories that the page does not show above (unless the section has no others), newest first.
    pub teasers: Vec<Teaser>,
}
