//! The page of a tag.

use serde::{Deserialize, Serialize};

use super::{Listing, Tag};

/// The document of `/tag/<slug>/` and `/tag/<slug>/page/<n>/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TagPage {
    /// Name and address.
    pub tag: Tag,
    /// The stories that have it.
    pub listing: Listing,
}
