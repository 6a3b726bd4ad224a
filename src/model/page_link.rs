//! A link with a label from the publisher or from press.

use serde::{Deserialize, Serialize};

/// A link in the footer or the archive, or to the same story in another language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PageLink {
    /// Its text.
    pub label: String,
    /// An address of this site (`/about/#imprint`, without the site's base) or a full one (`https://…`, `mailto:…`).
    pub href: String,
    /// BCP 47 tag of the text and of the target, if it is not the language of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}
