//! A story in another language.

use serde::{Deserialize, Serialize};

/// The same story in another language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Translation {
    /// BCP 47 tag.
    pub language: String,
    /// What leads there, in its own language: `Read in English`.
    pub label: String,
    /// Path of the story, without the site's base.
    pub path: String,
}
