//! All stories by year and month.

use maud::{Markup, html};

use crate::components::{Place, breadcrumb, cards, headline};
use crate::model::{ArchivePage, Site};

/// The months, and the stories of one of them.
pub fn archive(site: &Site, page: &ArchivePage) -> Markup {
    html! {
        div class="archive" {
            (breadcrumb(site, None, &page.title, None))
            (headline(&page.title, "page-title"))
            @for year in &page.years {
                ul class="archive-year" {
                    @for part in year { li { a href={ (site.base) (part.href) } { (part.label) } } }
                }
            }
            @if !page.stories.is_empty() {
                h2 class="visually-hidden" { (site.words().stories()) }
                (cards(site, &page.stories, Place::List, "cards-list"))
            }
        }
    }
}
