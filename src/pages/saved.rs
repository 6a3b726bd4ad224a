//! The stories that the reader has saved.

use maud::{Markup, html};

use crate::components::{breadcrumb, headline};
use crate::model::Site;

/// Says where the list is stored. The app fills in the list, which only the reader's browser knows.
pub fn saved(site: &Site) -> Markup {
    let words = site.words();
    html! {
        div class="saved" {
            (breadcrumb(site, None, words.saved(), None))
            (headline(words.saved(), "page-title"))
            p class="saved-note" { (words.saved_note()) }
            p class="saved-note without-app" { (words.saved_needs_app()) }
            div id="saved-list" {}
        }
    }
}
