//! The text: whether there is one, and the levels of its headings.

use super::remarks::Remarks;
use super::sheet::Sheet;
use crate::message::message;
use crate::rule::Rule;

/// Judges whether there is a text.
pub fn judge_length(sheet: &Sheet, remarks: &mut Remarks<'_>) {
    if !sheet.outline.has_content {
        let remedy = "write it, or hold the story back with draft = true";
        remarks.add(Rule::EmptyText, sheet.text_line, "there is no text", remedy);
    }
}

/// Judges the levels of headings. The highest that is used is the second of the page, whatever it is in the text.
pub fn judge_headings(sheet: &Sheet, remarks: &mut Remarks<'_>) {
    let highest = sheet.outline.headings.iter().map(|heading| heading.value).min().unwrap_or_default();
    let mut before = highest.saturating_sub(1);
    for heading in &sheet.outline.headings {
        if heading.value > before + 1 {
            let what = if before < highest {
                message!("the first heading is of level {}, later ones of level {highest}", heading.value)
            } else {
                message!("a heading of level {} below one of level {before}", heading.value)
            };
            let remedy = format!("begin it with {}", "#".repeat(usize::from(before) + 1));
            remarks.add(Rule::HeadingLevels, heading.line, what, remedy);
        }
        before = heading.value;
    }
}
