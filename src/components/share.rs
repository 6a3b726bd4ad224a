//! The share panel: plain links to the networks, copy link, the device's own share sheet.

use maud::{Markup, html};

use super::share_link;
use crate::model::{Article, Site};

/// Shares a story's headline and canonical address: plain links, copy, the device's sheet (`controls/share.rs` does
/// the last two). No third-party script is involved.
pub fn share(site: &Site, article: &Article) -> Markup {
    let words = site.words_in(article.language.as_deref());
    let address = site.canonical(&article.route());
    // Without networks, everything in it needs the app.
    let class = if site.share.is_empty() { "share beside needs-app" } else { "share beside" };
    html! {
        section class=(class) aria-labelledby="share" {
            h2 id="share" class="share-title" { (words.share_article()) }
            div class="share-row" {
                @if !site.share.is_empty() {
                    ul class="share-list" {
                        @for network in &site.share {
                            @let (name, href) = share_link(words, *network, &address, &article.headline);
                            li { a class="share-button" href=(href) rel="external noopener" { (name) } }
                        }
                    }
                }
                button type="button" class="share-button needs-app" data-copy
                    aria-label=(words.copy_link()) data-label=(words.copy_link()) {}
                button type="button" class="share-button needs-app share-sheet absent" data-share
                    aria-label=(words.share_sheet()) data-label=(words.share_sheet()) {}
            }
            p class="share-status" role="status" {}
        }
    }
}
