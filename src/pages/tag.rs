//! The page of a tag.

use maud::{Markup, html};

use crate::components::{Place, breadcrumb, cards, headline, pagination};
use crate::model::{Site, TagPage};
use crate::route::Route;

/// The stories with a tag, page by page.
pub fn tag(site: &Site, page: &TagPage) -> Markup {
    let name = &page.tag.name;
    html! {
        div class="tag" {
            (breadcrumb(site, None, name, None))
            (headline(name, "page-title"))
            h2 class="visually-hidden" { (site.words().stories()) }
            (cards(site, &page.listing.teasers, Place::List, "cards-list"))
            (pagination(site, &page.listing, |number| Route::Tag { tag: page.tag.slug.clone(), page: number }))
        }
    }
}
