//! Who counts the views.

use serde::{Deserialize, Serialize};

/// The service that counts readings and knows the numbers while a page is open. Its protocol stands in docs/views.md.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Counter {
    /// Redis behind `/count/`, `/counts/` and `/follow/` below this address: empty for the newspaper's own host, or in full,
    /// without the last slash.
    Redis(String),
    /// A GoatCounter at this full address, without the last slash.
    Goatcounter(String),
}
