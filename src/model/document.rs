//! A page is a function of its document.

use serde::{Deserialize, Serialize};

use super::{About, Article, AuthorPage, Front, SearchPage, SectionPage, Teaser};

/// All that a page shows, apart from the [`Site`](super::Site) around it. A variant per kind of page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Document {
    /// The front page and the pages after it.
    Front(Front),
    /// A section.
    Section(SectionPage),
    /// A story.
    Story(Box<Article>),
    /// An author.
    Author(AuthorPage),
    /// The search page.
    Search(SearchPage),
    /// The stories that the reader has saved. The page knows none of them: they are kept in the browser alone.
    Saved,
    /// About the newspaper.
    About(About),
    /// There is nothing at this address.
    Missing,
}

impl Document {
    /// All stories that the page announces or shows.
    pub fn teasers(&self) -> Vec<Teaser> {
        match self {
            Document::Front(front) => {
                let strips = front.strips.iter().flat_map(|strip| &strip.teasers);
                front.lead.iter().chain(&front.latest.teasers).chain(strips).cloned().collect()
            }
            Document::Section(page) => page.listing.teasers.clone(),
            Document::Story(article) => {
                let mut teasers = article.related.clone();
                teasers.push(article.teaser());
                teasers
            }
            Document::Author(page) => page.listing.teasers.clone(),
            Document::Search(page) => page.newest.clone(),
            Document::Saved | Document::About(_) | Document::Missing => Vec::new(),
        }
    }

    /// The text that stands in the page as HTML and is left out of the page's own data block.
    pub fn body_mut(&mut self) -> Option<&mut String> {
        match self {
            Document::Story(article) => Some(&mut article.body),
            Document::About(about) => Some(&mut about.body),
            _ => None,
        }
    }
}
