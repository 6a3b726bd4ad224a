//! The way past the masthead for keyboard readers.

use leptos::prelude::*;

/// A link to the main part of the page, visible while it has focus.
#[component]
pub fn SkipLink() -> impl IntoView {
    view! { <a class="skip-link" href="#main">"Skip to content"</a> }
}
