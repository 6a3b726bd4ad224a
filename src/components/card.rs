//! A story as announced on other pages.

use maud::{Markup, html};

use super::{Frame, date, image, kicker, save, views};
use crate::model::{Site, Teaser};

/// Where a card appears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The lead story of the front page: large, its picture loaded first.
    Lead,
    /// Beside the lead story.
    Second,
    /// At the head of a section's list: larger than the others.
    Opener,
    /// In a list.
    List,
    /// In Top article.
    Top,
    /// In a list of stories of one section, so the card leaves the section out.
    Section,
}

/// Picture, section, headline, summary if there is one, date and views, in the language of the story. The link
/// covers the whole card.
pub fn card(site: &Site, teaser: &Teaser, place: Place) -> Markup {
    card_about(site, teaser, place, html! { (teaser.summary) })
}

/// A card with `summary` in place of the story's own.
pub fn card_about(site: &Site, teaser: &Teaser, place: Place, summary: Markup) -> Markup {
    let class = match (place, &teaser.image) {
        (Place::Lead, _) => "card card-lead",
        (_, Some(_)) => "card",
        (_, None) => "card card-plain",
    };
    let frame = match place {
        Place::Lead => Frame::LEAD,
        Place::Second => Frame::SECOND,
        Place::Opener => Frame::OPENER,
        Place::List | Place::Section => Frame::CARD,
        Place::Top => Frame::TOP,
    };
    let language = teaser.language.as_deref();
    let words = site.words_in(language);
    html! {
        article class=(class) lang=[language] dir=[site.direction(language)] {
            @if let Some(picture) = &teaser.image { (image(&site.base, picture, "", &frame)) }
            div class="card-text" {
                @if !matches!(place, Place::Section | Place::Opener) { (kicker(site, &teaser.section, language)) }
                @let headline = html! { a href=(site.href(&teaser.route())) { (teaser.headline) } };
                @match place {
                    Place::Lead | Place::Second => h2 class="card-headline" { (headline) },
                    _ => h3 class="card-headline" { (headline) },
                }
                @if !summary.0.is_empty() { p class="card-summary" { (summary) } }
                div class="card-meta" {
                    (date(&teaser.published)) " "
                    (views(site, words, teaser.views, None)) " "
                    (save(words, &teaser.route(), &teaser.headline, false))
                }
            }
        }
    }
}
