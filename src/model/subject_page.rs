//! The page of an author or a tag.

use serde::{Deserialize, Serialize};

use super::{Listing, Subject};

/// The document of `/author/<slug>/` and `/tag/<slug>/`, and of the pages after them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SubjectPage {
    /// Name and address.
    pub subject: Subject,
    /// What an author does for the newspaper, plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// A few sentences about an author: sanitised HTML, may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bio: String,
    /// The stories.
    pub listing: Listing,
}
