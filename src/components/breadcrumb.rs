//! The breadcrumb: where a page is in the newspaper.

use maud::{Markup, html};

use crate::model::Site;
use crate::route::Route;

/// Main / section / page. `section` is a slug. `page` names the current page, which is not a link; `language` is
/// the BCP 47 tag of that name if it is not in the newspaper's language.
pub fn breadcrumb(site: &Site, section: Option<&str>, page: &str, language: Option<&str>) -> Markup {
    let words = site.words();
    html! {
        nav class="breadcrumb" aria-label=(words.breadcrumb()) lang=[site.language_within(language)]
            dir=[site.direction_within(language)] {
            ol {
                li { a href=(site.href(&Route::Front { page: 1 })) { (site.home()) } }
                @if let Some(slug) = section {
                    li {
                        a href=(site.href(&Route::Section { section: slug.into(), page: 1 })) { (site.section_name(slug)) }
                    }
                }
                li { span aria-current="page" lang=[language] dir=[site.direction(language)] { (page) } }
            }
        }
    }
}
