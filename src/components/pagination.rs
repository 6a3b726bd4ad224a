//! Navigation through a list of several pages.

use maud::{Markup, html};

use crate::model::{Listing, Site};
use crate::route::Route;

/// Links to newer and older stories, with the dates of the page between them. Empty for a list of one page. `route`
/// gives the route of a page by its number.
pub fn pagination(site: &Site, listing: &Listing, route: impl Fn(u32) -> Route) -> Markup {
    let Listing { newer, older, .. } = *listing;
    let words = site.words();
    html! {
        @if newer.is_some() || older.is_some() {
            nav class="pagination" aria-label=(words.pages()) {
                @if let Some(page) = newer {
                    a class="pagination-newer" rel="prev" href=(site.href(&route(page))) { (words.newer()) }
                    " "
                }
                span class="pagination-place" { (listing.span) } " "
                @if let Some(page) = older {
                    a class="pagination-older" rel="next" href=(site.href(&route(page))) { (words.older()) }
                }
            }
        }
    }
}
