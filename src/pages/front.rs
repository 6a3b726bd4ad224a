//! The front page.

use maud::{Markup, html};

use crate::components::{Place, card, cards, carousel, headline, pagination};
use crate::model::{Front, Ranking, Site, Strip};
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
        @if first {
            @let ranked = if site.ranking == Ranking::Latest { "" } else { " ranked" };
            (carousel(site, site.top.iter().take(Site::TOP), ranked))
        }
        @for (strip, form) in front.strips.iter().zip(FORMS.iter().cycle()) { (section_strip(site, strip, form)) }
    }
}

/// The forms of the strips, in turn: three cards; a picture and two headlines; a row of small cards.
const FORMS: [&str; 3] = ["strip", "strip strip-led", "strip strip-row"];

fn section_strip(site: &Site, strip: &Strip, form: &str) -> Markup {
    let href = site.href(&Route::Section { section: strip.section.clone(), page: 1 });
    html! {
        section class={ (form) " section-" (strip.section) } aria-labelledby={ "strip-" (strip.section) } {
            div class="strip-head" {
                h2 id={ "strip-" (strip.section) } class="section-title" {
                    a href=(href) { (site.section_name(&strip.section)) }
                }
                @if let Some(description) = &strip.description { p class="strip-about" { (description) } }
                a class="strip-all" href=(href) { (site.words().all_of(site.section_name(&strip.section))) }
            }
            (cards(site, &strip.teasers, Place::Section, "cards-strip"))
        }
    }
}
