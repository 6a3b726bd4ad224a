//! Where a page stands in the newspaper.

use maud::{Markup, html};

use crate::model::Site;
use crate::route::Route;

/// Main / section / page. `section` is a slug; `page` names the current page, which is no link.
pub fn breadcrumb(site: &Site, section: Option<&str>, page: &str) -> Markup {
    html! {
        nav class="breadcrumb" aria-label="Breadcrumb" {
            ol {
                li { a href=(site.href(&Route::Front { page: 1 })) { "Main" } }
                @if let Some(slug) = section {
                    li {
                        a href=(site.href(&Route::Section { section: slug.into(), page: 1 })) { (site.section_name(slug)) }
                    }
                }
                li { span aria-current="page" { (page) } }
            }
        }
    }
}
