//! When a story was published and changed, and how long it takes to read.

use maud::{Markup, html};

use super::date_and_time;
use crate::model::Article;

/// Published, updated, reading time.
pub fn dateline(article: &Article) -> Markup {
    html! {
        p class="dateline" {
            span { "Published " (date_and_time(&article.published)) }
            @if let Some(updated) = &article.updated {
                span { "Updated " (date_and_time(updated)) }
            }
            span { (article.reading_minutes) " min read" }
        }
    }
}
