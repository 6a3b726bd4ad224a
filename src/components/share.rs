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
    let more = html! {
        @if !others.is_empty() {
            details class="share-more" {
                summary class="share-button" { (words.more_networks()) }
                (networks(site, article, others))
            }
        }
    };
    sharing(site, words, ("share", "share beside", words.share_article()), networks(site, article, first), more)
}

/// Below the text: all networks, copy, and the device's sheet if there is one.
pub fn share_panel(site: &Site, article: &Article) -> Markup {
    let words = site.words_in(article.language.as_deref());
    let named = ("share-panel", "share share-panel", words.share());
    sharing(site, words, named, networks(site, article, &site.share), Markup::default())
}

/// A section with an id, a class and a title, with `networks` and, at the end of the row, `more`.
fn sharing(site: &Site, words: Words, named: (&str, &str, &str), networks: Markup, more: Markup) -> Markup {
    let (id, class, title) = named;
    // Without networks, everything in it needs the app.
    let needs_app = if site.share.is_empty() { " needs-app" } else { "" };
    html! {
        section class={ (class) (needs_app) } aria-labelledby=(id) {
            h2 id=(id) class="share-title" { (title) }
            div class="share-row" { (sheet(words)) (networks) (copy(words)) (more) }
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
