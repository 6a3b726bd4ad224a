//! Smart punctuation in a syntax tree, by the rule of the front matter.

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{Node, NodeValue};

use super::bare_addresses::is_bare_address;
use crate::locale::language::Language;
use crate::locale::typography::{Piece, typeset_pieces};

/// Sets the texts of each paragraph, heading and cell, and of each picture.
pub fn set(root: Node<'_>, language: Language) {
    let is_line = |node: &Node<'_>| {
        let value = &node.data().value;
        value.contains_inlines() || matches!(value, NodeValue::Image(_))
    };
    for node in root.descendants().filter(is_line).collect::<Vec<_>>() {
        let (mut pieces, texts) = pieces(node);
        typeset_pieces(&mut pieces, language);
        for (piece, text) in pieces.into_iter().zip(texts) {
            if let (Piece::Text(set), Some(node)) = (piece, text)
                && let NodeValue::Text(text) = &mut node.data_mut().value
            {
                *text = set.into();
            }
        }
    }
}

/// The pieces of a line, each with the node of its text, if it is one.
fn pieces<'a>(line: Node<'a>) -> (Vec<Piece>, Vec<Option<Node<'a>>>) {
    let (mut pieces, mut texts) = (Vec::new(), Vec::new());
    // The node whose content is passed over.
    let mut whole: Option<Node<'a>> = None;
    for edge in line.traverse().skip(1) {
        let node = match edge {
            NodeEdge::Start(node) if whole.is_none() => node,
            NodeEdge::End(node) => {
                whole = whole.filter(|whole| !whole.same_node(node));
                continue;
            }
            NodeEdge::Start(_) => continue,
        };
        let (piece, text) = match &node.data().value {
            NodeValue::Text(text) => (Piece::Text(text.to_string()), Some(node)),
            NodeValue::SoftBreak | NodeValue::LineBreak => (Piece::Fixed(' '), None),
            NodeValue::Escaped => {
                whole = Some(node);
                (Piece::Fixed(node.collect_text().chars().next().unwrap_or(' ')), None)
            }
            NodeValue::Code(_) => (Piece::Fixed('x'), None),
            NodeValue::Image(_) => {
                whole = Some(node);
                (Piece::Fixed('x'), None)
            }
            NodeValue::Link(link) if is_bare_address(node, link) => {
                whole = Some(node);
                (Piece::Fixed('x'), None)
            }
            _ => continue,
        };
        pieces.push(piece);
        texts.push(text);
    }
    (pieces, texts)
}
