//! Finds footnotes: a reference is a superscript link to an item of a list at the end of the text.

use std::collections::{HashMap, HashSet};

use ego_tree::{NodeId, NodeRef};
use scraper::{Html, Node, node::Element};

use super::block::Block;
use super::words::text_of;

/// The footnotes of one text.
pub struct Footnotes<'a> {
    /// The list items with their texts, by id.
    within: HashMap<String, NodeRef<'a, Node>>,
    definitions: HashSet<NodeId>,
    /// The ids referred to so far, in order of the first reference.
    asked: Vec<String>,
    /// The indices of these ids.
    indices: HashMap<String, usize>,
    /// The texts read so far, in the same order.
    pub read: Vec<Vec<Block>>,
}

impl<'a> Footnotes<'a> {
    /// Finds the footnotes of a text.
    pub fn of(tree: &'a Html) -> Footnotes<'a> {
        let mut footnotes = Footnotes {
            within: HashMap::new(),
            definitions: HashSet::new(),
            asked: Vec::new(),
            indices: HashMap::new(),
            read: Vec::new(),
        };
        let nodes = || tree.tree.nodes().filter_map(|node| Some((node, node.value().as_element()?)));
        let items: HashMap<&str, NodeRef<'a, Node>> = nodes()
            .filter(|(_, element)| element.name() == "li")
            .filter_map(|(node, element)| Some((element.id()?, node)))
            .collect();
        for (node, _) in nodes() {
            if let Some(place) = reference_of(node)
                && let Some(item) = items.get(place)
            {
                footnotes.within.insert(place.into(), *item);
                footnotes.definitions.insert(item.id());
            }
        }
        footnotes
    }

    /// Whether this element is the text of a footnote.
    pub fn is_definition(&self, node: NodeId) -> bool {
        self.definitions.contains(&node)
    }

    /// The index of the footnote that this element refers to.
    pub fn reference(&mut self, node: NodeRef<'a, Node>) -> Option<usize> {
        let place = reference_of(node)?;
        self.within.get(place)?;
        let next = self.asked.len();
        let index = *self.indices.entry(place.into()).or_insert(next);
        if index == next {
            self.asked.push(place.into());
        }
        Some(index)
    }

    /// The list item of the next footnote to read, if a footnote that was referred to has not been read yet.
    pub fn next_asked(&self) -> Option<NodeRef<'a, Node>> {
        let place = self.asked.get(self.read.len())?;
        self.within.get(place).copied()
    }
}

/// The id that a footnote reference links to. A reference is a `sup` with a link within the page, a link that
/// contains a `sup`, or a link marked as a footnote reference.
fn reference_of(node: NodeRef<'_, Node>) -> Option<&str> {
    let element = node.value().as_element()?;
    let link = match element.name() {
        "sup" => {
            let mut links = node.descendants().filter_map(|inner| inner.value().as_element());
            links.find(|inner| inner.name() == "a")?
        }
        "a" if says_so(element) || node.children().any(|child| is_sup(child)) => element,
        _ => return None,
    };
    let place = link.attr("href")?.strip_prefix('#').filter(|place| !place.is_empty())?;
    (text_of(node).trim().chars().count() <= 6).then_some(place)
}

fn says_so(link: &Element) -> bool {
    link.attr("role") == Some("doc-noteref") || link.classes().any(|class| class.contains("footnote-ref"))
}

fn is_sup(node: NodeRef<'_, Node>) -> bool {
    node.value().as_element().is_some_and(|element| element.name() == "sup")
}
