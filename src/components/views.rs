//! The view counter.

use maud::{Markup, html};

use crate::model::Site;
use crate::words::Words;

/// Up to this a number is shown in full.
const IN_FULL: u64 = 9_999;

/// An icon and how often a story was read, with words that make it one phrase for screen readers. A large number is
/// shortened, with the full one in the title. `time` is when the number was current (`14:05`); an empty text
/// reserves the space while that is not known.
///
/// Without a `count` no number is shown, but space is reserved if the newspaper has a counter that may supply one.
pub fn views(site: &Site, words: Words, count: Option<u64>, time: Option<&str>) -> Markup {
    let Some(count) = count else {
        return html! { @if site.counter.is_some() { span class="views" {} } };
    };
    html! {
        span class="views" title=[(count > IN_FULL).then(|| words.views(count))] {
            span class="icon icon-eye" aria-hidden="true" {}
            span { (words.compact(count)) }
            span class="visually-hidden" { " " (words.of_views(count)) }
            @if let Some(time) = time {
                span class="views-time" { @if !time.is_empty() { " " (words.at()) (time) } }
            }
        }
    }
}
