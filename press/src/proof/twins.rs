//! Stories that cannot be told apart by what is shown of them.

use std::collections::HashMap;

use super::finding::Finding;
use super::remarks::Remarks;
use super::sheet::Sheet;
use crate::lined::Lined;
use crate::message::message;
use crate::rule::Rule;

/// Finds stories with the headline or the description of an earlier one in the same language. Capitals and spaces make no
/// difference.
pub fn judge(stories: &[Sheet], off: &[Rule]) -> Vec<Finding> {
    let mut in_order: Vec<&Sheet> = stories.iter().collect();
    // Those without a date are last; it is an error.
    in_order.sort_by_key(|sheet| (sheet.date.is_none(), sheet.date.as_ref().map(|date| date.value), &sheet.name));
    let headlines = later(&in_order, off, Rule::DuplicateHeadline, "headline", |sheet| sheet.headline.as_ref());
    let descriptions =
        later(&in_order, off, Rule::DuplicateDescription, "description", |sheet| sheet.description.as_ref());
    headlines.into_iter().chain(descriptions).collect()
}

fn later<'a>(
    in_order: &[&'a Sheet],
    off: &[Rule],
    rule: Rule,
    name: &str,
    text: impl Fn(&'a Sheet) -> Option<&'a Lined<String>>,
) -> Vec<Finding> {
    let mut first: HashMap<(&str, String), &Sheet> = HashMap::new();
    let mut findings = Vec::new();
    for sheet in in_order {
        let Some(found) = text(sheet) else { continue };
        let words = found.value.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        let earlier = *first.entry((&sheet.language, words)).or_insert(sheet);
        if earlier.name != sheet.name {
            let mut remarks = Remarks::none_on(sheet, off);
            let what = message!("{name} is the same as in {}", earlier.file_name()).about(name);
            remarks.add(rule, found.line, what, format!("give one of the two a {name} of its own"));
            findings.extend(remarks.into_findings());
        }
    }
    findings
}
