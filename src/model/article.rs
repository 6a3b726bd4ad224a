//! A story with everything that its page shows.

use serde::{Deserialize, Serialize};

use super::{Correction, Heading, Moment, PageLink, Picture, Subject, Teaser};

/// The document of `/<section>/<slug>/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article {
    /// The slug of the section.
    pub section: String,
    /// The last part of the address.
    pub slug: String,
    /// Plain text.
    pub headline: String,
    /// The sentence under the headline, plain text, if the author wrote one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<String>,
    /// For cards, feeds and search engines, plain text, at most 200 characters when taken from the text.
    pub summary: String,
    /// BCP 47 tag, if it is not the newspaper's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// True if only those who write it see it, because it is a draft or its time has not come.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub unpublished: bool,
    /// When it was published.
    pub published: Moment,
    /// When it was last changed, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Moment>,
    /// Whole years between publication and this edition.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub years_old: u32,
    /// At least one.
    pub authors: Vec<Subject>,
    /// Its tags, in the author's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Subject>,
    /// At least 1.
    pub reading_minutes: u32,
    /// Views in the last snapshot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub views: Option<u64>,
    /// How many of the views were counted at former addresses: the current counter does not know of them.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub earlier_views: u64,
    /// Its former addresses: paths without the site's base.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<String>,
    /// The same story in other languages, the original first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<PageLink>,
    /// The lead picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    /// The table of contents; empty in a short story.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contents: Vec<Heading>,
    /// The corrections, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Up to four related stories, nearest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Teaser>,
    /// The text: sanitised HTML. Empty in a page's own data block, because the page itself contains it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
}

impl Article {
    /// Everything but the text, to compare two stories.
    pub fn without_text(&self) -> impl std::hash::Hash {
        Article { body: String::new(), ..self.clone() }
    }

    /// When it was last changed, if it was: by its author, or by a correction.
    ///
    /// All moments are in the newspaper's time zone, so the order of their texts is the order of time.
    pub fn changed(&self) -> Option<&Moment> {
        let corrected = self.corrections.iter().map(|correction| &correction.date);
        self.updated.iter().chain(corrected).max_by(|one, other| one.iso.cmp(&other.iso))
    }

    /// The story as other pages announce it.
    pub fn teaser(&self) -> Teaser {
        Teaser {
            section: self.section.clone(),
            slug: self.slug.clone(),
            headline: self.headline.clone(),
            summary: self.summary.clone(),
            published: self.published.clone(),
            image: self.picture.as_ref().map(|picture| picture.image.clone()),
            views: self.views,
            language: self.language.clone(),
        }
    }
}

fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
