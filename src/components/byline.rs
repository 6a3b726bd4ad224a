//! Who wrote a story: in a line above the text, and in a box below it.

use maud::{Markup, html};

use crate::model::{Site, Subject};
use crate::route::Route;
use crate::words::Words;

/// "By" and the authors' names, linked to their pages.
pub fn written_by(site: &Site, words: Words, authors: &[Subject]) -> Markup {
    html! {
        p class="written-by" {
            (words.by())
            @for (number, author) in authors.iter().enumerate() {
                @if number > 0 { ", " }
                a href=(page_of(site, author)) { (author.name) }
            }
        }
    }
}

/// The authors' names, linked to their pages, each followed by a link to the author's other articles, in the
/// language of the story. Programs take the text of the link with `rel="author"` for the author, so it is the name
/// and nothing else.
pub fn byline(site: &Site, words: Words, authors: &[Subject]) -> Markup {
    html! {
        ul class="byline" aria-label=(words.authors()) {
            @for author in authors {
                li {
                    @let page = page_of(site, author);
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

fn page_of(site: &Site, author: &Subject) -> String {
    site.href(&Route::Author { author: author.slug.clone(), page: 1 })
}
