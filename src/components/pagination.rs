//! The way through a list of several pages.

use maud::{Markup, html};

use crate::model::{Listing, Site};
use crate::route::Route;

/// Newer, where we are, older. Nothing for a list of one page. `route` gives the address of a page by its number.
pub fn pagination(site: &Site, listing: &Listing, route: impl Fn(u32) -> Route) -> Markup {
    let Listing { page, pages, .. } = *listing;
    let words = site.words();
    html! {
        @if pages > 1 {
            nav class="pagination" aria-label=(words.pages()) {
                @if page > 1 {
                    a class="pagination-newer" rel="prev" href=(site.href(&route(page - 1))) { (words.newer()) }
                }
                span class="pagination-place" { (words.page()) (page) (words.of_pages()) (pages) }
                @if page < pages {
                    a class="pagination-older" rel="next" href=(site.href(&route(page + 1))) { (words.older()) }
                }
            }
        }
    }
}
