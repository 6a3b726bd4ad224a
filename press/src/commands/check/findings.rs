//! The warnings about a page.

use super::page::CheckedPage;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::Message;
use crate::diagnostics::rule::Rule;
use crate::diagnostics::severity::Severity;

/// The warnings about a page, without those whose rule is switched off.
#[derive(Debug)]
pub struct Findings<'a> {
    page: &'a CheckedPage,
    /// The rules that are switched off for the newspaper.
    off: &'a [Rule],
    findings: Vec<Diagnostic>,
}

impl<'a> Findings<'a> {
    /// Starts with the warnings about `proof_off` that were found when `page` was read.
    pub fn on(page: &'a CheckedPage, off: &'a [Rule]) -> Findings<'a> {
        let mut findings = Findings::none_on(page, off);
        for mistake in &page.switch_mistakes {
            findings.add(Rule::ProofOff, mistake.line.unwrap_or(1), mistake.message.clone(), &mistake.remedy);
        }
        findings
    }

    /// Starts without any warnings about `page`.
    pub fn none_on(page: &'a CheckedPage, off: &'a [Rule]) -> Findings<'a> {
        Findings { page, off, findings: Vec::new() }
    }

    /// Adds a warning about a line, unless its rule is switched off.
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

    /// All the warnings.
    pub fn into_findings(self) -> Vec<Diagnostic> {
        self.findings
    }
}
