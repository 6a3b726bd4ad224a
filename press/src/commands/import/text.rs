//! Converts another program's HTML to the Markdown of this newspaper.
//!
//! The HTML is parsed as a browser parses it (html5ever). What Markdown can express becomes blocks and inlines
//! ([`block`][]). They are written with no more backslashes than needed and then parsed with press's own parser, to
//! verify that no word was lost and that press finds no error. Existing converters (htmd was considered) recurse
//! into the HTML, which a hostile export can make overflow the stack, and know nothing of footnotes, captions or
//! what press rejects.

pub mod block;
mod cards;
mod elements;
mod embeds;
mod escape;
mod figures;
mod footnotes;
pub mod html;
pub mod inlines;
mod lists;
pub mod markdown;
mod players;
mod spacing;
mod tables;
pub mod verify;
mod words;

use std::collections::HashMap;

use block::{Block, Figure};
use html::HtmlReader;
use markdown::MarkdownWriter;
pub use verify::Verifier;

use super::html_tree::HtmlTree;
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
    fn note(&mut self, what: String);
}

/// Converts a text to Markdown, which `verifier` then checks as a build would.
pub fn markdown(text: &OldText, around: &mut dyn ImportContext, verifier: &Verifier<'_>) -> String {
    if text.html.len() > LARGEST {
        around.note(String::from("its text is larger than 8 MB and was left out"));
        return String::new();
    }
    let HtmlTree { tree, is_cut, is_open } = HtmlTree::of(&text.html);
    if is_cut {
        around.note(String::from("its HTML has too many elements in each other; some marks were left out"));
    }
    if is_open {
        around.note(String::from("its HTML has a tag that is not closed; what follows it was left out"));
    }
    let Some(tree) = tree else {
        around.note(String::from("its HTML has too many elements, and was left out"));
        return String::new();
    };
    let mut reader = HtmlReader::of(&tree, text, around, HashMap::new());
    let mut blocks = reader.read();
    if reader.asked_for_places {
        // The new ids of its headings are known only once it has been rendered.
        let places =
            verifier.places(&MarkdownWriter { without_pictures: true, careful: false }.write(&blocks, &reader.notes()));
        let mut ids = HashMap::new();
        gather_ids(&blocks, &mut places.into_iter(), &mut ids);
        reader = HtmlReader::of(&tree, text, around, ids);
        blocks = reader.read();
    }
    let notes = reader.notes();
    for careful in [false, true] {
        let writer = MarkdownWriter { careful, without_pictures: false };
        let bare = MarkdownWriter { without_pictures: true, ..writer };
        if verifier.holds(&bare.write(&blocks, &notes), &blocks, &notes) {
            return writer.write(&blocks, &notes);
        }
    }
    around.note(String::from(
        "its text could not be converted to Markdown; only its words were kept, without marks and links",
    ));
    plain_blocks(&blocks)
}

/// The words of a text as plain paragraphs, or as code if even these cannot be written.
fn plain_blocks(blocks: &[Block]) -> String {
    let words = block::words_of_blocks(blocks);
    let paragraphs = words.split('\n').map(str::trim).filter(|line| !line.is_empty());
    paragraphs.map(|line| [&plain(line), "\n"].concat()).collect::<String>().trim_end().to_owned() + "\n"
}

/// Maximum size of a story's HTML in bytes. Anything larger is not a story.
const LARGEST: usize = 8_000_000;

/// Maps the old ids of headings to those that press gives them.
fn gather_ids(blocks: &[Block], places: &mut impl Iterator<Item = String>, ids: &mut HashMap<String, String>) {
    for block in blocks {
        match block {
            Block::Heading(_, _, old) => {
                let Some(place) = places.next() else { return };
                ids.extend(old.iter().map(|id| (id.clone(), place.clone())));
            }
            Block::Quote(blocks, _) | Block::Folded(_, blocks) => gather_ids(blocks, &mut *places, ids),
            Block::List(_, items) => {
                for item in items {
                    gather_ids(item, &mut *places, ids);
                }
            }
            _ => {}
        }
    }
}

/// Plain text as Markdown. Addresses in it do not become links, because nothing has checked them.
pub fn plain(words: &str) -> String {
    let spot = escape::Spot { careful: true, ..escape::Spot::default() };
    let is_address = |word: &str| word.contains("://") || word.contains("www.") || word.contains('@');
    let words = words.split_whitespace().map(|word| match is_address(word) {
        true => markdown::code_span(word, spot),
        false => escape::escaped(word, spot),
    });
    [escape::line_start(&words.collect::<Vec<_>>().join(" ")).as_str(), "\n"].concat()
}
