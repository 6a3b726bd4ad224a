//! The page of a section.

use serde::{Deserialize, Serialize};

use super::Listing;

/// The document of `/<section>/` and `/<section>/page/<n>/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SectionPage {
    /// The slug of the section.
    pub section: String,
    /// Its stories.
    pub listing: Listing,
}
