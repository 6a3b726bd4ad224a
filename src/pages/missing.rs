//! The page for addresses that do not exist.

use maud::{Markup, html};

use crate::components::{Place, cards, headline, search_line};
use crate::model::{Ranking, Site};
use crate::route::Route;

/// How many stories it offers instead.
const OFFERED: usize = 4;

/// Says that there is no such page, and links to others.
pub fn missing(site: &Site) -> Markup {
    let offered = site.top.get(..OFFERED).unwrap_or(&site.top);
    let words = site.words();
    let title = if site.ranking == Ranking::Latest { words.latest_stories() } else { words.others_read() };
    html! {
        div class="missing" {
            (headline(words.missing(), "page-title"))
            p {
                (words.missing_why())
                a href=(site.href(&Route::Front { page: 1 })) { (words.missing_front()) }
                (words.missing_or())
                a href=(site.href(&Route::Search)) { (words.missing_search()) }
                "."
            }
            form class="search-line" role="search" aria-label=(words.search_title())
                action=(site.href(&Route::Search)) { (search_line(words)) }
            @if !offered.is_empty() {
                section aria-labelledby="read" {
                    h2 id="read" class="section-title" { (title) }
                    (cards(site, offered, Place::List, "cards-grid"))
                }
            }
        }
    }
}
