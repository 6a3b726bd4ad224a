//! The sections of the newspaper as a row of links.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::Site;
use crate::route::Route;

/// Links to all sections; the one whose slug is `current` says so.
#[component]
pub fn SectionNav(site: Arc<Site>, current: Memo<Option<String>>) -> impl IntoView {
    let links = site
        .sections
        .iter()
        .map(|section| {
            let slug = section.slug.clone();
            let href = site.href(&Route::Section { section: slug.clone(), page: 1 });
            let here = move || (current.get().as_deref() == Some(&slug)).then_some("true");
            view! { <li><a href=href aria-current=here>{section.name.clone()}</a></li> }
        })
        .collect_view();
    view! { <nav class="section-nav" aria-label="Sections"><ul>{links}</ul></nav> }
}
