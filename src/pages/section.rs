//! The page of a section.

use maud::{Markup, html};

use crate::components::{Place, breadcrumb, cards, headline, pagination};
use crate::model::{SectionPage, Site};
use crate::route::Route;

/// The stories of a section, page by page.
pub fn section(site: &Site, page: &SectionPage) -> Markup {
    let name = site.section_name(&page.section);
    let class = if page.listing.page == 1 { "cards-list cards-opener" } else { "cards-list" };
    html! {
        div class={ "section-front section-" (page.section) } {
            (breadcrumb(site, None, name, None))
            (headline(name, "page-title"))
            h2 class="visually-hidden" { (site.words().stories()) }
            (cards(site, &page.listing.teasers, Place::Section, class))
            (pagination(site, &page.listing, |number| Route::Section { section: page.section.clone(), page: number }))
        }
    }
}
