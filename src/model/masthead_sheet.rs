//! The newspaper on its way to the browser.

use serde::{Deserialize, Serialize};

use super::Site;

/// The content of `/site.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MastheadSheet {
    /// The number of the format, see [`FORMAT`](super::FORMAT).
    pub format: u32,
    /// The newspaper.
    pub site: Site,
}
