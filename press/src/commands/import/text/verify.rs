//! Checks converted Markdown as a build would, before it is written to a file.

use std::collections::HashSet;
use std::path::Path;

use comrak::nodes::NodeValue;
use comrak::options::{Extension, Parse};
use comrak::{Arena, Options, parse_document};
use journal::route::Route;

use super::block::{Block, words_of_blocks};
use crate::diagnostics::notes::Notes;
use crate::locale::language::Language;
use crate::markdown::{InnerLink, Prose, TextContext, encoded_anchor, take_heading_ids};
use crate::pictures::{Pictures, TextPictures};

/// Checks the text of one page.
#[derive(Debug)]
pub struct Verifier<'a> {
    /// The page.
    pub route: Route,
    /// The public address of the newspaper, without a trailing slash.
    pub address: &'a str,
    /// The pages of the newspaper that links may lead to.
    pub known: &'a HashSet<Route>,
}

impl Verifier<'_> {
    /// The ids of a text's headings, in order.
    pub fn places(&self, text: &str) -> Vec<String> {
        self.set(text).0.anchors
    }

    /// The ids of a text's headings, in order, if press finds no error in the text, which has no pictures, and it has all
    /// words of the blocks and footnotes. Places in other pages are not looked at.
    pub fn holds(&self, text: &str, blocks: &[Block], notes: &[Vec<Block>]) -> Option<Vec<String>> {
        let (prose, clean) = self.set(text);
        let leads = |route: &Route| *route == self.route || self.known.contains(route);
        if !clean || !prose.links.iter().all(|link| leads(&link.value.route)) {
            return None;
        }
        let anchors: HashSet<String> = prose.anchors.iter().map(|anchor| encoded_anchor(anchor)).collect();
        let is_there = |link: &InnerLink| {
            link.leads_to_part_of_every_page() || link.fragment.as_ref().is_some_and(|place| anchors.contains(place))
        };
        let places_are_there =
            prose.links.iter().all(|link| !link.value.written.starts_with('#') || is_there(&link.value));
        let mut wanted = letters(&words_of_blocks(blocks));
        notes.iter().for_each(|note| wanted.push_str(&letters(&words_of_blocks(note))));
        (places_are_there && letters(&words_of(text)) == wanted).then_some(prose.anchors)
    }

    fn set(&self, text: &str) -> (Prose, bool) {
        let pictures = Pictures::default();
        let context = TextContext {
            route: &self.route,
            folder: Path::new(""),
            language: Language::OTHER,
            base: "",
            address: self.address,
            pictures: &TextPictures::of(&pictures),
        };
        let mut notes = Notes::on("");
        let prose = Prose::set(text, 1, &context, &mut notes);
        let clean = notes.count() == 0;
        (prose, clean)
    }
}

/// Only the letters and digits: white space and punctuation may differ.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The text as comrak parses it, with footnotes at the end.
fn words_of(text: &str) -> String {
    let extension =
        Extension { table: true, footnotes: true, strikethrough: true, autolink: true, ..Extension::default() };
    // An escaped brace begins no id.
    let parse = Parse { escaped_char_spans: true, ..Parse::default() };
    let options = Options { extension, parse, ..Options::default() };
    let arena = Arena::new();
    let mut words = String::new();
    let root = parse_document(&arena, text, &options);
    take_heading_ids(root);
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::CodeBlock(code) => words.push_str(&code.literal),
            _ => {}
        }
    }
    words
}
