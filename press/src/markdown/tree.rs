//! The syntax tree of a text: comrak's, with smart punctuation, bare addresses without the marks after them, single
//! tildes as written, ids of headings set apart, and footnotes at the end in the order of their numbers.

use std::collections::HashMap;

use comrak::Arena;
use comrak::nodes::{Node, NodeValue};

use super::bare_addresses;
use super::footnotes::{self, FootnoteFault};
use super::heading_id::{self, HeadingId};
use super::options::options;
use super::punctuation;
use super::text_node::text_node;
use crate::content::shown::mark_in;
use crate::locale::language::Language;

/// The syntax tree of a text.
pub struct Tree<'a> {
    /// Its root.
    pub root: Node<'a>,
    /// The ids that headings have of their own, by the line of the text on which the heading starts.
    pub heading_ids: HashMap<usize, HeadingId>,
    /// What is wrong with its footnotes.
    pub footnote_faults: Vec<FootnoteFault>,
    /// Markup of other programs in its words, by the line of the text.
    pub marks: Vec<(usize, String)>,
}

impl<'a> Tree<'a> {
    /// Parses a text.
    pub fn parse(arena: &'a Arena<'a>, text: &str, language: Language) -> Tree<'a> {
        let root = comrak::parse_document(arena, text, &options());
        bare_addresses::shorten(root, arena);
        let footnote_faults = footnotes::arrange(root);
        let heading_ids = heading_id::take_all(root);
        let marks = marks(root);
        restore_tildes(root, arena);
        punctuation::set(root, language);
        merge_texts(root);
        Tree { root, heading_ids, footnote_faults, marks }
    }
}

/// Markup of other programs in words, where no character of it is escaped: escaped ones are still nodes of their own.
fn marks(root: Node<'_>) -> Vec<(usize, String)> {
    let mark = |node: Node<'_>| {
        let data = node.data();
        let NodeValue::Text(text) = &data.value else { return None };
        Some((data.sourcepos.start.line, String::from(mark_in(text)?)))
    };
    root.descendants().filter_map(mark).collect()
}

/// Replaces what single tildes enclose with the tildes and their content: `5~7` is a price, only `~~5~~` is struck out.
fn restore_tildes<'a>(root: Node<'a>, arena: &'a Arena<'a>) {
    let enclosed: Vec<Node<'a>> =
        root.descendants().filter(|node| matches!(node.data().value, NodeValue::Subscript)).collect();
    for node in enclosed {
        node.insert_before(text_node(arena, "~", node));
        for child in node.children().collect::<Vec<_>>() {
            node.insert_before(child);
        }
        node.insert_before(text_node(arena, "~", node));
        node.detach();
    }
}

/// Merges each text with those that follow it, and with characters that were escaped.
fn merge_texts(root: Node<'_>) {
    let nodes: Vec<Node<'_>> = root.descendants().collect();
    for escaped in nodes.iter().filter(|node| matches!(node.data().value, NodeValue::Escaped)) {
        for child in escaped.children().collect::<Vec<_>>() {
            escaped.insert_before(child);
        }
        escaped.detach();
    }
    for node in nodes {
        if node.parent().is_none() || !matches!(node.data().value, NodeValue::Text(_)) {
            continue;
        }
        while let Some(next) = node.next_sibling().filter(|next| matches!(next.data().value, NodeValue::Text(_))) {
            next.detach();
            if let (NodeValue::Text(text), NodeValue::Text(more)) = (&mut node.data_mut().value, &next.data().value) {
                text.to_mut().push_str(more);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use comrak::Arena;
    use comrak::nodes::{Node, NodeValue};

    use super::Tree;
    use crate::locale::language::Language;

    /// Each text, link and struck-out text of `markdown`, as far as it is one.
    fn leaves(markdown: &str) -> Vec<String> {
        let arena = Arena::new();
        let show = |node: Node<'_>| match &node.data().value {
            NodeValue::Text(text) => Some(text.to_string()),
            NodeValue::Link(link) => Some(format!("<{}>", link.url)),
            NodeValue::Strikethrough => Some(String::from("~~")),
            _ => None,
        };
        Tree::parse(&arena, markdown, Language::of("en")).root.descendants().filter_map(show).collect()
    }

    #[test]
    fn only_two_tildes_strike_out() {
        assert_eq!(leaves("5~7 USD, then 100~200 km"), ["5~7 USD, then 100~200 km"]);
        assert_eq!(leaves("(~2000) and (~5000), ~*five*~"), ["(~2000) and (~5000), ~", "five", "~"]);
        assert_eq!(leaves("~~old~~ new"), ["~~", "old", " new"]);
    }

    #[test]
    fn an_escaped_sign_stays_as_it_is() {
        assert_eq!(leaves("\\\"a\\\" \"b\" c\\-- d\\~e\\~"), ["\"a\" “b” c-- d~e~"]);
    }
}
