//! The view counter.

use maud::{Markup, html};

use crate::words::Words;

/// An icon and how often a story was read. Nothing is shown of a story that no snapshot knows.
pub fn views(words: Words, count: Option<u64>) -> Markup {
    html! {
        @if let Some(count) = count {
            span class="views" {
                span class="icon icon-eye" aria-hidden="true" {}
                span aria-hidden="true" { (words.number(count)) }
                span class="visually-hidden" { (words.views(count)) }
            }
        }
    }
}
