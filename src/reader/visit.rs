//! What is new since the reader's last visit. Only this device knows when that was.

use leptos::web_sys::js_sys::Date;

use crate::browser::{self, history, storage};
use crate::words::Words;

const KEY: &str = "visited";

/// A visit: lasts until the tab is closed.
#[derive(Clone, Copy)]
pub struct Visit {
    /// When the visit before this one began, in milliseconds since 1970; none on the first.
    since: Option<f64>,
}

impl Visit {
    /// Stores the time of this visit, and reads that of the one before.
    pub fn begin() -> Visit {
        let since = history::recall(KEY).or_else(|| {
            let before = storage::recall(KEY).unwrap_or_default();
            history::remember(KEY, &before);
            storage::remember(KEY, &(Date::now() as u64).to_string());
            Some(before)
        });
        Visit { since: since.and_then(|since| Some(since.parse::<u64>().ok()? as f64)) }
    }

    /// Marks the cards whose stories were published since then. The mark is in the corner of the card, so that
    /// nothing moves.
    pub fn mark(self, words: Words) {
        let Some(since) = self.since else { return };
        for card in browser::all("main .card") {
            let part = |selector| card.query_selector(selector).ok().flatten();
            let published = part("time").and_then(|time| time.get_attribute("datetime"));
            let is_new = published.is_some_and(|published| Date::parse(&published) > since);
            if let (true, None) = (is_new, part(".new-mark")) {
                let mark = ["<span class=\"new-mark\">", words.new_mark(), "</span>"].concat();
                browser::html::append(&card, &mark);
            }
        }
    }
}
