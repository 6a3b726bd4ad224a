//! The section label above a headline.

use maud::{Markup, html};

use crate::model::Site;
use crate::route::Route;

/// The name of the section with the slug `section`, in its colour, as a link to it.
pub fn kicker(site: &Site, section: &str) -> Markup {
    html! {
        p class={ "kicker section-" (section) } {
            a href=(site.href(&Route::Section { section: section.into(), page: 1 })) { (site.section_name(section)) }
        }
    }
}
