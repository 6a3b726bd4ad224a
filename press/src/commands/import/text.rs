//! The HTML of another program becomes the Markdown of this newspaper.
//!
//! The HTML is read as a browser reads it (html5ever). What Markdown can say becomes blocks and pieces of lines
//! ([`block`][]); these are written with no more backslashes than needed, and read again by the parser of the press, to see
//! that no word was lost and that the press has nothing to say against it. Converters of others (htmd was looked at) go down
//! into the HTML by recursion, which a hostile export can make overflow, and know neither footnotes nor captions nor what
//! this press refuses.

pub mod block;
mod escape;
mod figures;
mod footnotes;
pub mod html;
pub mod inlines;
mod lists;
pub mod markdown;
mod spacing;
mod tables;
pub mod verify;
mod words;

use std::collections::HashMap;

use block::{Block, Figure};
use html::Reader;
use markdown::MarkdownWriter;
use scraper::Html;
pub use verify::Verifier;

use super::source::site::OldText;

/// A picture as a text asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The address of its file; may be empty if there is a number.
    pub address: String,
    /// Its number among the files of the old site.
    pub id: Option<String>,
    /// What it shows; may be empty.
    pub alt: String,
    /// The line below it; may be empty.
    pub caption: String,
}

/// What a text needs to know of the old site and the new one.
pub trait ImportContext {
    /// Where a link leads now; none if its words stay without one.
    fn link(&mut self, address: &str) -> Option<String>;
    /// A picture beside the story; none if it cannot be there.
    fn picture(&mut self, wanted: Wanted) -> Option<Figure>;
    /// Notes for the report what was left out.
    fn note(&mut self, what: String);
}

/// The Markdown of a text. `verifier` reads it as the press will.
pub fn markdown(text: &OldText, around: &mut dyn ImportContext, verifier: &Verifier<'_>) -> String {
    if text.html.len() > LARGEST {
        around.note(String::from("its text is larger than 8 MB: it was left out"));
        return String::new();
    }
    let tree = Html::parse_fragment(&text.html);
    let mut reader = Reader::of(&tree, text, around, HashMap::new());
    let mut blocks = reader.read();
    if reader.asked_for_places {
        // Where its places are is known once it has been set.
        let places =
            verifier.places(&MarkdownWriter { without_pictures: true, careful: false }.write(&blocks, &reader.notes()));
        let mut ids = HashMap::new();
        gather_ids(&blocks, &mut places.into_iter(), &mut ids);
        reader = Reader::of(&tree, text, around, ids);
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
    around.note(String::from("its text could not be set as Markdown: it stands as it was, and has to be edited"));
    MarkdownWriter::default().write(&[Block::Code(String::new(), text.html.replace('\r', ""))], &[])
}

/// As much of HTML as one story may have: what is larger is none.
const LARGEST: usize = 8_000_000;

/// The ids that headings had, with those that the press gives them.
fn gather_ids(blocks: &[Block], places: &mut impl Iterator<Item = String>, ids: &mut HashMap<String, String>) {
    for block in blocks {
        match block {
            Block::Heading(_, _, old) => {
                let Some(place) = places.next() else { return };
                ids.extend(old.iter().map(|id| (id.clone(), place.clone())));
            }
            Block::Quote(blocks, _) => gather_ids(blocks, &mut *places, ids),
            Block::List(_, items) => {
                for item in items {
                    gather_ids(item, &mut *places, ids);
                }
            }
            _ => {}
        }
    }
}

/// A few sentences without marks, as Markdown. Addresses in them are no links: nobody would have checked them.
pub fn plain(words: &str) -> String {
    let spot = escape::Spot { careful: true, ..escape::Spot::default() };
    let is_address = |word: &str| word.contains("://") || word.contains("www.") || word.contains('@');
    let words = words.split_whitespace().map(|word| match is_address(word) {
        true => markdown::code_span(word, spot),
        false => escape::escaped(word, spot),
    });
    [escape::line_start(&words.collect::<Vec<_>>().join(" ")).as_str(), "\n"].concat()
}
