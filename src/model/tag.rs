//! What several stories are about.

use serde::{Deserialize, Serialize};

/// A tag: address and name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tag {
    /// Part of the address of its page: `black-sea`.
    pub slug: String,
    /// Plain text, as `site.toml` has it, else the words of the slug: `Black Sea`.
    pub name: String,
}
