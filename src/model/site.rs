//! The newspaper itself: what every page shows around its document.

use serde::{Deserialize, Serialize};

use super::direction::is_right_to_left;
use super::{Counter, Moment, Network, PageLink, Ranking, Subject, Teaser};
use crate::words::Words;

/// The newspaper. Part of every pressed page, and a file of its own at `/site.json`.
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
    /// The public address of the front page without the trailing slash: `https://odessa-journal.example`.
    pub address: String,
    /// The path prefix under which this build is served: empty, or `/journal` (no trailing slash).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub base: String,
    /// What the breadcrumb calls the front page, if it is not the interface's word for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<String>,
    /// In the order of the navigation.
    pub sections: Vec<Subject>,
    /// In the order of the share panel.
    pub share: Vec<Network>,
    /// The newspaper's accounts elsewhere, with full addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow: Vec<PageLink>,
    /// In the order of the footer. Left out of a page's own data block, because the page itself contains the footer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub footer: Vec<PageLink>,
    /// The stories of Top article as of the morning, in order.
    pub top: Vec<Teaser>,
    /// What the stories of Top article are ordered by.
    #[serde(default, skip_serializing_if = "Ranking::is_usual")]
    pub ranking: Ranking,
    /// The service that counts views while a page is open; none if the numbers come only from the last snapshot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<Counter>,
    /// The day of this edition, as its first moment: what every page shows changes only once a day.
    pub edition: Moment,
    /// True if some stories exist only as data: then an address without a page may still be a story's.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unpressed_stories: bool,
}

impl Site {
    /// The words of its interface: English if the interface does not have the newspaper's language.
    pub fn words(&self) -> Words {
        Words::of(&self.language).unwrap_or(Words::English)
    }

    /// The interface's words for a text in `language`, a BCP 47 tag or `None` for the newspaper's own language; the
    /// newspaper's words if the interface does not have that language.
    pub fn words_in(&self, language: Option<&str>) -> Words {
        language.and_then(Words::of).unwrap_or_else(|| self.words())
    }

    /// The newspaper's language as the `lang` of an element inside a text in `language`; `None` if there is no
    /// other language.
    pub fn language_within(&self, language: Option<&str>) -> Option<&str> {
        language.map(|_| self.language.as_str())
    }

    /// The `dir` of an element inside the newspaper whose text is in `language`, a BCP 47 tag or `None` for the
    /// newspaper's own: `rtl` or `ltr`, `None` if it is written in the newspaper's direction.
    pub fn direction(&self, language: Option<&str>) -> Option<&'static str> {
        let to_left = is_right_to_left(language?);
        (to_left != is_right_to_left(&self.language)).then_some(if to_left { "rtl" } else { "ltr" })
    }

    /// The `dir` of the newspaper.
    pub fn own_direction(&self) -> &'static str {
        if is_right_to_left(&self.language) { "rtl" } else { "ltr" }
    }

    /// The newspaper's own `dir` for an element inside a text in `language`; `None` if both have the same.
    pub fn direction_within(&self, language: Option<&str>) -> Option<&'static str> {
        self.direction(language).map(|_| self.own_direction())
    }

    /// What the breadcrumb calls the front page: `Main`.
    pub fn home(&self) -> &str {
        self.home.as_deref().unwrap_or(self.words().main())
    }

    /// The address of its feed, below its host.
    pub fn feed(&self) -> String {
        [&self.base, "/feed.xml"].concat()
    }

    /// The name of the section `slug`; the slug itself if this edition does not have the section.
    pub fn section_name<'a>(&'a self, slug: &'a str) -> &'a str {
        let known = self.sections.iter().find(|section| section.slug == slug);
        known.map_or(slug, |section| &section.name)
    }

    /// Top article for the page of the story `slug` in `section`: at most [`Site::BESIDE`] stories, without that one.
    pub fn top_beside<'a>(&'a self, section: &'a str, slug: &'a str) -> impl Iterator<Item = &'a Teaser> {
        let others = self.top.iter().filter(move |teaser| teaser.section != section || teaser.slug != slug);
        others.take(Site::BESIDE)
    }

    /// How many stories Top article shows at most.
    pub const TOP: usize = 8;

    /// How many it shows beside a story, whose page should fit into the first flight of a connection. Less than
    /// [`Site::TOP`], because the story itself may be among those.
    pub const BESIDE: usize = 6;
}

fn is_false(flag: &bool) -> bool {
    !flag
}
