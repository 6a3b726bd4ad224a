//! The newspaper in a file of its own.

use serde::{Deserialize, Serialize};

use super::Site;

/// The content of `/site.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MastheadSheet {
    /// The number of the format, see [`FORMAT`](super::FORMAT).
    #[cfg_attr(feature = "schema", schemars(extend("const" = super::FORMAT)))]
    pub format: u32,
    /// The newspaper.
    pub site: Site,
}
