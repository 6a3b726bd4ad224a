//! Reads pictures: figures with their captions, and pictures alone.

use ego_tree::NodeRef;
use scraper::{Node, node::Element};

use super::Wanted;
use super::block::{Block, Inline, Mark};
use super::html::HtmlReader;
use super::words::text_of;
use crate::commands::import::note::Note;
use crate::commands::import::plain_text::in_one_line;

impl<'a> HtmlReader<'a> {
    /// Reads a figure: its picture with the caption, or whatever else it contains.
    pub(super) fn figure(&mut self, node: NodeRef<'a, Node>, element: &Element, depth: usize, blocks: &mut Vec<Block>) {
        if self.card(node, element, blocks) || self.file(node, element, depth, blocks) {
            return;
        }
        let has = |class: &str| element.classes().any(|own| own == class);
        if has("wp-block-pullquote") {
            let quote = find(node, |inner| inner.name() == "blockquote");
            return self.quote(quote.unwrap_or(node), true, depth, blocks);
        }
        // An iframe in it adds its own note.
        if has("wp-block-embed") && !elements(node).any(|inner| inner.name() == "iframe") {
            let address = in_one_line(&text_of(node));
            if address.starts_with("http") {
                let address = address.split(' ').next().unwrap_or_default();
                self.around.note(Note::changed(format!("the embed from {address} is now a link")));
            }
        }
        let caption = caption_of(node);
        let is_whole = has("press-caption") && caption.is_none();
        let line = in_one_line(&caption.or(is_whole.then_some(node)).map(text_of).unwrap_or_default());
        let pictures = elements(node).filter(|inner| inner.name() == "img").count();
        if pictures == 1 {
            self.caption.clone_from(&line);
        }
        let mut inner = Vec::new();
        if is_whole {
            elements(node).filter(|inner| inner.name() == "img").for_each(|picture| self.image(picture, &mut inner));
        } else {
            self.left_out.extend(caption.map(|caption| caption.id()));
            inner = self.blocks(node, depth);
        }
        self.caption.clear();
        let is_empty = inner.is_empty();
        blocks.extend(inner);
        if pictures != 1 && !is_empty {
            self.line(&line, true, blocks);
        }
    }

    /// Reads a picture.
    pub(super) fn image(&mut self, element: &Element, blocks: &mut Vec<Block>) {
        let attribute = |name| element.attr(name).map(in_one_line).filter(|value| !value.is_empty());
        let is_dot = |name| element.attr(name).is_some_and(|size| matches!(size.trim(), "0" | "1"));
        if is_dot("width") && is_dot("height") {
            return;
        }
        let id = element.classes().find_map(|class| class.strip_prefix("wp-image-")).map(String::from);
        // With lazy loading, the address is in another attribute.
        let late = ["data-src", "data-lazy-src", "data-original"].into_iter().find_map(attribute);
        let address = attribute("src").filter(|source| !source.starts_with("data:")).or(late).unwrap_or_default();
        let caption = std::mem::take(&mut self.caption);
        if address.is_empty() && id.is_none() {
            self.around.note(Note::left_out("a picture without an address was left out"));
            return;
        }
        let alt = attribute("alt").or_else(|| attribute("title")).unwrap_or_default();
        self.shown.insert(address.clone());
        self.show(Wanted { address, id, alt, caption }, blocks);
    }

    fn show(&mut self, wanted: Wanted, blocks: &mut Vec<Block>) {
        match self.around.picture(wanted.clone()) {
            Some(figure) => blocks.push(Block::Figure(figure)),
            None => self.picture_elsewhere(wanted, blocks),
        }
    }

    /// A picture on another site that is not shown becomes a link to it, above its caption.
    fn picture_elsewhere(&mut self, wanted: Wanted, blocks: &mut Vec<Block>) {
        let Some(target) = self.around.elsewhere(&wanted.address) else { return };
        let words = [&wanted.alt, &wanted.caption, &target].into_iter().find(|words| !words.is_empty());
        let words = words.cloned().unwrap_or_default();
        let is_said = wanted.caption == words;
        blocks.push(Block::Paragraph(vec![Inline::Link(target, vec![Inline::Text(words)])]));
        if !is_said {
            self.line(&wanted.caption, true, blocks);
        }
    }

    /// Reads the pictures that a page shows without scripts, unless the text has them already.
    pub(super) fn without_script(&mut self, node: NodeRef<'a, Node>, blocks: &mut Vec<Block>) {
        for picture in elements(node).filter(|inner| inner.name() == "img") {
            let address = in_one_line(picture.attr("src").unwrap_or_default());
            if !address.is_empty() && !self.shown.contains(&address) {
                self.image(picture, blocks);
            }
        }
    }

    /// Reads a picture behind words: that of a cover is taken, others are noted.
    pub(super) fn background(&mut self, element: &Element, blocks: &mut Vec<Block>) {
        let Some((_, rest)) = element.attr("style").and_then(|style| style.split_once("url(")) else { return };
        let address = in_one_line(rest.split(')').next().unwrap_or_default().trim_matches(['"', '\'', ' ']));
        if address.is_empty() || address.starts_with("data:") {
            return;
        }
        if element.classes().any(|class| class.starts_with("wp-block-cover") || class == "wp-block-media-text__media") {
            self.shown.insert(address.clone());
            self.show(Wanted { address, ..Wanted::default() }, blocks);
        } else {
            self.around.note(Note::left_out(format!("the picture {address} behind a part of the text was left out")));
        }
    }

    /// Adds a paragraph of plain words, such as a caption.
    pub(super) fn line(&mut self, line: &str, is_caption: bool, blocks: &mut Vec<Block>) {
        if line.is_empty() {
            return;
        }
        let mut words = Vec::new();
        self.text(line, &mut words);
        let words = if is_caption { vec![Inline::Marked(Mark::Emphasis, words)] } else { words };
        blocks.push(Block::Paragraph(words));
    }
}

pub(super) const CASE: scraper::CaseSensitivity = scraper::CaseSensitivity::CaseSensitive;

pub(super) fn elements<'a>(node: NodeRef<'a, Node>) -> impl Iterator<Item = &'a Element> {
    node.descendants().filter_map(|inner| inner.value().as_element())
}

pub(super) fn find<'a>(node: NodeRef<'a, Node>, is: impl Fn(&Element) -> bool) -> Option<NodeRef<'a, Node>> {
    node.descendants().find(|inner| inner.value().as_element().is_some_and(&is))
}

/// The caption of a figure itself, not of one in it.
fn caption_of(figure: NodeRef<'_, Node>) -> Option<NodeRef<'_, Node>> {
    let is_figure = |node: &NodeRef<'_, Node>| {
        let is = |element: &Element| element.name() == "figure" || element.has_class("wp-caption", CASE);
        node.value().as_element().is_some_and(is)
    };
    let is_caption = |element: &Element| element.name() == "figcaption" || element.has_class("wp-caption-text", CASE);
    let captions = figure.descendants().skip(1).filter(|inner| inner.value().as_element().is_some_and(is_caption));
    let is_own = |caption: &NodeRef<'_, Node>| {
        let mut between = caption.ancestors().take_while(|above| above.id() != figure.id());
        !between.any(|above| is_figure(&above))
    };
    captions.into_iter().find(is_own)
}
