//! The page of an author.

use serde::{Deserialize, Serialize};

use super::{AuthorRef, Listing};

/// The document of `/author/<slug>/` and `/author/<slug>/page/<n>/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AuthorPage {
    /// Name and address.
    pub author: AuthorRef,
    /// What the author does for the newspaper, plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// A few sentences about the author: sanitised HTML, may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bio: String,
    /// The author's stories.
    pub listing: Listing,
}
