//! Dates that are still to come.

use jiff::Timestamp;

use super::remarks::Remarks;
use super::sheet::Sheet;
use crate::rule::Rule;

/// Judges the dates of a story at the time `now`.
pub fn judge(sheet: &Sheet, now: Timestamp, remarks: &mut Remarks<'_>) {
    if let Some(date) = sheet.date.as_ref().filter(|date| date.value > now) {
        let remedy = "correct it, unless the story is to wait until then";
        remarks.add(Rule::DateInFuture, date.line, "the date is still to come", remedy);
    }
    if let Some(updated) = sheet.updated.as_ref().filter(|updated| updated.value > now) {
        let remedy = "write when the story was last changed, or leave updated out";
        remarks.add(Rule::UpdatedInFuture, updated.line, "updated is still to come", remedy);
    }
}
