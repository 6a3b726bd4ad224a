//! Missing text, and skipped heading levels.

use super::findings::Findings;
use super::page::CheckedPage;
use crate::diagnostics::message::message;
use crate::diagnostics::rule::Rule;

/// Warns about a story without text.
pub fn judge_length(page: &CheckedPage, findings: &mut Findings<'_>) {
    if !page.outline.has_content {
        let remedy = "write it, or hold the story back with draft = true";
        findings.add(Rule::EmptyText, page.text_line, "there is no text", remedy);
    }
}

/// Warns about skipped heading levels. The highest level in the text becomes level 2 on the page, whichever it is.
pub fn judge_headings(page: &CheckedPage, findings: &mut Findings<'_>) {
    let highest = page.outline.headings.iter().map(|heading| heading.value).min().unwrap_or_default();
    let mut before = highest.saturating_sub(1);
    for heading in &page.outline.headings {
        if heading.value > before + 1 {
            let what = if before < highest {
                message!("the first heading is level {}, but a later one is level {highest}", heading.value)
            } else {
                message!("a level {} heading follows a level {before} heading", heading.value)
            };
            let remedy = format!("begin it with {}", "#".repeat(usize::from(before) + 1));
            findings.add(Rule::HeadingLevels, heading.line, what, remedy);
        }
        before = heading.value;
    }
}
