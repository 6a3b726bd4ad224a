//! The page for addresses that have none.

use maud::{Markup, html};

use crate::components::{cards, headline};
use crate::model::Site;
use crate::route::Route;

/// How many stories it offers instead.
const OFFERED: usize = 4;

/// Says so, and shows ways on.
pub fn missing(site: &Site) -> Markup {
    let offered = site.top.get(..OFFERED).unwrap_or(&site.top);
    html! {
        div class="missing" {
            (headline("Page not found", "page-title"))
            p {
                "There is no page at this address. It may have moved, or the link may be mistyped. Go to the "
                a href=(site.href(&Route::Front { page: 1 })) { "front page" }
                " or "
                a href=(site.href(&Route::Search)) { "find a story" }
                "."
            }
            @if !offered.is_empty() {
                section aria-labelledby="read" {
                    h2 id="read" class="section-title" { "What others read" }
                    (cards(site, offered, "cards-grid"))
                }
            }
        }
    }
}
