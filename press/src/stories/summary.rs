//! What every edition has to know of a story, whether or not it makes a page of it.

use jiff::Timestamp;
use journal::model::{Article, Subject};
use serde::{Deserialize, Serialize};

use crate::content::front_matter::Embargo;
use crate::store::fingerprint::Fingerprint;

/// What every edition has to know of a story.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct StorySummary {
    /// When it was published: seconds and nanoseconds since 1970.
    pub published: (i64, i32),
    /// Before when another program would not publish it, where that is not its own date.
    pub embargo: Option<Embargo>,
    /// Whether it is not to be published yet.
    pub draft: bool,
    /// Whether it wants to lead the front page.
    pub lead: bool,
    /// Where it stood before: the line that says so, and the path.
    pub aliases: Vec<(u32, String)>,
    /// Those of these that are addresses of this newspaper.
    pub formerly: Vec<String>,
    /// The story that it is a translation of: the line that says so, and the path.
    pub translation_of: Option<(u32, String)>,
    /// BCP 47 tag, only where it is not the newspaper's language.
    pub language: Option<String>,
    /// Who wrote it.
    pub authors: Vec<Subject>,
    /// What it is about.
    pub tags: Vec<Subject>,
    /// Whether something had to be put right.
    pub corrected: bool,
    /// When it was changed for the last time: RFC 3339.
    pub changed: String,
    /// Address of the largest file of its lead picture.
    pub picture: Option<String>,
    /// The key of the article without its text.
    pub article: Fingerprint,
    /// The key of its teaser.
    pub teaser: Fingerprint,
}

impl StorySummary {
    /// What `article` says. Date and front matter are still missing.
    pub fn of(article: &Article) -> StorySummary {
        StorySummary {
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
        Timestamp::new(self.published.0, self.published.1).unwrap_or_default()
    }
}
