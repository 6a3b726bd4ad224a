//! The words of an HTML tree.

use ego_tree::NodeRef;
use scraper::Node;

/// All words below an element, as they stand there.
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
