//! Stories with the same headline or description.

use std::collections::HashMap;

use super::findings::Findings;
use super::page::CheckedPage;
use crate::content::keys::lined::Lined;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::message;
use crate::diagnostics::rule::Rule;

/// Finds stories with the same headline or description as an earlier story in the same language. Case and spaces are
/// ignored.
pub fn judge(stories: &[CheckedPage], off: &[Rule]) -> Vec<Diagnostic> {
    let mut in_order: Vec<&CheckedPage> = stories.iter().collect();
    // Stories without a date come last; the missing date is an error.
    in_order.sort_by_key(|page| (page.date.is_none(), page.date.as_ref().map(|date| date.value), &page.name));
    let headlines = later(&in_order, off, Rule::DuplicateHeadline, "headline", |page| page.headline.as_ref());
    let descriptions =
        later(&in_order, off, Rule::DuplicateDescription, "description", |page| page.description.as_ref());
    headlines.into_iter().chain(descriptions).collect()
}

fn later<'a>(
    in_order: &[&'a CheckedPage],
    off: &[Rule],
    rule: Rule,
    name: &str,
    text: impl Fn(&'a CheckedPage) -> Option<&'a Lined<String>>,
) -> Vec<Diagnostic> {
    let mut first: HashMap<(&str, String), &CheckedPage> = HashMap::new();
    let mut findings = Vec::new();
    for page in in_order {
        let Some(found) = text(page) else { continue };
        let words = found.value.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        let earlier = *first.entry((&page.language, words)).or_insert(page);
        if earlier.name != page.name {
            let mut of_page = Findings::none_on(page, off);
            let what = message!("{name} is the same as in {}", earlier.file_name()).about(name);
            of_page.add(rule, found.line, what, format!("give one of the two a different {name}"));
            findings.extend(of_page.into_findings());
        }
    }
    findings
}
