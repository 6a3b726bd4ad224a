//! The galley: all that was found, to be read by an editor or by a program.

use std::fmt;

use serde::Serialize;

use super::finding::Finding;
use super::severity::Severity;

/// All that was found.
#[derive(Debug)]
pub struct Galley {
    /// How many stories were proofed, without drafts.
    pub stories: usize,
    /// Sorted by file and line.
    pub findings: Vec<Finding>,
}

/// The form of [`Galley::json`]; the number goes up when a program that reads it would have to be changed.
const FORMAT: u32 = 1;

impl Galley {
    /// Puts the findings in order, each once.
    pub fn of(stories: usize, mut findings: Vec<Finding>) -> Galley {
        findings.sort();
        findings.dedup();
        Galley { stories, findings }
    }

    /// How many findings are so bad.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// The galley for programs: `docs/check.md` says what is where.
    ///
    /// # Errors
    /// None that is known: there is nothing in it that is no JSON.
    pub fn json(&self) -> serde_json::Result<String> {
        let report = Report {
            format: FORMAT,
            stories: self.stories,
            errors: self.count(Severity::Error),
            warnings: self.count(Severity::Warning),
            findings: self.findings.iter().map(Entry::of).collect(),
        };
        Ok(serde_json::to_string_pretty(&report)? + "\n")
    }
}

impl fmt::Display for Galley {
    /// A finding after the other, two lines each, and at last how many there are.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(formatter, "{finding}")?;
        }
        let count = |number: usize, one: &str, many: &str| match number {
            1 => format!("1 {one}"),
            _ => format!("{number} {many}"),
        };
        let stories = count(self.stories, "story", "stories");
        if self.findings.is_empty() {
            return writeln!(formatter, "{stories}, nothing to mend");
        }
        let errors = count(self.count(Severity::Error), "error", "errors");
        let warnings = count(self.count(Severity::Warning), "warning", "warnings");
        writeln!(formatter, "{errors}, {warnings} in {stories}")
    }
}

/// The whole as JSON.
#[derive(Serialize)]
struct Report<'a> {
    format: u32,
    stories: usize,
    errors: usize,
    warnings: usize,
    findings: Vec<Entry<'a>>,
}

/// A finding as JSON.
#[derive(Serialize)]
struct Entry<'a> {
    file: String,
    line: Option<u32>,
    severity: Severity,
    rule: &'static str,
    what: &'a str,
    remedy: &'a str,
}

impl<'a> Entry<'a> {
    fn of(finding: &'a Finding) -> Entry<'a> {
        let Finding { line, severity, rule, what, remedy, .. } = finding;
        Entry { file: finding.file_name(), line: *line, severity: *severity, rule: rule.name(), what, remedy }
    }
}
