//! What is remarked on a sheet.

use super::finding::Finding;
use super::severity::Severity;
use super::sheet::Sheet;
use crate::message::Message;
use crate::rule::Rule;

/// The remarks on a sheet, by the rules that are not switched off for it.
#[derive(Debug)]
pub struct Remarks<'a> {
    sheet: &'a Sheet,
    /// Switched off for the newspaper.
    off: &'a [Rule],
    findings: Vec<Finding>,
}

impl<'a> Remarks<'a> {
    /// Those on `sheet` that were made when it was read.
    pub fn on(sheet: &'a Sheet, off: &'a [Rule]) -> Remarks<'a> {
        let mut remarks = Remarks::none_on(sheet, off);
        for mistake in &sheet.slips {
            remarks.add(Rule::ProofOff, mistake.line.unwrap_or(1), mistake.what.clone(), &mistake.remedy);
        }
        remarks
    }

    /// None yet, on `sheet`.
    pub fn none_on(sheet: &'a Sheet, off: &'a [Rule]) -> Remarks<'a> {
        Remarks { sheet, off, findings: Vec::new() }
    }

    /// Remarks something in a line.
    pub fn add(&mut self, rule: Rule, line: u32, what: impl Into<Message>, remedy: impl Into<String>) {
        if self.off.contains(&rule) || self.sheet.off.contains(&rule) {
            return;
        }
        self.findings.push(Finding {
            file: self.sheet.name.clone(),
            line: Some(line),
            severity: Severity::Warning,
            rule,
            what: what.into(),
            remedy: remedy.into(),
        });
    }

    /// All that was remarked.
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}
