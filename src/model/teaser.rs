//! A story as announced on other pages.

use serde::{Deserialize, Serialize};

use super::{Image, Moment};

/// What a card shows of a story.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Teaser {
    /// Slug of the story's section.
    pub section: String,
    /// Last part of the story's address.
    pub slug: String,
    /// Plain text.
    pub headline: String,
    /// Plain text; empty where the card shows none (Top article).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// When it was published.
    pub published: Moment,
    /// The lead picture's file. Cards do not repeat its alt text: the headline is their name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// Views as of the morning, on the front page as of the last snapshot; none if it knows nothing of the story.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub views: Option<u64>,
    /// BCP 47 tag, only where it is not the newspaper's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}
