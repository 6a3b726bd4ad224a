//! The report of `press check`, as text for editors and as JSON for programs.

use std::fmt;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::digest::digest;
use crate::diagnostics::escaped::{escaped, escaped_json};
use crate::diagnostics::rule::Rule;
use crate::diagnostics::severity::Severity;

/// The findings of `press check`.
#[derive(Debug)]
pub struct Report {
    /// The number of stories checked, not counting drafts that were left out.
    pub stories: usize,
    /// Sorted by file and line.
    pub findings: Vec<Diagnostic>,
}

/// The version of [`Report::json`]; incremented when programs that read it would have to change.
const FORMAT: u32 = 1;

impl Report {
    /// Sorts the findings and removes duplicates.
    pub fn of(stories: usize, mut findings: Vec<Diagnostic>) -> Report {
        findings.sort();
        findings.dedup();
        Report { stories, findings }
    }

    /// The number of findings with this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// The report as JSON, for programs; `docs/check.md` describes it.
    ///
    /// # Errors
    /// It cannot be serialized, which does not happen.
    pub fn json(&self) -> serde_json::Result<String> {
        let report = JsonReport {
            format: FORMAT,
            stories: self.stories,
            errors: self.count(Severity::Error),
            warnings: self.count(Severity::Warning),
            findings: self.findings.iter().map(JsonFinding::of).collect(),
        };
        Ok(escaped_json(&serde_json::to_string_pretty(&report)?) + "\n")
    }

    /// The JSON Schema of [`Report::json`].
    pub fn schema() -> Schema {
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<JsonReport<'_>>()
    }
}

impl fmt::Display for Report {
    /// Two lines for each finding, then the totals.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(formatter, "{}", written(finding))?;
        }
        writeln!(formatter, "{}", self.sum())
    }
}

impl Report {
    /// The report with many findings of one kind grouped: see [`digest`](crate::diagnostics::digest).
    pub fn digest(&self) -> String {
        let digest = digest(&self.findings, written);
        let sum = self.sum();
        if digest.is_empty() { sum + "\n" } else { [&digest, "\n", &sum, "\n"].concat() }
    }

    /// The last line: the number of findings and stories.
    fn sum(&self) -> String {
        let count = |number: usize, one: &str, many: &str| match number {
            1 => format!("1 {one}"),
            _ => format!("{number} {many}"),
        };
        let stories = count(self.stories, "story", "stories");
        if self.findings.is_empty() {
            return format!("{stories}, no problems");
        }
        let errors = count(self.count(Severity::Error), "error", "errors");
        let warnings = count(self.count(Severity::Warning), "warning", "warnings");
        format!("{errors}, {warnings} in {stories}")
    }
}

/// A finding with its severity and rule.
fn written(finding: &Diagnostic) -> String {
    let Diagnostic { severity, rule, message, remedy, .. } = finding;
    format!("{}: {severity}: {message} [{}]\n  remedy: {}", finding.place(), rule.name(), escaped(remedy))
}

/// The report of `press check`.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Report")]
struct JsonReport<'a> {
    /// Incremented when programs that read this would have to change.
    #[schemars(extend("const" = FORMAT))]
    format: u32,
    /// The number of stories checked, not counting drafts that were left out.
    stories: usize,
    /// The number of findings that stop a build.
    errors: usize,
    /// The number of findings that do not stop a build.
    warnings: usize,
    /// Sorted by file and line.
    findings: Vec<JsonFinding<'a>>,
}

/// Something in the content that an editor should look at.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct JsonFinding<'a> {
    /// The file as an editor would name it: `content/war/x/index.md`.
    file: String,
    /// The line in the file, from 1; null if the finding is about the file as a whole.
    #[schemars(range(min = 1))]
    line: Option<u32>,
    /// How serious the finding is.
    severity: Severity,
    /// The rule that it breaks.
    #[schemars(extend("enum" = Rule::ALL.map(Rule::name)))]
    rule: &'static str,
    /// What is wrong.
    what: &'a str,
    /// How to fix it.
    remedy: &'a str,
}

impl<'a> JsonFinding<'a> {
    fn of(finding: &'a Diagnostic) -> JsonFinding<'a> {
        let Diagnostic { line, severity, rule, message, remedy, .. } = finding;
        let (file, rule) = (finding.file_name(), rule.name());
        JsonFinding { file, line: *line, severity: *severity, rule, what: message, remedy }
    }
}
