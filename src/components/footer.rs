//! The foot of every page.

use maud::{Markup, html};

use super::date;
use crate::model::Site;
use crate::route::Route;

/// The newspaper's name and tagline, the links, and the day of the edition.
pub fn footer(site: &Site) -> Markup {
    let words = site.words();
    html! {
        p class="footer-name" { (site.name) }
        p class="footer-tagline" { (site.tagline) }
        ul class="footer-links" {
            li { a href=(site.href(&Route::About)) { (words.about()) } }
            li { a href=(site.href(&Route::Archive { period: String::new() })) { (words.archive()) } }
            li { a href=(site.href(&Route::Corrections)) { (words.corrections()) } }
            li { a href=(site.feed()) { (words.feed()) } }
            @for link in &site.footer {
                @let base = if link.href.starts_with('/') { site.base.as_str() } else { "" };
                li { a href={ (base) (link.href) } { (link.label) } }
            }
        }
        p class="footer-edition" { (words.edition_made()) (date(&site.edition)) (words.edition_end()) }
    }
}
