//! Moments in running text.

use maud::{Markup, html};

use crate::model::Moment;

/// The day: `11 October 2024`.
pub fn date(moment: &Moment) -> Markup {
    html! { time datetime=(moment.iso) { (moment.date) } }
}

/// The day and the minute: `11 October 2024, 14:05`. At midnight the day alone: the date was written without a time.
pub fn date_and_time(moment: &Moment) -> Markup {
    html! {
        time datetime=(moment.iso) { (moment.date) @if moment.time() != "00:00" { ", " (moment.time()) } }
    }
}
