//! All stories by year and month.

use maud::{Markup, html};

use crate::components::{Place, breadcrumb, cards, date, headline};
use crate::model::{ArchiveMonth, ArchivePage, PageLink, Site};

/// The stories of a month and the months beside it; or the months of a year with their newest headlines; and all
/// years and months.
pub fn archive(site: &Site, page: &ArchivePage) -> Markup {
    html! {
        div class="archive" {
            (breadcrumb(site, None, &page.title, None))
            (headline(&page.title, "page-title"))
            @for month in &page.months { (headlines(site, month)) }
            @if !page.stories.is_empty() {
                h2 class="visually-hidden" { (site.words().stories()) }
                (cards(site, &page.stories, Place::List, "cards-list"))
            }
            @if page.earlier.is_some() || page.later.is_some() {
                nav class="archive-beside" aria-label=(site.words().pages()) {
                    @if let Some(PageLink { href, label, .. }) = &page.earlier {
                        a rel="prev" href={ (site.base) (href) } { (label) } " "
                    }
                    @if let Some(PageLink { href, label, .. }) = &page.later {
                        a rel="next" href={ (site.base) (href) } { (label) }
                    }
                }
            }
            @for year in &page.years {
                ul class="archive-year" { @for part in year { li { (link(site, part)) } } }
            }
        }
    }
}

fn headlines(site: &Site, month: &ArchiveMonth) -> Markup {
    html! {
        div class="archive-month" {
            h2 class="section-title" { (link(site, &month.link)) }
            ul {
                @for story in &month.stories {
                    li lang=[&story.language] dir=[site.direction(story.language.as_deref())] {
                        a href=(site.href(&story.route())) { (story.headline) } " "
                        span class="archive-date" { (date(&story.published)) }
                    }
                }
            }
        }
    }
}

fn link(site: &Site, link: &PageLink) -> Markup {
    html! { a href={ (site.base) (link.href) } { (link.label) } }
}
