//! Figures: a picture alone in its paragraph, with caption and credit.

use comrak::nodes::{Node, NodeValue};

/// Separates the caption of a picture from its credit.
pub const CREDIT: &str = " | ";

/// Whether the block is a paragraph that contains a picture and nothing else.
pub fn is_figure(block: Node<'_>) -> bool {
    let mut children = block.children();
    let first = children.next();
    matches!(block.data().value, NodeValue::Paragraph)
        && children.next().is_none()
        && first.is_some_and(|child| matches!(child.data().value, NodeValue::Image(_)))
}
