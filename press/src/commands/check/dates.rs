//! Dates in the future.

use jiff::Timestamp;

use super::findings::Findings;
use super::page::CheckedPage;
use crate::diagnostics::rule::Rule;

/// Compares the dates of a story with the time `now`.
pub fn judge(page: &CheckedPage, now: Timestamp, findings: &mut Findings<'_>) {
    if let Some(date) = page.date.as_ref().filter(|date| date.value > now) {
        let remedy = "correct it, unless the story is scheduled for then";
        findings.add(Rule::DateInFuture, date.line, "the date is in the future", remedy);
    }
    if let Some(updated) = page.updated.as_ref().filter(|updated| updated.value > now) {
        let remedy = "write when the story was last changed, or remove updated";
        findings.add(Rule::UpdatedInFuture, updated.line, "updated is in the future", remedy);
    }
}
