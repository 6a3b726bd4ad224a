//! What is remarked on a sheet.

use super::page::CheckedPage;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::Message;
use crate::diagnostics::rule::Rule;
use crate::diagnostics::severity::Severity;

/// The remarks on a sheet, by the rules that are not switched off for it.
#[derive(Debug)]
pub struct Findings<'a> {
    page: &'a CheckedPage,
    /// Switched off for the newspaper.
    off: &'a [Rule],
    findings: Vec<Diagnostic>,
}

impl<'a> Findings<'a> {
    /// Those on `page` that were made when it was read.
    pub fn on(page: &'a CheckedPage, off: &'a [Rule]) -> Findings<'a> {
        let mut findings = Findings::none_on(page, off);
        for mistake in &page.switch_mistakes {
            findings.add(Rule::ProofOff, mistake.line.unwrap_or(1), mistake.message.clone(), &mistake.remedy);
        }
        findings
    }

    /// None yet, on `page`.
    pub fn none_on(page: &'a CheckedPage, off: &'a [Rule]) -> Findings<'a> {
        Findings { page, off, findings: Vec::new() }
    }

    /// Remarks something in a line.
    pub fn add(&mut self, rule: Rule, line: u32, message: impl Into<Message>, remedy: impl Into<String>) {
        if self.off.contains(&rule) || self.page.off.contains(&rule) {
            return;
        }
        self.findings.push(Diagnostic {
            file: self.page.name.clone(),
            line: Some(line),
            severity: Severity::Warning,
            rule,
            message: message.into(),
            remedy: remedy.into(),
        });
    }

    /// All that was remarked.
    pub fn into_findings(self) -> Vec<Diagnostic> {
        self.findings
    }
}
