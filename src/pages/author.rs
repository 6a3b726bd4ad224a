//! The page of an author.

use maud::{Markup, PreEscaped, html};

use crate::components::{Place, breadcrumb, cards, headline, pagination};
use crate::model::{AuthorPage, Site};
use crate::route::Route;

/// Who the author is, and the author's stories, page by page.
pub fn author(site: &Site, page: &AuthorPage) -> Markup {
    let name = &page.author.name;
    let route = |number| Route::Author { author: page.author.slug.clone(), page: number };
    html! {
        div class="author" {
            (breadcrumb(site, None, name, None))
            (headline(name, "page-title"))
            @if let Some(role) = &page.role { p class="author-role" { (role) } }
            // Sanitised by press.
            @if !page.bio.is_empty() { div class="author-bio prose" { (PreEscaped(&page.bio)) } }
            h2 class="visually-hidden" { (site.words().stories()) }
            (cards(site, &page.listing.teasers, Place::List, "cards-list"))
            (pagination(site, &page.listing, route))
        }
    }
}
