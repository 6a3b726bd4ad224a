//! The search page.

use leptos::prelude::*;

use crate::components::{Breadcrumb, Cards, Headline, use_site};
use crate::model::SearchPage;
use crate::route::Route;

/// Something to browse: the sections and the newest stories.
#[component]
pub fn SearchFront(page: SearchPage) -> impl IntoView {
    let site = use_site();
    let sections = site
        .sections
        .iter()
        .map(|section| {
            let href = site.href(&Route::Section { section: section.slug.clone(), page: 1 });
            let class = ["section-", &section.slug].concat();
            view! { <li class=class><a href=href>{section.name.clone()}</a></li> }
        })
        .collect_view();
    view! {
        <div class="search">
            <Breadcrumb page=String::from("Search")/>
            <Headline text=String::from("Find a story") class="page-title"/>
            <p class="search-hint">
                "The newspaper cannot search its full text yet. Every story is in one of the sections; the newest are below."
            </p>
            <section aria-labelledby="sections">
                <h2 id="sections" class="section-title">"Sections"</h2>
                <ul class="section-list">{sections}</ul>
            </section>
            <section aria-labelledby="newest">
                <h2 id="newest" class="section-title">"Newest stories"</h2>
                <Cards teasers=page.newest class="cards-list"/>
            </section>
        </div>
    }
}
