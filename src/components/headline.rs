//! The headline of a page.

use leptos::prelude::*;

/// The page's only `h1`. It can take focus, because that is where a reader stands after a move.
#[component]
pub fn Headline(text: String, #[prop(optional)] class: &'static str) -> impl IntoView {
    view! { <h1 class=["headline ", class].concat() tabindex="-1">{text}</h1> }
}
