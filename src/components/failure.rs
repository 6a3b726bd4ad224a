//! What stands in place of a page that could not be loaded.

use leptos::prelude::*;

use crate::archive::LoadError;
use crate::browser::history;
use crate::head::Head;
use crate::navigation::Navigation;

/// Says what went wrong, tries again, or leaves the app for the address.
#[component]
pub fn Failure(
    /// What went wrong.
    error: LoadError,
    /// The way to try again.
    navigation: Navigation,
) -> impl IntoView {
    view! {
        <div class="failure">
            <h1 class="headline" tabindex="-1">{Head::FAILURE}</h1>
            <p>{error.to_string()}</p>
            <p class="failure-ways">
                <button type="button" class="button" on:click=move |_| navigation.retry()>"Try again"</button>
                <button type="button" class="button" on:click=move |_| history::load_page(&history::address())>
                    "Load the page without the app"
                </button>
            </p>
        </div>
    }
}
