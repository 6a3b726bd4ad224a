//! The newspaper itself: what every page shows around its document.

use serde::{Deserialize, Serialize};

use super::{Counter, Moment, Network, PageLink, Ranking, Subject, Teaser};
use crate::words::Words;

/// The newspaper. Travels with every pressed page and stands at `/site.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Site {
    /// `The Odessa Journal`
    pub name: String,
    /// The line under the name.
    pub tagline: String,
    /// What the newspaper is, in a sentence, for search engines.
    pub description: String,
    /// BCP 47 tag of its language.
    pub language: String,
    /// Public address of the front page without the last slash: `https://odessa-journal.example`.
    pub address: String,
    /// Path prefix that this build is served below: empty, or `/journal` (no slash at the end).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub base: String,
    /// In the order of the navigation.
    pub sections: Vec<Subject>,
    /// In the order of the share panel.
    pub share: Vec<Network>,
    /// In the order of the footer. Left out of a page's own data: the footer stands in the page already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub footer: Vec<PageLink>,
    /// The stories of Top article as of the morning, in its order: one more than it shows, so that a story can leave itself out.
    pub top: Vec<Teaser>,
    /// What those are the first by.
    #[serde(default, skip_serializing_if = "Ranking::is_usual")]
    pub ranking: Ranking,
    /// Who counts views while a page is open; nobody where the numbers are those of the last snapshot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<Counter>,
    /// The day of this edition, from midnight on: what every page shows changes once a day.
    pub edition: Moment,
    /// True where some stories exist as data only: then an address without a page may still be a story.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unpressed_stories: bool,
}

impl Site {
    /// The words of its interface: English where the interface does not speak the newspaper's language.
    pub fn words(&self) -> Words {
        Words::of(&self.language).unwrap_or(Words::English)
    }

    /// The words that go with a text in `language`, a BCP 47 tag where it is not the newspaper's own; the newspaper's where
    /// the interface does not speak it.
    pub fn words_in(&self, language: Option<&str>) -> Words {
        language.and_then(Words::of).unwrap_or_else(|| self.words())
    }

    /// The newspaper's language as the `lang` of an element inside a text in `language`; none where that is the same.
    pub fn language_within(&self, language: Option<&str>) -> Option<&str> {
        language.map(|_| self.language.as_str())
    }

    /// The name of the section `slug`; the slug itself if this edition does not know it.
    pub fn section_name<'a>(&'a self, slug: &'a str) -> &'a str {
        let known = self.sections.iter().find(|section| section.slug == slug);
        known.map_or(slug, |section| &section.name)
    }

    /// Top article as the page of `story` shows it: without the story itself, at most [`Site::TOP`] others.
    pub fn top_beside<'a>(&'a self, section: &'a str, slug: &'a str) -> impl Iterator<Item = &'a Teaser> {
        let others = self.top.iter().filter(move |teaser| teaser.section != section || teaser.slug != slug);
        others.take(Site::TOP)
    }

    /// How many stories Top article shows at most.
    pub const TOP: usize = 8;
}

fn is_false(flag: &bool) -> bool {
    !flag
}
