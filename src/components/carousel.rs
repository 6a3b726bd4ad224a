//! Top article: the most read stories in a row that scrolls sideways.
//!
//! The row is a list with CSS scroll snapping and works without the app, which adds buttons and arrow keys
//! (`controls/carousel.rs`). The stylesheet decides whether scrolling is smooth, and respects reduced motion.

use maud::{Markup, html};

use super::{Place, card};
use crate::model::{Ranking, Site, Teaser};

/// A row of cards under the title "Top article", in the site's order, which is stated if it is not the usual one.
/// Empty without stories. The role tells programs that look for the text of the page that these stories are not
/// part of it. `class` is appended to the section's class and begins with a space unless it is empty.
pub fn carousel<'a>(site: &Site, teasers: impl Iterator<Item = &'a Teaser>, class: &str) -> Markup {
    let words = site.words();
    let order = match site.ranking {
        Ranking::Ever => None,
        Ranking::Week => Some(words.top_week()),
        Ranking::Latest => Some(words.top_latest()),
    };
    let mut teasers = teasers.peekable();
    html! {
        @if teasers.peek().is_some() {
            section class={ "carousel" (class) } role="complementary" aria-labelledby="top-article" {
                div class="carousel-head" {
                    h2 id="top-article" class="section-title" { (words.top_article()) }
                    @if let Some(order) = order { p class="carousel-order" { (order) } }
                    div class="carousel-buttons needs-app" {
                        (turn("-1", words.top_previous(), "icon icon-previous", true))
                        (turn("1", words.top_next(), "icon icon-next", false))
                    }
                }
                ul class="carousel-row" { @for teaser in teasers { li { (card(site, teaser, Place::Top)) } } }
            }
        }
    }
}

fn turn(direction: &str, label: &str, icon: &str, disabled: bool) -> Markup {
    html! {
        button type="button" data-turn=(direction) aria-label=(label) disabled[disabled] {
            span class=(icon) aria-hidden="true" {}
        }
    }
}
