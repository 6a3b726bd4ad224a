//! A date before which another program would not publish a story.

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::message;
use crate::locale::calendar::Calendar;

/// A date before which another program would not publish a story. Press goes by `date` alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Embargo {
    /// The line that says so.
    pub line: u32,
    /// The key that says so.
    pub key: String,
    /// The date: seconds and nanoseconds since 1970.
    pub until: (i64, i32),
}

impl Embargo {
    /// What is to be put right in `file`, whose story would be published at `path`; nothing once the date has come.
    pub fn mistake(&self, file: &Path, path: &str, calendar: &Calendar, now: Timestamp) -> Option<Diagnostic> {
        let Embargo { line, key, until } = self;
        let until = Timestamp::new(until.0, until.1).ok().filter(|until| *until > now)?;
        let until = calendar.at(until).strftime("%Y-%m-%dT%H:%M:%S").to_string();
        let what = message!("{key} has no effect: {path} would be published before {until}").about(key);
        let remedy =
            format!("write date = {until}, since press keeps a story back until its date, and leave {key} out");
        Some(Diagnostic::mistake(file, Some(*line), what, remedy))
    }
}
