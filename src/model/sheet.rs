//! A document in a file of its own.

use serde::{Deserialize, Serialize};

use super::Document;

/// The content of an `index.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sheet {
    /// The number of the format, see [`FORMAT`](super::FORMAT).
    #[cfg_attr(feature = "schema", schemars(extend("const" = super::FORMAT)))]
    pub format: u32,
    /// The page's document.
    pub document: Document,
}
