//! The tags of a story.

use maud::{Markup, html};

use crate::model::{Site, Subject};
use crate::route::Route;
use crate::words::Words;

/// Links to the pages of the story's tags, in the language of the story; empty if it has none.
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
