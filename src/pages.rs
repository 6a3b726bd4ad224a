//! A page per kind of document, and the function from the one to the other.

use leptos::prelude::*;
use maud::Markup;

use crate::model::{Document, Site};

mod about;
mod article;
mod author;
mod front;
mod missing;
mod search;
mod section;

/// The page that shows `document`.
pub fn page(site: &Site, document: &Document) -> AnyView {
    match document {
        Document::Front(front) => front::front(site, front).into_any(),
        Document::Story(article) => article::article(site, article).into_any(),
        Document::Section(page) => plain(section::section(site, page)),
        Document::Author(page) => plain(author::author(site, page)),
        Document::Search(page) => plain(search::search(site, page)),
        Document::About(about) => plain(about::about(site, about)),
        Document::Missing => plain(missing::missing(site)),
    }
}

/// A page without any part that reacts to the reader.
fn plain(page: Markup) -> AnyView {
    view! { <div inner_html=page.into_string()></div> }.into_any()
}
