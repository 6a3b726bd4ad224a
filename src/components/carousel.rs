//! Top article: the most read stories in a row that scrolls sideways.
//!
//! The row is a list with CSS scroll snapping and works without the app, which adds buttons and arrow keys
//! (`controls/carousel.rs`). Whether scrolling is smooth is left to the stylesheet, which respects reduced motion.

use maud::{Markup, html};

use super::{Place, card};
use crate::model::{Ranking, Site, Teaser};

/// Stories beside that of the page, if it is one, and marked as such for programs that look for its text: a row of cards below the title "Top article", in the order of the site, which is said where it is not the usual one;
/// nothing without any. `class` says how it looks.
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
