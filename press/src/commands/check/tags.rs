//! Tags that are probably misspelt.

use std::collections::{HashMap, HashSet};

use super::findings::Findings;
use super::page::CheckedPage;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::message;
use crate::diagnostics::rule::Rule;
use crate::diagnostics::spelling;

/// The fewest letters of a tag for another one to count as a misspelling of it.
const LETTERS: usize = 4;

/// Finds tags that only one story has, one edit away from a tag that two or more have.
pub fn judge(stories: &[CheckedPage], off: &[Rule]) -> Vec<Diagnostic> {
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for page in stories {
        let tags: HashSet<&str> = page.tags.iter().map(|tag| tag.value.as_str()).collect();
        tags.into_iter().for_each(|tag| *uses.entry(tag).or_default() += 1);
    }
    let neighbours = Neighbours::of(uses.iter().filter(|(_, count)| **count > 1).map(|(tag, count)| (*tag, *count)));
    let mut findings = Vec::new();
    for page in stories {
        let mut of_page = Findings::none_on(page, off);
        for tag in page.tags.iter().filter(|tag| uses.get(tag.value.as_str()) == Some(&1)) {
            if let Some((meant, count)) = neighbours.nearest(&tag.value) {
                let what = message!("no other story has the tag \"{}\"", tag.value);
                let remedy = format!("did you mean \"{meant}\", as in {count} stories?");
                of_page.add(Rule::TagSpelling, tag.line, what, remedy);
            }
        }
        findings.extend(of_page.into_findings());
    }
    findings
}

/// Tags, indexed by themselves and by what remains after removing each letter. Two words that are one edit apart share
/// at least one of these keys, so not every pair has to be compared.
struct Neighbours<'a>(HashMap<String, Vec<(&'a str, usize)>>);

impl<'a> Neighbours<'a> {
    fn of(tags: impl Iterator<Item = (&'a str, usize)>) -> Neighbours<'a> {
        let mut neighbours: HashMap<String, Vec<(&str, usize)>> = HashMap::new();
        for (tag, count) in tags.filter(|(tag, _)| tag.chars().count() >= LETTERS) {
            for rest in rests(tag) {
                neighbours.entry(rest).or_default().push((tag, count));
            }
        }
        Neighbours(neighbours)
    }

    /// The tag that was probably meant, with its number of stories; if there are several, the one with the most.
    fn nearest(&self, tag: &str) -> Option<(&'a str, usize)> {
        let found = rests(tag).into_iter().filter_map(|rest| self.0.get(&rest)).flatten();
        let near = found.filter(|(other, _)| spelling::edits(tag, other) == 1 && digits(tag) == digits(other));
        near.copied().max_by(|(one, ones), (other, others)| ones.cmp(others).then(other.cmp(one)))
    }
}

/// The tag itself, and what remains after removing each of its letters.
fn rests(tag: &str) -> HashSet<String> {
    let without =
        |place: usize| tag.chars().enumerate().filter(|(at, _)| *at != place).map(|(_, letter)| letter).collect();
    (0..tag.chars().count()).map(without).chain([String::from(tag)]).collect()
}

/// The digits of a tag. Tags whose digits differ are different tags: 2023 is not a misspelling of 2024.
fn digits(tag: &str) -> String {
    tag.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::Neighbours;

    fn nearest(tag: &str) -> Option<&'static str> {
        let known = [("transport", 5), ("port", 3), ("2024-season", 2), ("war", 9), ("opera", 2)];
        Neighbours::of(known.into_iter()).nearest(tag).map(|(tag, _)| tag)
    }

    #[test]
    fn a_tag_one_edit_away_is_found_whatever_the_edit() {
        for tag in ["trasport", "transsport", "trensport", "transprot"] {
            assert_eq!(nearest(tag), Some("transport"), "{tag}");
        }
        assert_eq!(nearest("ports"), Some("port"));
    }

    #[test]
    fn other_words_other_years_and_short_words_are_left_alone() {
        for tag in ["transit", "2023-season", "art", "operator", "sport-hall"] {
            assert_eq!(nearest(tag), None, "{tag}");
        }
    }
}
