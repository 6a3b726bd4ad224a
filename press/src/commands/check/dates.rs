//! Dates that are still to come.

use jiff::Timestamp;

use super::findings::Findings;
use super::page::CheckedPage;
use crate::diagnostics::rule::Rule;

/// Judges the dates of a story at the time `now`.
pub fn judge(page: &CheckedPage, now: Timestamp, findings: &mut Findings<'_>) {
    if let Some(date) = page.date.as_ref().filter(|date| date.value > now) {
        let remedy = "correct it, unless the story is to wait until then";
        findings.add(Rule::DateInFuture, date.line, "the date is still to come", remedy);
    }
    if let Some(updated) = page.updated.as_ref().filter(|updated| updated.value > now) {
        let remedy = "write when the story was last changed, or leave updated out";
        findings.add(Rule::UpdatedInFuture, updated.line, "updated is still to come", remedy);
    }
}
