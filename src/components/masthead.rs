//! The head of every page: name, tagline, search.

use maud::{Markup, html};

use crate::model::Site;
use crate::route::Route;

/// Name and tagline; search as a field on a wide page, as a labelled link on a narrow one.
pub fn masthead(site: &Site) -> Markup {
    let search = site.href(&Route::Search);
    html! {
        div class="masthead-title" {
            a class="masthead-name" href=(site.href(&Route::Front { page: 1 })) { (site.name) }
            p class="masthead-tagline" { (site.tagline) }
        }
        a class="search-toggle" href=(search) { span class="icon icon-search" aria-hidden="true" {} "Search" }
        form class="search-field" role="search" action=(search) {
            input type="search" name="q" aria-label="Search the newspaper" placeholder="Search";
            button type="submit" aria-label="Search" { span class="icon icon-search" aria-hidden="true" {} }
        }
    }
}
