//! The head of every page: name, tagline, search, sections.

use std::sync::Arc;

use leptos::prelude::*;

use super::SectionNav;
use crate::model::Site;
use crate::route::Route;

/// Name, tagline, search and section navigation. `current` is the slug of the section the reader is in.
#[component]
pub fn Masthead(site: Arc<Site>, current: Memo<Option<String>>) -> impl IntoView {
    let search = site.href(&Route::Search);
    view! {
        <header class="masthead">
            <div class="masthead-row">
                <div class="masthead-title">
                    <a class="masthead-name" href=site.href(&Route::Front { page: 1 })>{site.name.clone()}</a>
                    <p class="masthead-tagline">{site.tagline.clone()}</p>
                </div>
                <a class="search-toggle" href=search.clone()>
                    <span class="icon icon-search" aria-hidden="true"></span>
                    "Search"
                </a>
                <form class="search-field" role="search" action=search>
                    <input type="search" name="q" aria-label="Search the newspaper" placeholder="Search"/>
                    <button type="submit" aria-label="Search">
                        <span class="icon icon-search" aria-hidden="true"></span>
                    </button>
                </form>
            </div>
            <SectionNav site current/>
        </header>
    }
}
