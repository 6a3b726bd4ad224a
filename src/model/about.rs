//! The page about the newspaper.

use serde::{Deserialize, Serialize};

/// The document of `/about/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct About {
    /// Plain text.
    pub headline: String,
    /// For search engines, plain text.
    pub summary: String,
    /// Sanitised HTML. Empty in the page's own data block, because it stands in the page.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
}
