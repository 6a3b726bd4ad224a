//! Who wrote a story.

use maud::{Markup, html};

use crate::model::{Site, Subject};
use crate::route::Route;
use crate::words::Words;

/// The names of the authors, which lead to their pages, and beside each the way to the other articles, in the words of the
/// story. Programs take the text of the link with `rel="author"` for the author: it is the name and nothing else.
pub fn byline(site: &Site, words: Words, authors: &[Subject]) -> Markup {
    html! {
        ul class="byline" aria-label=(words.authors()) {
            @for author in authors {
                li {
                    @let page = site.href(&Route::Author { author: author.slug.clone(), page: 1 });
                    a class="byline-name" rel="author" href=(page) { (author.name) }
                    " "
                    a class="byline-more" href=(page) {
                        (words.more_articles()) span class="visually-hidden" { (words.more_by()) (author.name) }
                    }
                }
            }
        }
    }
}
