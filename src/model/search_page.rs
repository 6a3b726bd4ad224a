//! The search page.

use serde::{Deserialize, Serialize};

use super::Teaser;

/// The document of `/search/`: stories to browse.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SearchPage {
    /// The newest stories, two pages' worth.
    pub newest: Vec<Teaser>,
}
