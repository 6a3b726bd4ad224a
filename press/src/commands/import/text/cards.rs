//! Reads Ghost's cards and WordPress's files.

use ego_tree::NodeRef;
use scraper::{Node, node::Element};

use super::block::{Block, Inline};
use super::figures::{CASE, elements, find};
use super::html::HtmlReader;
use super::words::text_of;
use crate::commands::import::note::Note;
use crate::commands::import::plain_text::in_one_line;

impl<'a> HtmlReader<'a> {
    /// Reads a file of WordPress: its link, without the button to load it and the view of it.
    pub(super) fn file(
        &mut self,
        node: NodeRef<'a, Node>,
        element: &Element,
        depth: usize,
        blocks: &mut Vec<Block>,
    ) -> bool {
        if !element.has_class("wp-block-file", CASE) {
            return false;
        }
        let has_link =
            elements(node).any(|inner| inner.name() == "a" && !inner.has_class("wp-block-file__button", CASE));
        for inner in node.descendants() {
            let Some(part) = inner.value().as_element() else { continue };
            let is_button = has_link && part.has_class("wp-block-file__button", CASE);
            if is_button || part.name() == "object" {
                self.left_out.insert(inner.id());
            }
        }
        blocks.extend(self.blocks(node, depth));
        true
    }

    /// Reads a Ghost card that needs special treatment; returns false for anything else.
    pub(super) fn card(&mut self, node: NodeRef<'a, Node>, element: &Element, blocks: &mut Vec<Block>) -> bool {
        if element.has_class("kg-callout-emoji", CASE) {
            return true;
        }
        let Some(kind) = element.classes().find_map(|class| class.strip_prefix("kg-")?.strip_suffix("-card")) else {
            return false;
        };
        let words = |class: &str| {
            let found = find(node, |inner| inner.has_class(class, CASE));
            in_one_line(&found.map(text_of).unwrap_or_default())
        };
        let attribute = |of: &str, name: &str| {
            let found = elements(node).find(|inner| inner.name() == of).and_then(|inner| inner.attr(name));
            in_one_line(found.unwrap_or_default())
        };
        if matches!(kind, "video" | "audio" | "file" | "bookmark") {
            self.left_out.insert(node.id());
        }
        match kind {
            "bookmark" => {
                let (address, title) = (attribute("a", "href"), words("kg-bookmark-title"));
                let title = if title.is_empty() { address.clone() } else { title };
                let target = self.around.link(&address);
                let title = vec![Inline::Text(title)];
                let line = target.map_or(title.clone(), |target| vec![Inline::Link(target, title)]);
                blocks.push(Block::Paragraph(line));
                self.line(&words("kg-bookmark-description"), false, blocks);
            }
            "video" | "audio" => {
                let title = words("kg-audio-title");
                let title = if title.is_empty() { words("kg-video-title") } else { title };
                let title: Vec<Inline> = (!title.is_empty()).then_some(Inline::Text(title)).into_iter().collect();
                self.player(&attribute(kind, "src"), &title, blocks);
            }
            "file" => {
                let title: Vec<Inline> = vec![Inline::Text(words("kg-file-card-title"))];
                self.player(&attribute("a", "href"), &title, blocks);
                self.line(&words("kg-file-card-caption"), false, blocks);
            }
            "signup" | "cta" | "email" | "email-cta" => {
                self.around.note(Note::left_out(format!("a \"{kind}\" card was left out")));
                return true;
            }
            _ => return false,
        }
        let caption = find(node, |inner| inner.name() == "figcaption");
        self.line(&in_one_line(&caption.map(text_of).unwrap_or_default()), true, blocks);
        true
    }
}
