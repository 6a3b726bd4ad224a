//! A list of cards.

use maud::{Markup, html};

use super::{Place, card};
use crate::model::{Site, Teaser};

/// The stories as a list of cards, laid out by `class`.
pub fn cards(site: &Site, teasers: &[Teaser], class: &str) -> Markup {
    html! {
        ul class={ "cards " (class) } {
            @for teaser in teasers { li { (card(site, teaser, Place::List)) } }
        }
    }
}
