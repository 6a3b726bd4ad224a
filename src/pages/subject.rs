//! The page of an author or a tag.

use maud::{Markup, PreEscaped, html};

use crate::components::{Place, breadcrumb, cards, headline, pagination};
use crate::model::{Site, SubjectPage};
use crate::route::Route;

/// The author or the tag, and the stories, page by page. `route` gives the route of a page from the slug and the
/// number.
pub fn subject(site: &Site, page: &SubjectPage, route: fn(String, u32) -> Route) -> Markup {
    let name = &page.subject.name;
    html! {
        div class="subject" {
            (breadcrumb(site, None, name, None))
            (headline(name, "page-title"))
            @if let Some(role) = &page.role { p class="author-role" { (role) } }
            // Sanitised by press.
            @if !page.bio.is_empty() { div class="author-bio prose" { (PreEscaped(&page.bio)) } }
            h2 class="visually-hidden" { (site.words().stories()) }
            (cards(site, &page.listing.teasers, Place::List, "cards-list"))
            (pagination(site, &page.listing, |number| route(page.subject.slug.clone(), number)))
        }
    }
}
