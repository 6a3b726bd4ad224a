//! The section label above a headline.

use maud::{Markup, html};

use crate::model::Site;
use crate::route::Route;

/// The name of the section with the slug `section`, in its colour, as a link to it. `language` is the BCP 47 tag of
/// the surrounding text, if it is not in the newspaper's language.
pub fn kicker(site: &Site, section: &str, language: Option<&str>) -> Markup {
    html! {
        p class={ "kicker section-" (section) } lang=[site.language_within(language)] {
            a href=(site.href(&Route::Section { section: section.into(), page: 1 })) { (site.section_name(section)) }
        }
    }
}
