//! The search page.

use maud::{Markup, html};

use crate::components::{breadcrumb, cards, headline, section_links};
use crate::model::{SearchPage, Site};

/// Something to browse: the sections and the newest stories.
pub fn search(site: &Site, page: &SearchPage) -> Markup {
    html! {
        div class="search" {
            (breadcrumb(site, None, "Search"))
            (headline("Find a story", "page-title"))
            p class="search-hint" {
                "The newspaper cannot search its full text yet. Every story stands in one of the sections; the newest \
                are below."
            }
            section aria-labelledby="sections" {
                h2 id="sections" class="section-title" { "Sections" }
                (section_links(site, None))
            }
            section aria-labelledby="newest" {
                h2 id="newest" class="section-title" { "Newest stories" }
                (cards(site, &page.newest, "cards-list"))
            }
        }
    }
}
