//! What counts as a reading: one per story and browser in eight hours. Recorded on the device, and nowhere else.

use leptos::web_sys::js_sys::Date;

use crate::browser::storage;

const KEY: &str = "read";

/// Milliseconds until the same story counts again.
const SPAN: u64 = 8 * 60 * 60 * 1000;

/// Records that the story at `path` is being read; false if that does not count: the story was read recently, or
/// this browser stores nothing and so could not tell.
pub fn begins(path: &str) -> bool {
    let known = storage::recall(KEY).unwrap_or_default();
    noted(&known, path, Date::now() as u64).is_some_and(|noted| storage::remember(KEY, &noted))
}

/// Makes the story count again: its reading could not be sent.
pub fn forget(path: &str) {
    let known = storage::recall(KEY).unwrap_or_default();
    let others: Vec<&str> = known.lines().filter(|line| story(line) != Some(path)).collect();
    storage::remember(KEY, &others.join("\n"));
}

/// `known` with a reading of `path` at `now` (milliseconds since 1970) added; `None` if it has one already.
/// Readings more than eight hours old are left out, as are those more than eight hours in the future, from when the
/// clock was wrong.
fn noted(known: &str, path: &str, now: u64) -> Option<String> {
    let matters = |line: &&str| {
        let time = line.split(' ').nth(1).and_then(|time| time.parse::<u64>().ok());
        time.is_some_and(|time| time.abs_diff(now) < SPAN)
    };
    let mut lines: Vec<&str> = known.lines().filter(matters).collect();
    if lines.iter().any(|line| story(line) == Some(path)) {
        return None;
    }
    let line = [path, " ", &now.to_string()].concat();
    lines.push(&line);
    Some(lines.join("\n"))
}

fn story(line: &str) -> Option<&str> {
    line.split(' ').next()
}

#[cfg(test)]
mod tests {
    use super::{SPAN, noted};

    #[test]
    fn a_story_counts_once_in_eight_hours() {
        let first = noted("", "/war/x/", 1_000).unwrap();
        assert_eq!(noted(&first, "/war/x/", SPAN), None);
        let other = noted(&first, "/war/xy/", SPAN).unwrap();
        assert_eq!(other, format!("/war/x/ 1000\n/war/xy/ {SPAN}"));
        let again = noted(&other, "/war/x/", 1_000 + SPAN).unwrap();
        assert_eq!(again, format!("/war/xy/ {SPAN}\n/war/x/ {}", 1_000 + SPAN), "old readings are dropped");
    }

    #[test]
    fn a_wrong_clock_and_damaged_notes_stop_nothing() {
        let future = format!("/war/x/ {}", 10 * SPAN);
        assert_eq!(noted(&future, "/war/x/", 5).as_deref(), Some("/war/x/ 5"));
        assert_eq!(noted("/war/x/\n\nrubbish\n/war/x/ -3", "/war/x/", 5).as_deref(), Some("/war/x/ 5"));
    }
}
