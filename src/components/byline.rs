//! Who wrote a story.

use maud::{Markup, html};

use crate::model::{Site, Subject};
use crate::route::Route;
use crate::words::Words;

/// The authors' names, linked to their pages, each followed by a link to the author's other articles, in the
/// language of the story. Programs take the text of the link with `rel="author"` for the author, so it is the name
/// and nothing else.
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
