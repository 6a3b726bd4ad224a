//! The head of every page: name, tagline, search.

use maud::{Markup, html};

use crate::model::Site;
use crate::route::Route;

/// Name and tagline; search as a field on a wide page, as a labelled link on a narrow one.
pub fn masthead(site: &Site) -> Markup {
    let search = site.href(&Route::Search);
    let words = site.words();
    html! {
        div class="masthead-title" {
            a class="masthead-name" href=(site.href(&Route::Front { page: 1 })) { (site.name) }
            p class="masthead-tagline" { (site.tagline) }
        }
        div class="masthead-tools" {
            a class="search-toggle" href=(search) { span class="icon icon-search" aria-hidden="true" {} (words.search()) }
            form class="search-field" role="search" action=(search) {
                input type="search" name="q" aria-label=(words.search_newspaper()) placeholder=(words.search());
                button type="submit" aria-label=(words.search()) { span class="icon icon-search" aria-hidden="true" {} }
            }
            a class="tool saved-link" href=(site.href(&Route::Saved)) {
                span class="icon icon-bookmark" aria-hidden="true" {}
                span class="tool-label" { (words.saved()) }
            }
            button type="button" class="tool needs-app" popovertarget="reading"
                aria-label=(words.reading()) data-label=(words.reading())
            {
                span class="icon icon-type" aria-hidden="true" {}
            }
        }
    }
}
