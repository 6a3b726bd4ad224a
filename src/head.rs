//! What a page says about itself in its `<head>`, computed from its document.
//!
//! Press writes it into the page (with all that only other programs read, which it adds itself); after a move inside
//! the app the browser sets these four.

use crate::model::{Document, Site};
use crate::route::Route;

/// The part of a page's head that follows the reader through the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Plain text, with the newspaper's name.
    pub title: String,
    /// Plain text.
    pub description: String,
    /// Full address; none for a page that is not there.
    pub canonical: Option<String>,
    /// BCP 47 tag of the page, the same everywhere: a story in another language says so on its own element.
    pub language: String,
}

impl Head {
    /// The head of `document`, a page of `site`.
    pub fn of(site: &Site, document: &Document) -> Head {
        let words = site.words();
        let numbered = |title: String, page: u32| {
            if page < 2 { title } else { [title.as_str(), words.title_page(), page.to_string().as_str()].concat() }
        };
        let (title, description) = match document {
            Document::Front(front) => {
                let title = [site.name.as_str(), ": ", &site.tagline].concat();
                return Head::new(site, numbered(title, front.latest.page), &site.description, document);
            }
            Document::Section(section) => {
                let name = site.section_name(&section.section);
                let description = [name, ": ", &site.description].concat();
                (numbered(String::from(name), section.listing.page), description)
            }
            Document::Story(article) => (article.headline.clone(), article.summary.clone()),
            Document::Author(page) => {
                let description =
                    [words.stories_by(), &page.subject.name, words.stories_in(), &site.name, "."].concat();
                (numbered(page.subject.name.clone(), page.listing.page), description)
            }
            Document::Tag(page) => {
                let name = &page.subject.name;
                (numbered(name.clone(), page.listing.page), [name, ": ", &site.description].concat())
            }
            Document::Search(_) => (String::from(words.search()), site.description.clone()),
            Document::Archive(page) => (page.title.clone(), [&page.title, ": ", &site.description].concat()),
            Document::Saved => (String::from(words.saved()), site.description.clone()),
            Document::About(page) | Document::Corrections(page) => (page.headline.clone(), page.summary.clone()),
            Document::Moved(_) | Document::Missing => (String::from(words.missing()), site.description.clone()),
        };
        Head::new(site, [title.as_str(), " – ", &site.name].concat(), &description, document)
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
