//! The page for addresses that have none.

use leptos::prelude::*;

use crate::components::{Cards, Headline, use_site};
use crate::route::Route;

/// Says so, and shows ways on.
#[component]
pub fn MissingPage() -> impl IntoView {
    let site = use_site();
    let top = site.top.iter().take(4).cloned().collect();
    view! {
        <div class="missing">
            <Headline text=String::from("Page not found") class="page-title"/>
            <p>
                "There is no page at this address. It may have moved, or the link may be mistyped. Go to the "
                <a href=site.href(&Route::Front { page: 1 })>"front page"</a>" or "
                <a href=site.href(&Route::Search)>"find a story"</a>"."
            </p>
            <section aria-labelledby="read">
                <h2 id="read" class="section-title">"What others read"</h2>
                <Cards teasers=top class="cards-grid"/>
            </section>
        </div>
    }
}
