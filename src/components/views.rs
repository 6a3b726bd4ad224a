//! The view counter.

use maud::{Markup, html};

use crate::model::Site;
use crate::words::Words;

/// Up to here a number is shown in full.
const IN_FULL: u64 = 9_999;

/// An icon and how often a story was read, in words that read as one for those who hear them; a large number is cut short, and
/// whole in the title. With `time`, room for when the number was true, to the minute; empty where that is not known.
///
/// Where the number is not known nothing is said: there is room for it if the newspaper has a counter that may tell.
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
