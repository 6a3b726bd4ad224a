//! A link that the publisher or the press has put into words.

use serde::{Deserialize, Serialize};

/// A link of the footer or of the archive, or one to the same story in another language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PageLink {
    /// Its words.
    pub label: String,
    /// An address of this site (`/about/#imprint`, without the site's base) or a full one (`https://…`, `mailto:…`).
    pub href: String,
    /// BCP 47 tag of the words and of what they lead to, only where it is not that of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}
