//! Reads inline content: text, marks, links, code.

use ego_tree::NodeRef;
use scraper::{Node, node::Element};
use url::Url;

use super::block::{Inline, Mark};
use super::elements::{BLOCKS, CONTROLS, SILENT};
use super::html::{DEEPEST, HtmlReader};
use super::words::text_of;
use crate::commands::import::note::Note;
use crate::commands::import::plain_text::in_one_line;

/// Characters used for links from a footnote back to the text.
const BACK: &str = "↩↑^⤴\u{fe0e}\u{fe0f} ";

impl<'a> HtmlReader<'a> {
    /// The inline content of an element; of blocks in it only the text is kept.
    pub(super) fn pieces(&mut self, parent: NodeRef<'a, Node>, depth: usize) -> Vec<Inline> {
        let mut line = Vec::new();
        for child in parent.children() {
            self.inline(child, depth + 1, &mut line);
        }
        line
    }

    pub(super) fn inline(&mut self, node: NodeRef<'a, Node>, depth: usize, line: &mut Vec<Inline>) {
        let element = match node.value() {
            Node::Text(text) => return self.text(text, line),
            Node::Element(element) => element,
            _ => return,
        };
        if depth > DEEPEST {
            return self.text(&text_of(node), line);
        }
        let name = element.name();
        if self.left_out.contains(&node.id()) {
            return;
        }
        // Players without a place are found at the end.
        if !["iframe", "embed", "object", "video", "audio"].contains(&name) {
            self.leave_out(node, element);
        }
        if SILENT.contains(&name) || CONTROLS.contains(&name) {
            return;
        }
        if let Some(number) = self.footnotes.reference(node) {
            return line.push(Inline::Note(number));
        }
        let mark = match name {
            "br" => return line.push(Inline::Break),
            "img" => return line.push(Inline::Text(String::from(element.attr("alt").unwrap_or_default()))),
            "code" | "tt" => {
                let code = in_one_line(&text_of(node));
                line.extend((!code.is_empty()).then_some(Inline::Code(code)));
                return;
            }
            "a" => return self.link(node, element, depth, line),
            "em" | "i" | "cite" | "dfn" => Mark::Emphasis,
            "strong" | "b" => Mark::Strong,
            "del" | "s" | "strike" => Mark::Struck,
            "sub" => Mark::Element("sub"),
            "sup" => Mark::Element("sup"),
            "kbd" => Mark::Element("kbd"),
            "mark" => Mark::Element("mark"),
            "small" => Mark::Element("small"),
            "ins" => Mark::Element("ins"),
            "u" => Mark::Element("u"),
            "q" => Mark::Element("q"),
            _ => {
                if BLOCKS.contains(&name) {
                    line.push(Inline::Text(String::from(" ")));
                }
                let inner = self.pieces(node, depth);
                line.extend(inner);
                if BLOCKS.contains(&name) {
                    line.push(Inline::Text(String::from(" ")));
                }
                return;
            }
        };
        let inner = self.pieces(node, depth);
        line.push(Inline::Marked(mark, inner));
    }

    fn link(&mut self, node: NodeRef<'a, Node>, element: &Element, depth: usize, line: &mut Vec<Inline>) {
        let href = in_one_line(element.attr("href").unwrap_or_default());
        let label = text_of(node);
        let has_words = label.chars().any(|letter| !letter.is_whitespace());
        if has_words && href.starts_with('#') && label.chars().all(|letter| BACK.contains(letter)) {
            return;
        }
        let target = match href.strip_prefix('#') {
            _ if self.in_link || !has_words => None,
            Some(place) => {
                self.asked_for_places = true;
                self.places.get(place).map(|place| ["#", place].concat())
            }
            None if href.is_empty() => None,
            None => self.around.link(&href),
        };
        // Addresses in the text of a link do not become links.
        let before = self.in_link;
        self.in_link = before || target.is_some();
        let inner = self.pieces(node, depth);
        self.in_link = before;
        match target {
            Some(target) => line.push(Inline::Link(target, inner)),
            None => line.extend(inner),
        }
    }

    /// Notes that a link around blocks is dropped, because pictures cannot be links here.
    pub(super) fn link_around_blocks(&mut self, node: NodeRef<'a, Node>, element: &Element) {
        let href = in_one_line(element.attr("href").unwrap_or_default());
        let path = href.split(['?', '#']).next().unwrap_or_default().to_lowercase();
        let is_picture =
            ["jpg", "jpeg", "png", "gif", "webp", "avif"].iter().any(|ending| path.ends_with(&[".", ending].concat()));
        let shows =
            node.descendants().any(|inner| inner.value().as_element().is_some_and(|inner| inner.name() == "img"));
        let is_elsewhere = !href.is_empty() && !href.starts_with('#');
        let leads_to_itself = is_picture && shows;
        if is_elsewhere && !leads_to_itself {
            let what = if shows { "a picture" } else { "a part of the text" };
            self.around.note(Note::left_out(format!("{what} was a link to {href}; the link was removed")));
        }
    }

    /// Reads text, turning the addresses in it into links.
    pub(super) fn text(&mut self, text: &str, line: &mut Vec<Inline>) {
        let parts: Vec<&str> = if self.blank_lines_divide { text.split('\n').collect() } else { vec![text] };
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                line.push(Inline::Break);
            }
            if self.in_link || !(part.contains("://") || part.contains("www.")) {
                line.push(Inline::Text(String::from(part)));
                continue;
            }
            for word in part.split_inclusive(|letter: char| letter.is_whitespace() || letter.is_control()) {
                self.word(word, line);
            }
        }
    }

    fn word(&mut self, word: &str, line: &mut Vec<Inline>) {
        let start = ["https://", "http://", "ftp://", "www."].iter().filter_map(|start| word.find(start)).min();
        let start = start.filter(|start| !word[..*start].ends_with(char::is_alphanumeric));
        let Some(start) = start else { return line.push(Inline::Text(String::from(word))) };
        let rest = &word[start..];
        let ends =
            |letter: char| letter.is_whitespace() || letter.is_control() || ".,;:!?'\"»”’]>*_~`".contains(letter);
        let mut address = rest.trim_end_matches(ends);
        let opened = address.matches('(').count();
        let mut closed = address.matches(')').count();
        while address.ends_with(')') && closed > opened {
            closed -= 1;
            address = address[..address.len() - 1].trim_end_matches(ends);
        }
        line.push(Inline::Text(String::from(&word[..start])));
        let full = if address.starts_with("www.") { ["http://", address].concat() } else { String::from(address) };
        match Url::parse(&full) {
            Ok(_) => match self.around.link(&full) {
                Some(target) => line.push(Inline::Link(target, vec![Inline::Text(String::from(address))])),
                None => line.push(Inline::Code(String::from(address))),
            },
            Err(_) => line.push(Inline::Code(String::from(address))),
        }
        line.push(Inline::Text(String::from(&rest[address.len()..])));
    }
}
