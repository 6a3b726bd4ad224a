//! Footnotes in their places: at the end of the text, in the order of their numbers. What authors get wrong about them
//! would cost readers words, so it is a fault.

use std::collections::{HashMap, HashSet};

use comrak::nodes::{Node, NodeValue};

/// What is wrong with a footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FootnoteFault {
    /// The line of the text, from 1.
    pub line: usize,
    /// The name, as written.
    pub name: String,
    /// What is wrong.
    pub kind: FootnoteFaultKind,
}

/// What can be wrong with a footnote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FootnoteFaultKind {
    /// Another footnote above has the same name, on this line of the text.
    Twice(usize),
    /// Nothing in the text refers to it.
    Unused,
    /// The text refers to a footnote that there is not.
    Missing,
}

/// Puts the footnotes that are referred to at the end of the text, in the order of their numbers, and removes the
/// others. Of several with one name, the first one counts.
pub fn arrange(root: Node<'_>) -> Vec<FootnoteFault> {
    let mut faults = missing(root);
    let nodes: Vec<Node<'_>> = root.descendants().collect();
    let defined = nodes.iter().filter_map(|node| match &node.data().value {
        NodeValue::FootnoteDefinition(footnote) => Some(key(&footnote.name)),
        _ => None,
    });
    let numbers = number_references(&nodes, &defined.collect(), &mut faults);
    let mut first_lines: HashMap<String, usize> = HashMap::new();
    let mut used: Vec<(u32, Node<'_>)> = Vec::new();
    for node in nodes {
        let line = node.data().sourcepos.start.line;
        let NodeValue::FootnoteDefinition(footnote) = &mut node.data_mut().value else { continue };
        let (name, key) = (footnote.name.clone(), key(&footnote.name));
        let first = *first_lines.entry(key.clone()).or_insert(line);
        match numbers.get(&key) {
            _ if first != line => faults.push(FootnoteFault { line, name, kind: FootnoteFaultKind::Twice(first) }),
            Some((number, count)) => {
                footnote.total_references = *count;
                used.push((*number, node));
            }
            None => faults.push(FootnoteFault { line, name, kind: FootnoteFaultKind::Unused }),
        }
    }
    let is_note = |node: &Node<'_>| matches!(node.data().value, NodeValue::FootnoteDefinition(_));
    for node in root.descendants().filter(is_note).collect::<Vec<_>>() {
        node.detach();
    }
    used.sort_by_key(|(number, _)| *number);
    for (_, node) in used {
        root.append(node);
    }
    faults.sort_by_key(|fault| fault.line);
    faults
}

/// Numbers the references in order. Returns the number of each footnote, and how many references it has.
fn number_references(
    nodes: &[Node<'_>],
    defined: &HashSet<String>,
    faults: &mut Vec<FootnoteFault>,
) -> HashMap<String, (u32, u32)> {
    let mut numbers: HashMap<String, (u32, u32)> = HashMap::new();
    for node in nodes {
        let line = node.data().sourcepos.start.line;
        let NodeValue::FootnoteReference(reference) = &mut node.data_mut().value else { continue };
        let key = key(&reference.name);
        if !defined.contains(&key) {
            faults.push(FootnoteFault { line, name: reference.name.clone(), kind: FootnoteFaultKind::Missing });
            continue;
        }
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX) + 1;
        let (number, count) = numbers.entry(key).or_insert((next, 0));
        *count += 1;
        (reference.ix, reference.ref_num) = (*number, *count);
    }
    numbers
}

/// References to footnotes that there are not: comrak leaves them as text.
fn missing(root: Node<'_>) -> Vec<FootnoteFault> {
    let mut faults = Vec::new();
    let mut seen = HashSet::new();
    for node in root.descendants() {
        let data = node.data();
        let NodeValue::Text(text) = &data.value else { continue };
        let mut rest = &**text;
        while let Some((_, after)) = rest.split_once("[^") {
            rest = after;
            let Some((name, _)) = after.split_once(']') else { break };
            let is_name = !name.is_empty() && !name.contains(|letter: char| letter.is_whitespace() || letter == '[');
            if is_name && seen.insert(String::from(name)) {
                let (line, name) = (data.sourcepos.start.line, String::from(name));
                faults.push(FootnoteFault { line, name, kind: FootnoteFaultKind::Missing });
            }
        }
    }
    faults
}

/// What two names of one footnote have in common.
fn key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use comrak::Arena;
    use comrak::nodes::{Node, NodeValue};

    use super::super::tree::Tree;
    use super::FootnoteFaultKind::{Missing, Twice, Unused};
    use super::{FootnoteFault, FootnoteFaultKind};
    use crate::locale::language::Language;

    /// The texts of the footnotes in order, and the faults.
    fn footnotes(text: &str) -> (Vec<String>, Vec<FootnoteFault>) {
        let arena = Arena::new();
        let tree = Tree::parse(&arena, text, Language::of("en"));
        let is_note = |node: &Node<'_>| matches!(node.data().value, NodeValue::FootnoteDefinition(_));
        (tree.root.children().filter(is_note).map(|note| note.collect_text()).collect(), tree.footnote_faults)
    }

    fn fault(line: usize, name: &str, kind: FootnoteFaultKind) -> FootnoteFault {
        FootnoteFault { line, name: String::from(name), kind }
    }

    #[test]
    fn footnotes_stand_in_the_order_of_their_numbers() {
        let (notes, faults) = footnotes("A[^b], b[^a], a[^b].\n\n[^a]: The lamp.\n\n[^b]: The port.\n");
        assert_eq!((notes, faults), (vec![String::from("The port."), String::from("The lamp.")], vec![]));
    }

    #[test]
    fn a_reference_may_follow_an_address() {
        let (notes, faults) = footnotes("See https://example.org/a[^a], b[^b].\n\n[^b]: The port.\n\n[^a]: The lamp.\n");
        assert_eq!((notes, faults), (vec![String::from("The lamp."), String::from("The port.")], vec![]));
        assert_eq!(footnotes("See https://example.org/a[^a].").1, [fault(1, "a", Missing)]);
    }

    #[test]
    fn of_two_footnotes_with_one_name_the_first_counts_and_the_second_is_a_fault() {
        let (notes, faults) = footnotes("A[^a], b[^b].\n\n[^a]: One.\n\n[^A]: Two.\n\n[^b]: The port.\n");
        assert_eq!(notes, ["One.", "The port."]);
        assert_eq!(faults, [fault(5, "A", Twice(3))]);
    }

    #[test]
    fn a_footnote_without_reference_and_a_reference_without_footnote_are_faults() {
        let (notes, faults) = footnotes("A[^a], b[^x].\n\n[^a]: One.\n\n[^b]: Two.\n");
        assert_eq!(notes, ["One."]);
        assert_eq!(faults, [fault(1, "x", Missing), fault(5, "b", Unused)]);
        assert_eq!(footnotes("Write \\[^x] or `[^y]`.").1, []);
    }
}
