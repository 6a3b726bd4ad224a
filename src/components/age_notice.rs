//! The notice on an old story: a reader who comes from elsewhere may take it for news.

use maud::{Markup, html};

use super::date;
use crate::model::Article;

/// Says how old a story is and when it was published; nothing in its first year.
pub fn age_notice(article: &Article) -> Markup {
    html! {
        @if article.years_old > 0 {
            p class="age-notice" {
                "This story is more than "
                @if article.years_old == 1 { "a year" } @else { (article.years_old) " years" }
                " old. It was published on " (date(&article.published)) "."
            }
        }
    }
}
