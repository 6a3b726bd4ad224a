//! The ids that authors give headings: `## The lamp {#lamp}`, as in Hugo, Zola and Pandoc, or `{: #lamp}` as in Jekyll.

use std::collections::HashMap;

use comrak::nodes::{Node, NodeValue};

use crate::locale::letters::without_stress;

/// The id that an author has given a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingId {
    /// The id.
    pub id: String,
}

/// Takes the ids off the headings of a text. Returns them by the line of the text on which their heading starts.
pub fn take_all(root: Node<'_>) -> HashMap<usize, HeadingId> {
    let headings = root.descendants().filter(|node| matches!(node.data().value, NodeValue::Heading(_)));
    headings.filter_map(|heading| Some((heading.data().sourcepos.start.line, take(heading)?))).collect()
}

/// Takes the id off a heading, if it has one and nothing else in braces.
fn take(heading: Node<'_>) -> Option<HeadingId> {
    let last = heading.last_child()?;
    let mut data = last.data_mut();
    let NodeValue::Text(text) = &mut data.value else { return None };
    let begin = text.rfind('{')?;
    let inside = text[begin..].trim_end().strip_prefix('{')?.strip_suffix('}')?;
    let id = inside.strip_prefix(':').unwrap_or(inside).trim().strip_prefix('#')?;
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_.:".contains(letter) || !letter.is_ascii();
    if id.is_empty() || !id.chars().all(is_plain) || id.chars().any(char::is_whitespace) {
        return None;
    }
    let id = without_stress(id).into_owned();
    let words = text[..begin].trim_end().len();
    text.to_mut().truncate(words);
    Some(HeadingId { id })
}

#[cfg(test)]
mod tests {
    use comrak::Arena;

    use super::super::tree::Tree;
    use crate::locale::language::Language;

    fn id(heading: &str) -> Option<(String, String)> {
        let arena = Arena::new();
        let mut tree = Tree::parse(&arena, heading, Language::of("en"));
        Some((tree.heading_ids.remove(&1)?.id, tree.root.first_child()?.collect_text()))
    }

    #[test]
    fn an_id_of_its_own_is_taken_off_a_heading() {
        for (heading, expected) in [
            ("## The lamp {#lamp}", Some(("lamp", "The lamp"))),
            ("## The *lamp* {#the--lamp_2} ##", Some(("the--lamp_2", "The lamp"))),
            ("The lamp {: #маяк}\n---", Some(("маяк", "The lamp"))),
            ("## {#lamp}", Some(("lamp", ""))),
            ("## The lamp \\{#lamp}", None),
            ("## The lamp `{#lamp}`", None),
            ("## The lamp {#lamp .wide}", None),
            ("## The lamp {.wide}", None),
            ("## The lamp {#}", None),
            ("## The {#lamp} lamp", None),
        ] {
            let expected = expected.map(|(id, words)| (String::from(id), String::from(words)));
            assert_eq!(id(heading), expected, "{heading}");
        }
    }
}
