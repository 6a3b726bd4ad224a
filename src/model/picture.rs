//! A picture with its texts.

use serde::{Deserialize, Serialize};

use super::Image;

/// The lead picture of a story.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Picture {
    /// The file.
    pub image: Image,
    /// What it shows, for readers who cannot see it; never empty.
    pub alt: String,
    /// The line below the picture, plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Who made it, plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}
