//! The view counter.

use maud::{Markup, html};

use crate::words::Words;

/// Up to here a number is shown in full.
const IN_FULL: u64 = 9_999;

/// An icon and how often a story was read: a dash where that is not known, short where it is a large number, which then
/// stands in the title. With `time`, room for when the number was true, to the minute; empty where that is not known.
pub fn views(words: Words, count: Option<u64>, time: Option<&str>) -> Markup {
    let time = time.map(|time| if time.is_empty() { String::new() } else { [words.at(), time].concat() });
    let mut said = count.map_or_else(|| String::from(words.views_unknown()), |count| words.views(count));
    if let Some(time) = time.as_deref().filter(|time| !time.is_empty()) {
        said += " ";
        said += time;
    }
    let title = count.filter(|count| *count > IN_FULL).map(|_| &said);
    html! {
        span class="views" title=[title] {
            span class="icon icon-eye" aria-hidden="true" {}
            span aria-hidden="true" { (count.map_or_else(|| String::from("–"), |count| words.compact(count))) }
            span class="visually-hidden" { (said) }
            @if let Some(time) = time { span class="views-time" aria-hidden="true" { (time) } }
        }
    }
}
