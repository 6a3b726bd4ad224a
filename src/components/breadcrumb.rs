//! Where a page stands in the newspaper.

use leptos::prelude::*;

use super::use_site;
use crate::route::Route;

/// Main / section / page. `section` is a slug; `page` names the current page, which is no link.
#[component]
pub fn Breadcrumb(#[prop(optional)] section: Option<String>, page: String) -> impl IntoView {
    let site = use_site();
    let section = section.map(|slug| {
        let name = String::from(site.section_name(&slug));
        view! { <li><a href=site.href(&Route::Section { section: slug, page: 1 })>{name}</a></li> }
    });
    view! {
        <nav class="breadcrumb" aria-label="Breadcrumb">
            <ol>
                <li><a href=site.href(&Route::Front { page: 1 })>"Main"</a></li>
                {section}
                <li><span aria-current="page">{page}</span></li>
            </ol>
        </nav>
    }
}
