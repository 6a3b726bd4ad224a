//! Title, description, canonical address and language of a page, computed from its document.
//!
//! Press writes them into the page's `<head>` and adds what only other programs read; after a navigation in the app
//! the browser updates these four.

use crate::model::{Article, Document, Listing, Site, Teaser};
use crate::route::Route;

/// The part of a page's head that the app updates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Plain text, with the newspaper's name.
    pub title: String,
    /// Plain text.
    pub description: String,
    /// Full address; `None` for a page that does not exist or could not be loaded.
    pub canonical: Option<String>,
    /// BCP 47 tag of the page: the story's, if the page is one. The frame declares the newspaper's language.
    pub language: String,
}

impl Head {
    /// The head of `document`, a page of `site`.
    pub fn of(site: &Site, document: &Document) -> Head {
        let words = site.words();
        let numbered = |title: String, page: u32| {
            if page < 2 { title } else { [title.as_str(), words.title_page(), page.to_string().as_str()].concat() }
        };
        let listed = |name: String, listing: &Listing| {
            let title = numbered(name, listing.page);
            (title.clone(), announced(title, &listing.teasers))
        };
        let (title, description) = match document {
            Document::Front(front) => {
                let title = numbered([site.name.as_str(), ": ", &site.tagline].concat(), front.latest.page);
                let description = match front.latest.page {
                    1 => site.description.clone(),
                    page => announced(numbered(String::from(words.latest_stories()), page), &front.latest.teasers),
                };
                return Head::new(site, title, &description, document);
            }
            Document::Section(section) => listed(String::from(site.section_name(&section.section)), &section.listing),
            Document::Story(article) => return Head::of_story(site, article),
            Document::Author(page) if page.listing.page == 1 => {
                let description =
                    [words.stories_by(), &page.subject.name, words.stories_in(), &site.name, "."].concat();
                (page.subject.name.clone(), description)
            }
            Document::Author(page) | Document::Tag(page) => listed(page.subject.name.clone(), &page.listing),
            Document::Search(_) => (String::from(words.search()), site.description.clone()),
            Document::Archive(page) if page.stories.is_empty() => {
                (page.title.clone(), [&page.title, ": ", &site.description].concat())
            }
            Document::Archive(page) => (page.title.clone(), announced(page.title.clone(), &page.stories)),
            Document::Saved => (String::from(words.saved()), site.description.clone()),
            Document::About(page) | Document::Corrections(page) => (page.headline.clone(), page.summary.clone()),
            Document::Moved(_) | Document::Missing => (String::from(words.missing()), site.description.clone()),
        };
        Head::new(site, [title.as_str(), " – ", &site.name].concat(), &description, document)
    }

    /// The head of the page of a story.
    pub fn of_story(site: &Site, article: &Article) -> Head {
        Head {
            title: [&article.headline, " – ", &site.name].concat(),
            description: article.summary.clone(),
            canonical: Some(site.canonical(&article.route())),
            language: article.language.clone().unwrap_or_else(|| site.language.clone()),
        }
    }

    /// The head of a page that could not be loaded.
    pub fn of_failure(site: &Site) -> Head {
        Head {
            title: [site.words().failure(), " – ", &site.name].concat(),
            description: site.description.clone(),
            canonical: None,
            language: site.language.clone(),
        }
    }

    fn new(site: &Site, title: String, description: &str, document: &Document) -> Head {
        Head {
            title,
            description: String::from(description),
            canonical: Route::of(document).map(|route| site.canonical(&route)),
            language: site.language.clone(),
        }
    }
}

/// The maximum length of a list's description in characters, unless the first headline alone is longer: search
/// engines show some 160.
const LONG: usize = 160;

/// The title of a list with the headlines of its first stories, as many as fit: a description that no other page has.
fn announced(title: String, stories: &[Teaser]) -> String {
    let mut description = title;
    for (place, story) in stories.iter().enumerate() {
        let more = [if place == 0 { ": " } else { "; " }, &story.headline].concat();
        if place > 0 && description.chars().count() + more.chars().count() > LONG {
            break;
        }
        description += &more;
    }
    description
}
