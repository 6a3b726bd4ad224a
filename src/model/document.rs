//! A page is a function of its document.

use serde::{Deserialize, Serialize};

use super::{About, Article, AuthorPage, Front, SearchPage, SectionPage};

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
    /// About the newspaper.
    About(About),
    /// There is nothing at this address.
    Missing,
}

impl Document {
    /// The text that stands in the page as HTML and is left out of the page's own data block.
    pub fn body_mut(&mut self) -> Option<&mut String> {
        match self {
            Document::Story(article) => Some(&mut article.body),
            Document::About(about) => Some(&mut about.body),
            _ => None,
        }
    }
}
