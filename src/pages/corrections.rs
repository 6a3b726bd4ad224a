//! What the newspaper got wrong.

use maud::{Markup, html};

use crate::components::{breadcrumb, date, headline};
use crate::model::{CorrectionsPage, Site};
use crate::route::Route;

/// The corrections of all stories, each with the way to its story.
pub fn corrections(site: &Site, page: &CorrectionsPage) -> Markup {
    let words = site.words();
    html! {
        div class="all-corrections" {
            (breadcrumb(site, None, words.corrections(), None))
            (headline(words.corrections(), "page-title"))
            p {
                (if page.corrections.is_empty() { words.corrections_none() } else { words.corrections_note() })
            }
            @for corrected in &page.corrections {
                @let (section, slug) = (corrected.section.clone(), corrected.slug.clone());
                article lang=[&corrected.language] {
                    p class="kicker" { (date(&corrected.correction.date)) }
                    h2 { a href=(site.href(&Route::Story { section, slug })) { (corrected.headline) } }
                    p { (corrected.correction.text) }
                }
            }
        }
    }
}
