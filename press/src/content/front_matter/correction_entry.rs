//! `[[corrections]]`: what was wrong in the story, and when it was corrected.

use jiff::ZonedDateTime;

use crate::content::keys::fields::{Fields, Strangers};
use crate::content::shown::shown;
use crate::diagnostics::notes::Notes;
use crate::locale::calendar::Calendar;

/// A correction, as in the front matter.
#[derive(Debug)]
pub struct CorrectionEntry {
    /// The date of the correction.
    pub date: ZonedDateTime,
    /// What was wrong and what is right.
    pub text: String,
}

impl CorrectionEntry {
    /// Reads all `corrections`, in order.
    pub fn read_all(fields: &mut Fields, calendar: &Calendar, notes: &mut Notes) -> Vec<CorrectionEntry> {
        let tables = fields.items("corrections", notes);
        let entries = tables.into_iter().filter_map(|table| {
            let mut keys = Fields::of(table, "corrections", notes)?;
            let date = match keys.take("date") {
                Some(found) => super::date(&found, "date", calendar, notes),
                None => {
                    keys.missing("date", "add a line such as date = 2025-01-03", notes);
                    None
                }
            };
            let text = shown(&mut keys, "text", notes);
            if text.is_none() {
                let remedy = "add text = \"…\": what was wrong, and what is right";
                keys.missing("text", remedy, notes);
            }
            keys.finish(Strangers::ArePassedOver, notes);
            Some(CorrectionEntry { date: date?, text: text?.value })
        });
        entries.collect()
    }
}
