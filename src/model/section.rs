//! A section of the newspaper.

use serde::{Deserialize, Serialize};

/// One of the newspaper's sections, in the order of `site.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// First part of the addresses of its stories: `diplomacy`.
    pub slug: String,
    /// What readers call it: `Diplomacy`.
    pub name: String,
}
