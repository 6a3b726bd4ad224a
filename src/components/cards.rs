//! A list of cards.

use maud::{Markup, html};

use super::{Place, card};
use crate::model::{Site, Teaser};

/// The stories as a list of cards at `place`, laid out by `class`.
pub fn cards(site: &Site, teasers: &[Teaser], place: Place, class: &str) -> Markup {
    html! {
        ul class={ "cards " (class) } {
            @for (number, teaser) in teasers.iter().enumerate() {
                li { (card(site, teaser, if number == 0 && class.ends_with("cards-opener") { Place::Opener } else { place })) }
            }
        }
    }
}
