//! The service that counts views.

use serde::{Deserialize, Serialize};

/// The service that counts readings and supplies current numbers while a page is open. docs/views.md describes its
/// protocol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Counter {
    /// Redis behind `/count/`, `/counts/` and `/follow/` under this address: empty for the newspaper's own host, or
    /// a full address without a trailing slash.
    Redis(String),
    /// A GoatCounter at this full address, without a trailing slash.
    Goatcounter(String),
}

impl Counter {
    /// Whether its numbers are those of the moment. If not, they are shown with their time.
    pub fn is_live(&self) -> bool {
        match self {
            Counter::Redis(_) => true,
            Counter::Goatcounter(_) => false,
        }
    }
}
