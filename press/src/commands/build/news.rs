//! What an editor wants to know of an edition although nothing is wrong.

use crate::diagnostics::console::{say, warn};
use crate::diagnostics::digest::digest;
use crate::edition::Edition;

/// Prints warnings, the age of the view counts, which scheduled story is next, and when one expires.
pub fn report(edition: &Edition) {
    if !edition.warnings.is_empty() {
        warn(format_args!("warnings, which do not stop the build:\n{}", digest(&edition.warnings, ToString::to_string)));
    }
    if let Some(time) = edition.views {
        let hours = edition.time.timestamp().duration_since(time).as_hours();
        let age = match hours {
            ..1 => String::from("less than an hour"),
            1..48 => format!("{hours} h"),
            _ => format!("{} days", hours / 24),
        };
        say(format_args!("the view counts are {age} old"));
    }
    if let Some(next) = edition.due.first() {
        let stories = match edition.due.len() {
            1 => String::from("one story is scheduled"),
            count => format!("{count} stories are scheduled, the next"),
        };
        let time = edition.site_file.calendar.at(*next);
        say(format_args!("{stories} for {}", time.strftime("%Y-%m-%d at %H:%M")));
    }
    if let Some(next) = edition.next_expiry {
        let time = edition.site_file.calendar.at(next);
        say(format_args!("a story expires on {}", time.strftime("%Y-%m-%d at %H:%M")));
    }
}
