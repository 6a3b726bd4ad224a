//! A correction, as it stands among those of other stories.

use serde::{Deserialize, Serialize};

use super::Correction;

/// A correction with the story that it is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Corrected {
    /// Slug of the story's section.
    pub section: String,
    /// Last part of the story's address.
    pub slug: String,
    /// The story's headline, plain text.
    pub headline: String,
    /// BCP 47 tag of the story and the correction, only where it is not the newspaper's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What was wrong, and when it was put right.
    pub correction: Correction,
}
