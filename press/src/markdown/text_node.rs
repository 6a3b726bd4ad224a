//! New nodes of a syntax tree.

use comrak::Arena;
use comrak::nodes::{AstNode, Node, NodeValue};

/// A new node for a piece of text, at the place of another node.
pub fn text_node<'a>(arena: &'a Arena<'a>, text: &str, like: Node<'a>) -> Node<'a> {
    let node = arena.alloc(AstNode::from(NodeValue::Text(String::from(text).into())));
    node.data_mut().sourcepos = like.data().sourcepos;
    node
}
