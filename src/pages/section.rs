//! The page of a section.

use maud::{Markup, html};

use crate::components::{breadcrumb, cards, headline, pagination};
use crate::model::{SectionPage, Site};
use crate::route::Route;

/// The stories of a section, page by page.
pub fn section(site: &Site, page: &SectionPage) -> Markup {
    let name = site.section_name(&page.section);
    html! {
        div class={ "section-front section-" (page.section) } {
            (breadcrumb(site, None, name))
            (headline(name, "page-title"))
            h2 class="visually-hidden" { "Stories" }
            (cards(site, &page.listing.teasers, "cards-list"))
            (pagination(site, &page.listing, |number| Route::Section { section: page.section.clone(), page: number }))
        }
    }
}
