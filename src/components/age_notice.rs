//! The notice on an old story: readers who come from elsewhere may mistake it for news.

use maud::{Markup, html};

use super::date;
use crate::model::Article;
use crate::words::Words;

/// How old a story is and when it was published; empty in its first year.
pub fn age_notice(words: Words, article: &Article) -> Markup {
    html! {
        @if article.years_old > 0 {
            p class="age-notice" {
                (words.more_than(article.years_old))
                (words.published_on()) (date(&article.published)) (words.published_end())
            }
        }
    }
}
