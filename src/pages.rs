//! A page per kind of document, and the function from the one to the other.

use maud::Markup;

use crate::model::{Document, Site};

mod about;
mod archive;
mod article;
mod author;
mod corrections;
mod front;
mod missing;
mod saved;
mod search;
mod section;
mod tag;

/// The page that shows `document`: what stands in `main`.
pub fn page(site: &Site, document: &Document) -> Markup {
    match document {
        Document::Front(page) => front::front(site, page),
        Document::Section(page) => section::section(site, page),
        Document::Story(story) => article::article(site, story),
        Document::Author(page) => author::author(site, page),
        Document::Tag(page) => tag::tag(site, page),
        Document::Search(page) => search::search(site, page),
        Document::Archive(page) => archive::archive(site, page),
        Document::Corrections(page) => corrections::corrections(site, page),
        Document::Saved => saved::saved(site),
        Document::About(page) => about::about(site, page),
        // Nobody sees one that is moved: who comes there is sent on.
        Document::Moved(_) | Document::Missing => missing::missing(site),
    }
}
