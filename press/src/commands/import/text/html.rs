//! Reads HTML, parsed by html5ever, into blocks.

use std::collections::{HashMap, HashSet};

use ego_tree::{NodeId, NodeRef};
use scraper::{Html, Node, node::Element};

use super::ImportContext;
use super::block::{Block, Heading, Inline, Mark, words};
use super::elements::{CONTROLS, holds_picture, is_block, is_gallery, is_gallery_item};
use super::embeds;
use super::footnotes::Footnotes;
use super::spacing;
use super::words::text_of;
use crate::commands::import::note::Note;
use crate::commands::import::plain_text::in_one_line;
use crate::commands::import::source::site::OldText;

/// Reads one text.
pub struct HtmlReader<'a> {
    pub(super) around: &'a mut dyn ImportContext,
    pub(super) footnotes: Footnotes<'a>,
    pub(super) root: NodeRef<'a, Node>,
    pub(super) blank_lines_divide: bool,
    /// The new ids of this text's headings, by their old ids.
    pub(super) places: HashMap<String, String>,
    /// Whether the text has a link to one of its own ids.
    pub asked_for_places: bool,
    /// The caption of the next picture.
    pub(super) caption: String,
    /// Nodes that are written elsewhere, such as a picture's caption.
    pub(super) left_out: HashSet<NodeId>,
    /// Whether the current text is in a link.
    pub(super) in_link: bool,
    /// The addresses of pictures so far.
    pub(super) shown: HashSet<String>,
    /// Players and embedded pages that were read.
    pub(super) played: HashSet<NodeId>,
    /// Whether a post of another site is now a link, and the scripts that only show such posts.
    pub(super) has_posts: bool,
    loaders: Vec<String>,
}

/// The class of the element in a heading whose id an author has given the heading.
pub const OWN_ID: &str = "press-own-id";

/// Maximum depth of elements; of deeper ones only the text is kept.
pub(super) const DEEPEST: usize = 100;

