//! A page is a function of its document.

use serde::{Deserialize, Serialize};

use super::{ArchivePage, Article, Front, PlainPage, SearchPage, SectionPage, SubjectPage, Teaser};

/// Everything that a page shows, apart from the [`Site`](super::Site) around it. One variant per kind of page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Document {
    /// The front page and the pages after it.
    Front(Front),
    /// A section.
    Section(SectionPage),
    /// A story.
    Story(Box<Article>),
    /// An author.
    Author(SubjectPage),
    /// A tag.
    Tag(SubjectPage),
    /// The search page.
    Search(SearchPage),
    /// All stories by year and month.
    Archive(ArchivePage),
    /// All corrections.
    Corrections(PlainPage),
    /// The stories that the reader has saved. The document has none of them: they are stored only in the browser.
    Saved,
    /// About the newspaper.
    About(PlainPage),
    /// The story that was at this address has moved to this path, without the site's base.
    Moved(String),
    /// There is no page at this address.
    Missing,
}

impl Document {
    /// The lists of stories that the page shows.
    pub fn lists(&self) -> Vec<&[Teaser]> {
        match self {
            Document::Front(front) => {
                let mut lists = vec![front.lead.as_slice(), &front.latest.teasers];
                lists.extend(front.strips.iter().map(|strip| strip.teasers.as_slice()));
                lists
            }
            Document::Section(page) => vec![&page.listing.teasers],
            Document::Story(article) => vec![&article.related],
            Document::Author(page) | Document::Tag(page) => vec![&page.listing.teasers],
            Document::Search(page) => vec![&page.newest],
            Document::Archive(page) => vec![&page.stories],
            Document::Corrections(_)
            | Document::Saved
            | Document::About(_)
            | Document::Moved(_)
            | Document::Missing => Vec::new(),
        }
    }

    /// The story, if the page is one.
    pub fn story(&self) -> Option<&Article> {
        match self {
            Document::Story(article) => Some(article),
            _ => None,
        }
    }

    /// The slug of the section that the page belongs to.
    pub fn section(&self) -> Option<&str> {
        match self {
            Document::Section(page) => Some(&page.section),
            Document::Story(article) => Some(&article.section),
            _ => None,
        }
    }

    /// BCP 47 tag of the page's text, if it is not in the newspaper's language.
    pub fn language(&self) -> Option<&str> {
        match self {
            Document::Story(article) => article.language.as_deref(),
            _ => None,
        }
    }

    /// The text that the page contains as HTML, and that its own data block leaves out.
    pub fn body_mut(&mut self) -> Option<&mut String> {
        match self {
            Document::Story(article) => Some(&mut article.body),
            Document::About(page) | Document::Corrections(page) => Some(&mut page.body),
            _ => None,
        }
    }
}
