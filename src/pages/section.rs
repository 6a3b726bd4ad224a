//! The page of a section.

use leptos::prelude::*;

use crate::components::{Breadcrumb, Cards, Headline, Pagination, use_site};
use crate::model::SectionPage;
use crate::route::Route;

/// The stories of a section, page by page.
#[component]
pub fn SectionFront(page: SectionPage) -> impl IntoView {
    let site = use_site();
    let SectionPage { section, listing } = page;
    let name = String::from(site.section_name(&section));
    let class = ["section-front section-", &section].concat();
    view! {
        <div class=class>
            <Breadcrumb page=name.clone()/>
            <Headline text=name class="page-title"/>
            <Cards teasers=listing.teasers class="cards-list"/>
            <Pagination
                page=listing.page
                pages=listing.pages
                href=move |page| site.href(&Route::Section { section: section.clone(), page })
            />
        </div>
    }
}
