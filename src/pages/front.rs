//! The front page.

use maud::{Markup, html};

use crate::components::{Place, card, cards, carousel, headline, pagination};
use crate::model::{Front, Site, Strip};
use crate::route::Route;

/// How many stories are beside the lead, if the newspaper has more than that.
const SECONDS: usize = 2;

/// Lead story and seconds, latest, Top article, a strip per section; later pages have only the list.
pub fn front(site: &Site, front: &Front) -> Markup {
    let words = site.words();
    let first = front.latest.page == 1;
    let all = front.latest.teasers.as_slice();
    let seconds = if front.lead.is_some() && all.len() > SECONDS { SECONDS } else { 0 };
    let (seconds, latest) = all.split_at(seconds);
    html! {
        @if first { (headline(&site.name, "visually-hidden")) } @else { (headline(words.latest_stories(), "page-title")) }
        @if let Some(lead) = &front.lead {
            div class="front-top" {
                (card(site, lead, Place::Lead))
                @if !seconds.is_empty() { (cards(site, seconds, Place::Second, "front-seconds")) }
            }
        }
        section class="latest" aria-labelledby="latest" {
            h2 id="latest" class={ "section-title" @if !first { " visually-hidden" } } { (words.latest()) }
            (cards(site, latest, Place::List, "cards-grid"))
            (pagination(site, &front.latest, |page| Route::Front { page }))
        }
        @if first { (carousel(site, site.top.iter().take(Site::TOP), " ranked")) }
        @for strip in &front.strips { (section_strip(site, strip)) }
    }
}

fn section_strip(site: &Site, strip: &Strip) -> Markup {
    let href = site.href(&Route::Section { section: strip.section.clone(), page: 1 });
    html! {
        section class={ "strip section-" (strip.section) } aria-labelledby={ "strip-" (strip.section) } {
            h2 id={ "strip-" (strip.section) } class="section-title" {
                a href=(href) { (site.section_name(&strip.section)) }
            }
            (cards(site, &strip.teasers, Place::Section, "cards-strip"))
        }
    }
}
