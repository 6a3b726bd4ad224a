//! The notice on an old story: a reader who comes from elsewhere may take it for news.

use maud::{Markup, html};

use super::date;
use crate::model::Article;
use crate::words::Words;

/// Says how old a story is and when it was published; nothing in its first year.
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
