//! Reads lists.

use ego_tree::NodeRef;
use scraper::{Node, node::Element};

use super::block::Block;
use super::html::HtmlReader;

impl<'a> HtmlReader<'a> {
    /// Reads a list. Children that are neither items nor lists become items, too.
    pub(super) fn list(&mut self, node: NodeRef<'a, Node>, element: &Element, depth: usize, blocks: &mut Vec<Block>) {
        let start = element.attr("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        let mut items: Vec<Vec<Block>> = Vec::new();
        for child in node.children() {
            let name = child.value().as_element().map(Element::name);
            match name {
                Some("li") if self.footnotes.is_definition(child.id()) => {}
                Some("li") => items.push(self.blocks(child, depth)),
                // A nested list often follows the item that it belongs to instead of being in it.
                Some("ul" | "ol") => {
                    let mut inner = Vec::new();
                    if let Some(element) = child.value().as_element() {
                        self.list(child, element, depth + 1, &mut inner);
                    }
                    match items.last_mut() {
                        Some(item) => item.extend(inner),
                        None => blocks.extend(inner),
                    }
                }
                Some(_) => items.push(self.blocks(child, depth)),
                None => {}
            }
        }
        items.retain(|item| !item.is_empty());
        if !items.is_empty() {
            blocks.push(Block::List((element.name() == "ol").then_some(start), items));
        }
    }
}
