//! Converts another program's HTML to the Markdown of this newspaper.
//!
//! The HTML is parsed as a browser parses it (html5ever). What Markdown can express becomes blocks and inlines
//! ([`block`][]). They are written with no more backslashes than needed and then parsed with press's own parser, to
//! verify that no word was lost and that press finds no error. Existing converters (htmd was considered) recurse
//! into the HTML, which a hostile export can make overflow the stack, and know nothing of footnotes, captions or
//! what press rejects.

pub mod block;
mod cards;
pub mod converted;
mod elements;
mod embeds;
mod escape;
mod figures;
mod footnotes;
pub mod html;
pub mod inlines;
mod lists;
pub mod markdown;
mod own_ids;
mod players;
mod spacing;
mod tables;
pub mod verify;
mod words;

use std::collections::HashMap;

use block::{Block, Figure, Inline, each_heading};
use converted::ConvertedText;
use html::HtmlReader;
use markdown::MarkdownWriter;
use own_ids::OwnIds;
pub use verify::Verifier;

use super::html_tree::HtmlTree;
use super::note::Note;
use super::source::site::OldText;

/// A picture that a text refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The address of its file; may be empty if it has a number.
    pub address: String,
    /// Its number among the old site's files.
    pub id: Option<String>,
    /// Its alt text; may be empty.
    pub alt: String,
    /// Its caption; may be empty.
    pub caption: String,
}

/// The context in which a text is converted: the old site and the new one.
pub trait ImportContext {
    /// The new target of a link; none if only the link's text is kept.
    fn link(&mut self, address: &str) -> Option<String>;
    /// The figure for a picture; none if the picture cannot be used.
    fn picture(&mut self, wanted: Wanted) -> Option<Figure>;
    /// The address of a picture on another site; none if it is the old site's own.
    fn elsewhere(&mut self, address: &str) -> Option<String>;
    /// Adds a note to the report, such as what was left out.
    fn note(&mut self, note: Note);
}

/// Converts a text, and has `verifier` check its Markdown as a build would.
pub fn convert(text: &OldText, around: &mut dyn ImportContext, verifier: &Verifier<'_>) -> ConvertedText {
    if text.html.len() > LARGEST {
        around.note(Note::left_out("its text is larger than 8 MB and was left out"));
        return ConvertedText::default();
    }
    let HtmlTree { tree, is_cut, is_open } = HtmlTree::of(&text.html);
    if is_cut {
        around.note(Note::changed("its HTML has too many elements in each other; some marks were left out"));
    }
    if is_open {
        around.note(Note::left_out("its HTML has a tag that is not closed; what follows it was left out"));
    }
    let Some(tree) = tree else {
        around.note(Note::left_out("its HTML has too many elements, and was left out"));
        return ConvertedText::default();
    };
    let mut reader = HtmlReader::of(&tree, text, around, HashMap::new());
    let mut blocks = reader.read();
    let without_pictures = MarkdownWriter { without_pictures: true, careful: false };
    let own_ids = OwnIds::of(&mut blocks, |blocks| verifier.places(&without_pictures.write(blocks, &reader.notes())));
    own_ids.keep(&mut blocks);
    if reader.asked_for_places {
        // The new ids of its headings are known only once it has been rendered.
        let places = verifier.places(&without_pictures.write(&blocks, &reader.notes()));
        let ids = new_ids(&mut blocks, places);
        reader = HtmlReader::of(&tree, text, around, ids);
        blocks = reader.read();
        own_ids.keep(&mut blocks);
    }
    let footnotes = reader.notes();
    for careful in [false, true] {
        let bare = MarkdownWriter { careful, without_pictures: true }.write(&blocks, &footnotes);
        if bare.len() > LARGEST_MARKDOWN {
            around.note(Note::left_out("its text is larger than 0.9 MB in Markdown and was left out: divide it"));
            return ConvertedText::default();
        }
        if let Some(places) = verifier.holds(&bare, &blocks, &footnotes) {
            let places = new_ids(&mut blocks, places);
            return ConvertedText { blocks, footnotes, careful, places };
        }
    }
    around.note(Note::to_do(
        "its text could not be converted to Markdown; only its words were kept, without marks and links",
    ));
    ConvertedText { blocks: plain_blocks(&blocks), careful: true, ..ConvertedText::default() }
}

/// The words of a text as paragraphs without marks and links.
fn plain_blocks(blocks: &[Block]) -> Vec<Block> {
    let words = block::words_of_blocks(blocks);
    let paragraphs = words.split('\n').map(str::trim).filter(|line| !line.is_empty());
    paragraphs.map(|line| Block::Paragraph(plain_pieces(line))).collect()
}

/// Maximum size of a story's HTML in bytes. Anything larger is not a story.
const LARGEST: usize = 8_000_000;

/// Maximum size of its Markdown without pictures in bytes: with them and front matter, press still reads it.
const LARGEST_MARKDOWN: usize = 900_000;

/// The new ids of the headings in `blocks`, which are the first of the ids `places`, by their old ids.
fn new_ids(blocks: &mut [Block], places: Vec<String>) -> HashMap<String, String> {
    let mut places = places.into_iter();
    let mut ids = HashMap::new();
    each_heading(blocks, &mut |heading| {
        if let Some(place) = places.next() {
            // Of two with the same id, browsers show the first.
            for id in &heading.old_ids {
                ids.entry(id.clone()).or_insert_with(|| place.clone());
            }
        }
    });
    ids
}

/// Plain text as Markdown. Addresses in it do not become links, because nothing has checked them.
pub fn plain(words: &str) -> String {
    let writer = MarkdownWriter { careful: true, without_pictures: true };
    writer.write(&[Block::Paragraph(plain_pieces(words))], &[])
}

fn plain_pieces(words: &str) -> Vec<Inline> {
    let is_address = |word: &str| word.contains("://") || word.contains("www.") || word.contains('@');
    let mut pieces = Vec::new();
    for word in words.split_whitespace() {
        if !pieces.is_empty() {
            pieces.push(Inline::Text(String::from(" ")));
        }
        let word = String::from(word);
        pieces.push(if is_address(&word) { Inline::Code(word) } else { Inline::Text(word) });
    }
    pieces
}
