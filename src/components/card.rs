//! A story as announced on other pages.

use maud::{Markup, html};

use super::{date, kicker, save, views};
use crate::model::{Site, Teaser};

/// Where a card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The lead story of the front page: large, its picture loaded first.
    Lead,
    /// In a list.
    List,
}

/// Picture, section, headline, summary if there is one, date and views. The link covers the whole card.
pub fn card(site: &Site, teaser: &Teaser, place: Place) -> Markup {
    let class = match (place, &teaser.image) {
        (Place::Lead, _) => "card card-lead",
        (Place::List, Some(_)) => "card",
        (Place::List, None) => "card card-plain",
    };
    let (loading, priority) = match place {
        Place::Lead => (None, Some("high")),
        Place::List => (Some("lazy"), None),
    };
    html! {
        article class=(class) lang=[&teaser.language] {
            @if let Some(image) = &teaser.image {
                img class="card-picture" src={ (site.base) (image.src) } alt="" width=(image.width)
                    height=(image.height) loading=[loading] fetchpriority=[priority];
            }
            div class="card-text" {
                div class="card-top" {
                    (kicker(site, &teaser.section))
                    (save(site.words(), &teaser.route(), &teaser.headline, false))
                }
                @let headline = html! { a href=(site.href(&teaser.route())) { (teaser.headline) } };
                @match place {
                    Place::Lead => h2 class="card-headline" { (headline) },
                    Place::List => h3 class="card-headline" { (headline) },
                }
                @if !teaser.summary.is_empty() { p class="card-summary" { (teaser.summary) } }
                p class="card-meta" { (date(&teaser.published)) (views(teaser.views)) }
            }
        }
    }
}
