//! Where readers can follow the newspaper.

use maud::{Markup, html};

use crate::model::Site;
use crate::words::Words;

/// The newspaper's accounts and its feed.
pub fn follow(site: &Site, words: Words) -> Markup {
    html! {
        section class="follow" aria-labelledby="follow" {
            h2 id="follow" class="share-title" { (words.follow()) }
            ul class="share-row" {
                @for link in &site.follow {
                    li { a class="share-button" href=(link.href) rel="external noopener me" { (link.label) } }
                }
                li { a class="share-button" href=(site.feed()) { (words.feed()) } }
            }
        }
    }
}
