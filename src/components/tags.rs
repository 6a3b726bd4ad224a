//! What a story is about.

use maud::{Markup, html};

use crate::model::{Site, Subject};
use crate::route::Route;
use crate::words::Words;

/// The ways to the other stories with the same tags, in the words of the story; nothing where it has none.
pub fn tags(site: &Site, words: Words, tags: &[Subject]) -> Markup {
    html! {
        @if !tags.is_empty() {
            ul class="tags" aria-label=(words.tags()) {
                @for tag in tags {
                    li { a href=(site.href(&Route::Tag { tag: tag.slug.clone(), page: 1 })) { (tag.name) } }
                }
            }
        }
    }
}
