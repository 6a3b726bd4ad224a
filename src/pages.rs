//! A page per kind of document, and the function from the one to the other.

use leptos::prelude::*;

use crate::model::Document;

mod about;
mod article;
mod author;
mod front;
mod missing;
mod search;
mod section;

use about::AboutPage;
use article::ArticlePage;
use author::AuthorFront;
use front::FrontPage;
use missing::MissingPage;
use search::SearchFront;
use section::SectionFront;

/// The page that shows `document`.
#[component]
pub fn Page(
    /// All that the page shows.
    document: Document,
) -> impl IntoView {
    match document {
        Document::Front(front) => view! { <FrontPage front/> }.into_any(),
        Document::Section(page) => view! { <SectionFront page/> }.into_any(),
        Document::Story(article) => view! { <ArticlePage article=*article/> }.into_any(),
        Document::Author(page) => view! { <AuthorFront page/> }.into_any(),
        Document::Search(page) => view! { <SearchFront page/> }.into_any(),
        Document::About(about) => view! { <AboutPage about/> }.into_any(),
        Document::Missing => view! { <MissingPage/> }.into_any(),
    }
}
