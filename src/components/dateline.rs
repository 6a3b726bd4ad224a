//! When a story was published and changed, and how long it takes to read.

use maud::{Markup, html};

use super::date_and_time;
use crate::model::Article;
use crate::words::Words;

/// Published, updated, reading time.
pub fn dateline(words: Words, article: &Article) -> Markup {
    html! {
        p class="dateline" {
            span { (words.published()) (date_and_time(&article.published)) } " "
            @if let Some(updated) = &article.updated {
                span { (words.updated()) (date_and_time(updated)) } " "
            }
            span { (article.reading_minutes) (words.min_read()) }
        }
    }
}
