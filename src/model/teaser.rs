//! A story as announced on other pages.

use serde::{Deserialize, Serialize};

use super::{Image, Moment};

/// What a card shows of a story.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Teaser {
    /// The slug of the story's section.
    pub section: String,
    /// The last part of the story's address.
    pub slug: String,
    /// Plain text.
    pub headline: String,
    /// Plain text; empty if the card shows none (Top article).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// When it was published.
    pub published: Moment,
    /// The lead picture. Cards leave out its alt text, because the headline names them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// Views as of the morning, on the front page as of the last snapshot; none if the snapshot does not know the
    /// story.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub views: Option<u64>,
    /// BCP 47 tag, if it is not the newspaper's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}
