//! A document on its way to the browser.

use serde::{Deserialize, Serialize};

use super::Document;

/// The content of an `index.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The number of the format, see [`FORMAT`](super::FORMAT).
    pub format: u32,
    /// The page's document.
    pub document: Document,
}
