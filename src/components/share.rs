//! Sharing a story: plain links to the networks, copy link, the device's own share sheet.
//!
//! The story's headline and canonical address are shared. No third-party script is involved; `controls/share.rs`
//! copies the address and opens the device's sheet.

use maud::{Markup, html};

use super::share_link;
use crate::model::{Article, Network, Site};
use crate::words::Words;

/// How many networks the row has. The others are behind "More".
const IN_ROW: usize = 2;

/// Above the text, one row: the device's sheet if there is one, the first networks, copy, and the other networks
/// behind "More".
pub fn share_row(site: &Site, article: &Article) -> Markup {
    let (first, others) = site.share.split_at(site.share.len().min(IN_ROW));
    let words = site.words_in(article.language.as_deref());
    // Without networks, everything in it needs the app.
    let class = if site.share.is_empty() { "share beside needs-app" } else { "share beside" };
    html! {
        section class=(class) aria-labelledby="share" {
            h2 id="share" class="share-title" { (words.share_article()) }
            div class="share-row" {
                (sheet(words))
                (networks(site, article, first))
                (copy(words))
                @if !others.is_empty() {
                    details class="share-more" {
                        summary class="share-button" { (words.more_networks()) }
                        (networks(site, article, others))
                    }
                }
            }
            p class="share-status" role="status" {}
        }
    }
}

/// Below the text: all networks, copy, and the device's sheet if there is one.
pub fn share_panel(site: &Site, article: &Article) -> Markup {
    let words = site.words_in(article.language.as_deref());
    let class = if site.share.is_empty() { "share share-panel needs-app" } else { "share share-panel" };
    html! {
        section class=(class) aria-labelledby="share-panel" {
            h2 id="share-panel" class="share-title" { (words.share()) }
            div class="share-row" {
                (sheet(words))
                (networks(site, article, &site.share))
                (copy(words))
            }
            p class="share-status" role="status" {}
        }
    }
}

fn networks(site: &Site, article: &Article, networks: &[Network]) -> Markup {
    let words = site.words_in(article.language.as_deref());
    let address = site.canonical(&article.route());
    html! {
        @if !networks.is_empty() {
            ul class="share-list" {
                @for network in networks {
                    @let (name, href) = share_link(words, *network, &address, &article.headline);
                    li { a class="share-button" href=(href) rel="external noopener" { (name) } }
                }
            }
        }
    }
}

fn copy(words: Words) -> Markup {
    html! {
        button type="button" class="share-button needs-app" data-copy
            aria-label=(words.copy_link()) data-label=(words.copy_link()) {}
    }
}

fn sheet(words: Words) -> Markup {
    html! {
        button type="button" class="share-button needs-app share-sheet" data-share
            aria-label=(words.share_sheet()) data-label=(words.share_sheet()) {}
    }
}
