//! The sections of the newspaper as a list of links.

use maud::{Markup, html};

use crate::model::Site;
use crate::route::Route;

/// Links to all sections; the one with the slug `current` is marked as the current one.
pub fn section_links(site: &Site, current: Option<&str>) -> Markup {
    html! {
        ul class="section-links" {
            @for section in &site.sections {
                @let here = (current == Some(section.slug.as_str())).then_some("true");
                li class={ "section-" (section.slug) } {
                    a href=(site.href(&Route::Section { section: section.slug.clone(), page: 1 })) aria-current=[here] {
                        (section.name)
                    }
                }
            }
        }
    }
}