impl<'a> HtmlReader<'a> {
    /// A reader of `text`, parsed into `tree`.
    pub fn of(
        tree: &'a Html,
        text: &OldText,
        around: &'a mut dyn ImportContext,
        places: HashMap<String, String>,
    ) -> HtmlReader<'a> {
        HtmlReader {
            around,
            footnotes: Footnotes::of(tree),
            root: tree.tree.root(),
            blank_lines_divide: text.blank_lines_divide,
            places,
            asked_for_places: false,
            caption: String::new(),
            left_out: HashSet::new(),
            in_link: false,
            shown: HashSet::new(),
            played: HashSet::new(),
            has_posts: false,
            loaders: Vec::new(),
        }
    }

    /// The blocks of the text.
    pub fn read(&mut self) -> Vec<Block> {
        let blocks = self.blocks(self.root, 0);
        // A footnote may refer to others.
        while let Some(item) = self.footnotes.next_asked() {
            let note = self.blocks(item, 1);
            self.footnotes.read.push(note);
        }
        self.leave_out_players();
        // The script of a post is not worth a note beside that of the post.
        for loader in std::mem::take(&mut self.loaders) {
            if !self.has_posts {
                self.around.note(Note::left_out(loader));
            }
        }
        blocks
    }

    /// Notes that an element is left out, if readers saw something of it.
    pub(super) fn leave_out(&mut self, node: NodeRef<'a, Node>, element: &Element) {
        let Some(note) = embeds::lost(node, element) else { return };
        match embeds::is_loader(element) {
            true => self.loaders.push(note),
            false => self.around.note(Note::left_out(note)),
        }
    }

    /// The footnotes that were referred to, by number.
    pub fn notes(&self) -> Vec<Vec<Block>> {
        self.footnotes.read.clone()
    }

    /// The blocks within an element.
    pub(super) fn blocks(&mut self, parent: NodeRef<'a, Node>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut line = Vec::new();
        for child in parent.children() {
            let is_block = child.value().as_element().is_some_and(|element| is_block(child, element));
            if is_block && depth < DEEPEST {
                end_line(&mut line, &mut blocks);
                self.block(child, depth + 1, &mut blocks);
            } else {
                self.inline(child, depth + 1, &mut line);
            }
        }
        end_line(&mut line, &mut blocks);
        blocks
    }

    fn block(&mut self, node: NodeRef<'a, Node>, depth: usize, blocks: &mut Vec<Block>) {
        let Some(element) = node.value().as_element() else { return };
        let name = element.name();
        if CONTROLS.contains(&name) {
            self.around.note(Note::left_out("a form was left out"));
            return;
        }
        if self.footnotes.is_definition(node.id()) || self.left_out.contains(&node.id()) {
            return;
        }
        if let Some(address) = embeds::address(node, element) {
            return self.post(node, element, &address, depth, blocks);
        }
        if element.name() != "img" {
            self.background(element, blocks);
            self.leave_out_block(node, element);
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(node, element, depth, blocks),
            "blockquote" => {
                let pull = element.classes().any(|class| class.contains("pullquote"));
                self.quote(node, pull, depth, blocks);
            }
            "ul" | "ol" if is_gallery(element) => {
                node.children().for_each(|item| blocks.extend(self.blocks(item, depth)));
            }
            "ul" | "ol" | "menu" | "dir" => self.list(node, element, depth, blocks),
            "noscript" => self.without_script(node, blocks),
            "dt" | "summary" | "legend" if !holds_picture(node) => {
                let pieces = spacing::in_one_line(self.pieces(node, depth));
                if !pieces.is_empty() {
                    blocks.push(Block::Paragraph(vec![Inline::Marked(Mark::Strong, pieces)]));
                }
            }
            "pre" => self.preformatted(node, element, depth, blocks),
            "table" => self.table(node, depth, blocks),
            "hr" if !element.classes().any(|class| class.contains("footnotes")) => blocks.push(Block::Rule),
            "figure" => self.figure(node, element, depth, blocks),
            "img" => self.image(element, blocks),
            "iframe" | "embed" | "object" | "video" | "audio" => self.media(node, element, blocks),
            "details" => self.fold(node, depth, blocks),
            "div" if self.card(node, element, blocks) || self.file(node, element, depth, blocks) => {}
            _ if is_gallery_item(element) => self.figure(node, element, depth, blocks),
            _ if is_caption(element) && takes_caption(blocks) && !holds_picture(node) => {
                self.caption_after(node, blocks)
            }
            "a" => {
                self.link_around_blocks(node, element);
                blocks.extend(self.blocks(node, depth));
            }
            _ => blocks.extend(self.blocks(node, depth)),
        }
    }

    /// Gives the picture before it the words of an element as its caption.
    fn caption_after(&mut self, node: NodeRef<'a, Node>, blocks: &mut [Block]) {
        if let Some(Block::Figure(figure)) = blocks.last_mut() {
            figure.caption = in_one_line(&text_of(node));
        }
    }

    fn fold(&mut self, node: NodeRef<'a, Node>, depth: usize, blocks: &mut Vec<Block>) {
        let is_summary =
            |child: &NodeRef<'a, Node>| child.value().as_element().is_some_and(|child| child.name() == "summary");
        let summary = node.children().find(is_summary);
        let line = in_one_line(&summary.map(text_of).unwrap_or_default());
        self.left_out.extend(summary.filter(|_| !line.is_empty()).map(|summary| summary.id()));
        let inner = self.blocks(node, depth);
        match (line.is_empty(), inner.is_empty()) {
            (true, _) => blocks.extend(inner),
            (false, true) => {
                blocks.push(Block::Paragraph(vec![Inline::Marked(Mark::Strong, vec![Inline::Text(line)])]))
            }
            (false, false) => blocks.push(Block::Folded(line, inner)),
        }
    }

    fn heading(&mut self, node: NodeRef<'a, Node>, element: &Element, depth: usize, blocks: &mut Vec<Block>) {
        let inner = self.blocks(node, depth);
        let inner_ids = node.descendants().filter_map(|node| node.value().as_element());
        let is_own = |inner: &Element| inner.classes().any(|class| class == OWN_ID);
        let own_id = element.id().or_else(|| inner_ids.clone().find(|inner| is_own(inner)).and_then(Element::id));
        let own_id = own_id.map(String::from);
        let old_ids = inner_ids.filter_map(Element::id).map(String::from).collect();
        let mut pieces = Vec::new();
        let mut others = Vec::new();
        for block in inner {
            match block {
                Block::Paragraph(line) => {
                    pieces.push(Inline::Text(String::from(" ")));
                    pieces.extend(line);
                }
                other => others.push(other),
            }
        }
        let pieces = spacing::in_one_line(pieces);
        let level = element.name().as_bytes().get(1).map_or(2, |digit| digit.saturating_sub(b'0'));
        if words(&pieces).chars().any(|letter| !letter.is_whitespace()) {
            blocks.push(Block::Heading(Heading { level, pieces, old_ids, own_id }));
        }
        blocks.extend(others);
    }

    pub(super) fn quote(&mut self, node: NodeRef<'a, Node>, pull: bool, depth: usize, blocks: &mut Vec<Block>) {
        let mut inner = self.blocks(node, depth);
        if inner.is_empty() {
            return;
        }
        let pull = pull && matches!(inner.first(), Some(Block::Paragraph(_)));
        let first = inner.iter_mut().find(|block| !matches!(block, Block::Figure(_)));
        if let Some(Block::Paragraph(pieces) | Block::Heading(Heading { pieces, .. })) = first
            && words(pieces).starts_with("[!")
        {
            // Not a pull quote marker.
            pieces.insert(0, Inline::Text(String::from("\u{2060}")));
        }
        blocks.push(Block::Quote(inner, pull));
    }

    fn preformatted(&mut self, node: NodeRef<'a, Node>, element: &Element, depth: usize, blocks: &mut Vec<Block>) {
        let is_verse = element.classes().any(|class| class.contains("verse"));
        if is_verse {
            let before = std::mem::replace(&mut self.blank_lines_divide, true);
            blocks.extend(self.blocks(node, depth));
            self.blank_lines_divide = before;
            return;
        }
        let inner = node.descendants().filter_map(|node| node.value().as_element());
        let language = inner.flat_map(Element::classes).find_map(|class| class.strip_prefix("language-"));
        let language =
            language.filter(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-#".contains(&byte)));
        let code = text_of(node);
        if !code.trim().is_empty() {
            let code = code
                .replace("\r\n", "\n")
                .replace(|letter: char| letter.is_control() && letter != '\n' && letter != '\t', " ");
            blocks.push(Block::Code(language.unwrap_or_default().into(), code));
        }
    }
}

/// Whether an element says that it is a caption.
fn is_caption(element: &Element) -> bool {
    element.classes().any(|class| class.split(['-', '_']).any(|word| word == "caption"))
}

/// Whether the last block is a picture without a caption.
fn takes_caption(blocks: &[Block]) -> bool {
    matches!(blocks.last(), Some(Block::Figure(figure)) if figure.caption.is_empty())
}

fn end_line(line: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    let paragraphs = spacing::paragraphs(std::mem::take(line));
    blocks.extend(paragraphs.into_iter().map(Block::Paragraph));
}
