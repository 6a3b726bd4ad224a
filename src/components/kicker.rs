//! The section label above a headline.

use leptos::prelude::*;

use super::use_site;
use crate::route::Route;

/// The name of the section with the slug `section`, in its colour, as a link to it.
#[component]
pub fn Kicker(section: String) -> impl IntoView {
    let site = use_site();
    let name = String::from(site.section_name(&section));
    let class = ["kicker section-", &section].concat();
    view! { <p class=class><a href=site.href(&Route::Section { section, page: 1 })>{name}</a></p> }
}
