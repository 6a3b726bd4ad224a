//! A page per kind of document, and the function that renders one for a document.

use maud::Markup;

use crate::model::{Document, Site};
use crate::route::Route;

mod archive;
mod article;
mod front;
mod missing;
mod plain;
mod saved;
mod search;
mod section;
mod subject;

/// The page that shows `document`: the content of `main`.
pub fn page(site: &Site, document: &Document) -> Markup {
    match document {
        Document::Front(page) => front::front(site, page),
        Document::Section(page) => section::section(site, page),
        Document::Story(story) => article::article(site, story),
        Document::Author(page) => subject::subject(site, page, |author, page| Route::Author { author, page }),
        Document::Tag(page) => subject::subject(site, page, |tag, page| Route::Tag { tag, page }),
        Document::Search(page) => search::search(site, page),
        Document::Archive(page) => archive::archive(site, page),
        Document::Saved => saved::saved(site),
        Document::About(page) | Document::Corrections(page) => plain::plain(site, page),
        // Nobody sees `Moved`: readers are redirected.
        Document::Moved(_) | Document::Missing => missing::missing(site),
    }
}
