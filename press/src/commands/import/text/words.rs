//! The text of an HTML tree.

use ego_tree::NodeRef;
use scraper::Node;

/// The text content of an element, unchanged; `br` becomes a line feed.
pub fn text_of(node: NodeRef<'_, Node>) -> String {
    let mut text = String::new();
    for inner in node.descendants() {
        match inner.value() {
            Node::Text(words) => text.push_str(words),
            Node::Element(element) if element.name() == "br" => text.push('\n'),
            _ => {}
        }
    }
    text
}
