//! Who wrote a story.

use maud::{Markup, html};

use crate::model::{Site, Subject};
use crate::route::Route;
use crate::words::Words;

/// The names of the authors, with the way to their other articles, in the words of the story.
pub fn byline(site: &Site, words: Words, authors: &[Subject]) -> Markup {
    html! {
        ul class="byline" aria-label=(words.authors()) {
            @for author in authors {
                li {
                    span class="byline-name" { (author.name) }
                    " "
                    a class="byline-more" href=(site.href(&Route::Author { author: author.slug.clone(), page: 1 })) {
                        (words.more_articles()) span class="visually-hidden" { (words.more_by()) (author.name) }
                    }
                }
            }
        }
    }
}
