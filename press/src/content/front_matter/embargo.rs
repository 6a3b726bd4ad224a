//! A date before which another program would not publish a story.

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::message;
use crate::locale::calendar::Calendar;

/// A date before which another program would not publish a story. press obeys only `date`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Embargo {
    /// The line of the key.
    pub line: u32,
    /// The key, as written.
    pub key: String,
    /// The date, as seconds since 1970 and nanoseconds.
    pub until: (i64, i32),
}

impl Embargo {
    /// The error in `file`, whose story would be published at `path`; none once the date has passed.
    pub fn mistake(&self, file: &Path, path: &str, calendar: &Calendar, now: Timestamp) -> Option<Diagnostic> {
        let Embargo { line, key, until } = self;
        let until = Timestamp::new(until.0, until.1).ok().filter(|until| *until > now)?;
        let until = calendar.at(until).strftime("%Y-%m-%dT%H:%M:%S").to_string();
        let what = message!("{key} has no effect: {path} would be published before {until}").about(key);
        let remedy =
            format!("write date = {until}, since press holds a story back until its date, and leave {key} out");
        Some(Diagnostic::mistake(file, Some(*line), what, remedy))
    }
}
