//! The data that a pressed page carries for the app.

use serde::{Deserialize, Serialize};

use super::{Document, Site};

/// The content of a pressed page's data block, `<script type="application/json" id="document">`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pressed {
    /// The number of the format, see [`FORMAT`](super::FORMAT).
    #[cfg_attr(feature = "schema", schemars(extend("const" = super::FORMAT)))]
    pub format: u32,
    /// The newspaper.
    pub site: Site,
    /// The page's document, without the text that the page itself contains.
    pub document: Document,
}
