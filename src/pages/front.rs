//! The front page.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::components::{Carousel, Place, card, cards, carousel_items, headline, pagination};
use crate::model::{Front, Site, Strip};
use crate::route::Route;

/// Lead story, latest, Top article, a strip per section; the pages after the first have the list only.
pub fn front(site: &Site, front: &Front) -> impl IntoView + use<> {
    let first = front.latest.page == 1;
    let above = html! {
        @if first { (headline(&site.name, "visually-hidden")) } @else { (headline("Latest stories", "page-title")) }
        @if let Some(lead) = &front.lead { div class="front-lead" { (card(site, lead, Place::Lead)) } }
        section class="latest" aria-labelledby="latest" {
            h2 id="latest" class={ "section-title" @if !first { " visually-hidden" } } { "Latest" }
            (cards(site, &front.latest.teasers, "cards-grid"))
            (pagination(site, &front.latest, |page| Route::Front { page }))
        }
    };
    let below = html! { @for strip in &front.strips { (section_strip(site, strip)) } };
    let carousel = (first && !site.top.is_empty()).then(|| {
        let items = carousel_items(site, site.top.iter().take(Site::TOP));
        view! { <Carousel items/> }
    });
    view! {
        <div class="front" inner_html=above.into_string()></div>
        {carousel}
        <div class="front" inner_html=below.into_string()></div>
    }
}

fn section_strip(site: &Site, strip: &Strip) -> Markup {
    let href = site.href(&Route::Section { section: strip.section.clone(), page: 1 });
    html! {
        section class={ "strip section-" (strip.section) } aria-labelledby={ "strip-" (strip.section) } {
            h2 id={ "strip-" (strip.section) } class="section-title" {
                a href=(href) { (site.section_name(&strip.section)) }
            }
            (cards(site, &strip.teasers, "cards-strip"))
        }
    }
}
