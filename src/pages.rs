//! A page per kind of document, and the function from the one to the other.

use leptos::either::EitherOf3;
use leptos::prelude::*;
use maud::Markup;

use crate::model::{Document, Site};

mod about;
mod article;
mod author;
mod front;
mod missing;
mod saved;
mod search;
mod section;

/// The page that shows `document`. One of three types rather than any view: a view of any type brings along code for
/// ways of hydrating that this app does not use.
pub fn page(site: &Site, document: &Document) -> impl IntoView + use<> {
    let plain = match document {
        Document::Front(page) => return EitherOf3::A(front::front(site, page)),
        Document::Story(story) => return EitherOf3::B(article::article(site, story)),
        Document::Section(page) => section::section(site, page),
        Document::Author(page) => author::author(site, page),
        Document::Search(page) => search::search(site, page),
        Document::Saved => saved::saved(site),
        Document::About(page) => about::about(site, page),
        Document::Missing => missing::missing(site),
    };
    EitherOf3::C(without_controls(plain))
}

/// A page without any part that reacts to the reader.
fn without_controls(page: Markup) -> impl IntoView {
    view! { <div inner_html=page.into_string()></div> }
}
