//! The galley: all that was found, to be read by an editor or by a program.

use std::fmt;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::digest::digest;
use crate::diagnostics::rule::Rule;
use crate::diagnostics::severity::Severity;

/// All that was found.
#[derive(Debug)]
pub struct Report {
    /// How many stories were proofed, without drafts.
    pub stories: usize,
    /// Sorted by file and line.
    pub findings: Vec<Diagnostic>,
}

/// The form of [`Report::json`]; the number goes up when a program that reads it would have to be changed.
const FORMAT: u32 = 1;

impl Report {
    /// Puts the findings in order, each once.
    pub fn of(stories: usize, mut findings: Vec<Diagnostic>) -> Report {
        findings.sort();
        findings.dedup();
        Report { stories, findings }
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
        let report = JsonReport {
            format: FORMAT,
            stories: self.stories,
            errors: self.count(Severity::Error),
            warnings: self.count(Severity::Warning),
            findings: self.findings.iter().map(Entry::of).collect(),
        };
        Ok(serde_json::to_string_pretty(&report)? + "\n")
    }

    /// The schema of [`Report::json`].
    pub fn schema() -> Schema {
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<JsonReport<'_>>()
    }
}

impl fmt::Display for Report {
    /// A finding after the other, two lines each, and at last how many there are.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(formatter, "{}", written(finding))?;
        }
        writeln!(formatter, "{}", self.sum())
    }
}

impl Report {
    /// The same with many findings of one kind as one: see [`digest`](crate::diagnostics::digest).
    pub fn digest(&self) -> String {
        let digest = digest(&self.findings, written);
        let sum = self.sum();
        if digest.is_empty() { sum + "\n" } else { [&digest, "\n", &sum, "\n"].concat() }
    }

    /// How many findings there are.
    fn sum(&self) -> String {
        let count = |number: usize, one: &str, many: &str| match number {
            1 => format!("1 {one}"),
            _ => format!("{number} {many}"),
        };
        let stories = count(self.stories, "story", "stories");
        if self.findings.is_empty() {
            return format!("{stories}, nothing to mend");
        }
        let errors = count(self.count(Severity::Error), "error", "errors");
        let warnings = count(self.count(Severity::Warning), "warning", "warnings");
        format!("{errors}, {warnings} in {stories}")
    }
}

/// A finding with its severity and its rule.
fn written(finding: &Diagnostic) -> String {
    let Diagnostic { severity, rule, message, remedy, .. } = finding;
    format!("{}: {severity}: {message} [{}]\n  remedy: {remedy}", finding.place(), rule.name())
}

/// All that `press check` has found.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Report")]
struct JsonReport<'a> {
    /// Goes up when a program that reads this would have to be changed.
    #[schemars(extend("const" = FORMAT))]
    format: u32,
    /// How many stories were proofed, without drafts.
    stories: usize,
    /// How many findings the press stops at.
    errors: usize,
    /// How many findings it does not stop at.
    warnings: usize,
    /// Sorted by file and line.
    findings: Vec<Entry<'a>>,
}

/// Something in the content that an editor should look at.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct Entry<'a> {
    /// The file as an editor would name it: `content/war/x/index.md`.
    file: String,
    /// The line in the file, from 1; null where it is the file itself.
    #[schemars(range(min = 1))]
    line: Option<u32>,
    /// How bad it is.
    severity: Severity,
    /// The rule that it breaks.
    #[schemars(extend("enum" = Rule::ALL.map(Rule::name)))]
    rule: &'static str,
    /// What is wrong.
    what: &'a str,
    /// What to do about it.
    remedy: &'a str,
}

impl<'a> Entry<'a> {
    fn of(finding: &'a Diagnostic) -> Entry<'a> {
        let Diagnostic { line, severity, rule, message, remedy, .. } = finding;
        let (file, rule) = (finding.file_name(), rule.name());
        Entry { file, line: *line, severity: *severity, rule, what: message, remedy }
    }
}
