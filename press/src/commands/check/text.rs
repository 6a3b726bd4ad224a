//! The text: whether there is one, and the levels of its headings.

use super::findings::Findings;
use super::page::CheckedPage;
use crate::diagnostics::message::message;
use crate::diagnostics::rule::Rule;

/// Judges whether there is a text.
pub fn judge_length(page: &CheckedPage, findings: &mut Findings<'_>) {
    if !page.outline.has_content {
        let remedy = "write it, or hold the story back with draft = true";
        findings.add(Rule::EmptyText, page.text_line, "there is no text", remedy);
    }
}

/// Judges the levels of headings. The highest that is used is the second of the page, whatever it is in the text.
pub fn judge_headings(page: &CheckedPage, findings: &mut Findings<'_>) {
    let highest = page.outline.headings.iter().map(|heading| heading.value).min().unwrap_or_default();
    let mut before = highest.saturating_sub(1);
    for heading in &page.outline.headings {
        if heading.value > before + 1 {
            let what = if before < highest {
                message!("the first heading is of level {}, later ones of level {highest}", heading.value)
            } else {
                message!("a heading of level {} below one of level {before}", heading.value)
            };
            let remedy = format!("begin it with {}", "#".repeat(usize::from(before) + 1));
            findings.add(Rule::HeadingLevels, heading.line, what, remedy);
        }
        before = heading.value;
    }
}
