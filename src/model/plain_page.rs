//! A page of text that is not a story.

use serde::{Deserialize, Serialize};

/// The document of `/about/` and `/corrections/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlainPage {
    /// Plain text.
    pub headline: String,
    /// For search engines, plain text.
    pub summary: String,
    /// Sanitised HTML. Empty in the page's own data block, because the page itself contains it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
}
