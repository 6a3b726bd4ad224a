//! A story as announced on other pages.

use maud::{Markup, html};

use super::{date, kicker, save, views};
use crate::model::{Site, Teaser};

/// Where a card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The lead story of the front page: large, its picture loaded first.
    Lead,
    /// Beside the lead story.
    Second,
    /// In a list.
    List,
    /// In a list of stories of one section, which need not say so.
    Section,
}

/// Picture, section, headline, summary if there is one, date and views, in the words of the story. The link covers the
/// whole card.
pub fn card(site: &Site, teaser: &Teaser, place: Place) -> Markup {
    let class = match (place, &teaser.image) {
        (Place::Lead, _) => "card card-lead",
        (_, Some(_)) => "card",
        (_, None) => "card card-plain",
    };
    let (loading, priority) = match place {
        Place::Lead => (None, Some("high")),
        Place::Second => (None, None),
        Place::List | Place::Section => (Some("lazy"), None),
    };
    let language = teaser.language.as_deref();
    let words = site.words_in(language);
    html! {
        article class=(class) lang=[language] {
            @if let Some(image) = &teaser.image {
                img class="card-picture" src={ (site.base) (image.src) } alt="" width=(image.width)
                    height=(image.height) loading=[loading] fetchpriority=[priority];
            }
            div class="card-text" {
                @if place != Place::Section { (kicker(site, &teaser.section, language)) }
                @let headline = html! { a href=(site.href(&teaser.route())) { (teaser.headline) } };
                @match place {
                    Place::Lead | Place::Second => h2 class="card-headline" { (headline) },
                    Place::List | Place::Section => h3 class="card-headline" { (headline) },
                }
                @if !teaser.summary.is_empty() { p class="card-summary" { (teaser.summary) } }
                div class="card-meta" {
                    (date(&teaser.published))
                    (views(words, teaser.views))
                    (save(words, &teaser.route(), &teaser.headline, false))
                }
            }
        }
    }
}
