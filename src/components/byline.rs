//! Who wrote a story.

use maud::{Markup, html};

use crate::model::{AuthorRef, Site};
use crate::route::Route;

/// The names of the authors, with the way to their other articles.
pub fn byline(site: &Site, authors: &[AuthorRef]) -> Markup {
    html! {
        ul class="byline" aria-label="Authors" {
            @for author in authors {
                li {
                    span class="byline-name" { (author.name) }
                    " "
                    a class="byline-more" href=(site.href(&Route::Author { author: author.slug.clone(), page: 1 })) {
                        "More articles" span class="visually-hidden" { " by " (author.name) }
                    }
                }
            }
        }
    }
}
