//! The search page.

use maud::{Markup, html};

use crate::components::{Place, breadcrumb, cards, headline, search_form, section_links};
use crate::model::{SearchPage, Site};
use crate::route::Route;

/// The form, room for the results, and something to browse: the sections and the newest stories.
pub fn search(site: &Site, page: &SearchPage) -> Markup {
    let words = site.words();
    html! {
        div class="search" {
            (breadcrumb(site, None, words.search(), None))
            (headline(words.search_title(), "page-title"))
            (search_form(site))
            p class="search-hint without-app" { (words.search_hint()) }
            p class="search-said visually-hidden" role="status" {}
            div class="search-found" {}
            div class="search-browse" {
                section aria-labelledby="sections" {
                    h2 id="sections" class="section-title" { (words.sections()) }
                    (section_links(site, None))
                }
                section aria-labelledby="newest" {
                    h2 id="newest" class="section-title" { (words.newest()) }
                    (cards(site, &page.newest, Place::List, "cards-list"))
                    p { a href=(site.href(&Route::Archive { period: String::new() })) { (words.archive()) } }
                }
            }
        }
    }
}
