//! Who wrote a story.

use leptos::prelude::*;

use super::use_site;
use crate::model::AuthorRef;
use crate::route::Route;

/// The names of the authors, with the way to their other articles.
#[component]
pub fn Byline(authors: Vec<AuthorRef>) -> impl IntoView {
    let site = use_site();
    let authors = authors
        .into_iter()
        .map(|author| {
            let href = site.href(&Route::Author { author: author.slug, page: 1 });
            let label = ["More articles by ", &author.name].concat();
            view! {
                <li>
                    <span class="byline-name">{author.name}</span>
                    <a class="byline-more" href=href aria-label=label>"More articles"</a>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="byline" aria-label="Authors">{authors}</ul> }
}
