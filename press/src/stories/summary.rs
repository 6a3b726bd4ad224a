//! What every edition needs to know about a story, even if it does not build the story's page.

use jiff::Timestamp;
use journal::model::{Article, Subject};
use serde::{Deserialize, Serialize};

use crate::store::fingerprint::Fingerprint;

/// What every edition needs to know about a story.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct StorySummary {
    /// When it was published, in seconds and nanoseconds since 1970.
    pub published: (i64, i32),
    /// The last part of its address.
    pub slug: String,
    /// The time before which it is not shown even if its date has come, in seconds and nanoseconds since 1970.
    pub publish: Option<(i64, i32)>,
    /// The time from which on it is not shown.
    pub expires: Option<(i64, i32)>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether it is meant to lead the front page.
    pub lead: bool,
    /// Its former addresses: the line in the front matter, and the path.
    pub aliases: Vec<(u32, String)>,
    /// Those of the aliases that are story addresses of this newspaper.
    pub formerly: Vec<String>,
    /// The story that it is a translation of: the line in the front matter, and the path.
    pub translation_of: Option<(u32, String)>,
    /// A BCP 47 tag, if the language is not the newspaper's.
    pub language: Option<String>,
    /// Its authors.
    pub authors: Vec<Subject>,
    /// Its tags.
    pub tags: Vec<Subject>,
    /// Whether it has corrections.
    pub corrected: bool,
    /// When it was last changed, in RFC 3339 format.
    pub changed: String,
    /// The address of the largest file of its lead picture.
    pub picture: Option<String>,
    /// The fingerprint of the article without its text.
    pub article: Fingerprint,
    /// The fingerprint of its teaser.
    pub teaser: Fingerprint,
}

impl StorySummary {
    /// The summary of `article`, without its date and what only the front matter says.
    pub fn of(article: &Article) -> StorySummary {
        StorySummary {
            slug: article.slug.clone(),
            formerly: article.formerly.clone(),
            language: article.language.clone(),
            authors: article.authors.clone(),
            tags: article.tags.clone(),
            corrected: !article.corrections.is_empty(),
            changed: article.changed().unwrap_or(&article.published).iso.clone(),
            picture: article.picture.as_ref().map(|picture| picture.image.largest_address()),
            article: Fingerprint::of_value(&article.without_text()),
            teaser: Fingerprint::of_value(&article.teaser()),
            ..StorySummary::default()
        }
    }

    /// When it was published.
    pub fn published(&self) -> Timestamp {
        timestamp(self.published)
    }

    /// When it is shown for the first time.
    pub fn due(&self) -> Timestamp {
        self.published().max(self.publish.map(timestamp).unwrap_or(Timestamp::MIN))
    }

    /// The time from which on it is not shown.
    pub fn expires(&self) -> Option<Timestamp> {
        self.expires.map(timestamp)
    }

    /// Whether it is no longer shown at the time `now`.
    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.expires().is_some_and(|expires| expires <= now)
    }
}

fn timestamp((seconds, nanoseconds): (i64, i32)) -> Timestamp {
    Timestamp::new(seconds, nanoseconds).unwrap_or_default()
}
