//! What stories are filed under.

use serde::{Deserialize, Serialize};

/// What stories are filed under: a section, an author, a tag.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Subject {
    /// The part of the address of its page: `diplomacy`, `city-desk`, `black-sea`.
    pub slug: String,
    /// Its name for readers, plain text: `Diplomacy`, `City Desk`, `Black Sea`.
    pub name: String,
}
