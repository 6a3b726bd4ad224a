//! A text after its conversion.

use std::collections::HashMap;

use super::block::{Block, each_link};
use super::markdown::MarkdownWriter;

/// A text after its conversion. Its links to places in other texts are those of the old site until
/// [`ConvertedText::lead`] has been called, because a place has its new id only once its own text has been converted.
#[derive(Debug, Default)]
pub struct ConvertedText {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Its footnotes, by number.
    pub footnotes: Vec<Vec<Block>>,
    /// Whether its Markdown needs all punctuation escaped.
    pub careful: bool,
    /// The new ids of its headings, by their old ids.
    pub places: HashMap<String, String>,
}

impl ConvertedText {
    /// Whether it has a link to a place in a page of the newspaper.
    pub fn asks_for_places(&mut self) -> bool {
        let mut asks = false;
        self.each_link(&mut |address| asks |= place(address).is_some());
        asks
    }

    /// Makes links to places in pages of the newspaper lead to their new ids, which `find` returns for a page and an old
    /// id, or to the page as a whole. Returns the addresses of these. The text is at `own`.
    pub fn lead(&mut self, own: &str, find: &dyn Fn(&str, &str) -> Option<String>) -> Vec<String> {
        let mut lost = Vec::new();
        self.each_link(&mut |address| {
            let Some((page, old)) = place(address) else { return };
            let new = match find(page, old) {
                Some(id) if page == own => format!("#{id}"),
                Some(id) => format!("{page}#{id}"),
                None => {
                    lost.push(address.clone());
                    String::from(page)
                }
            };
            *address = new;
        });
        lost
    }

    /// The text as Markdown.
    pub fn markdown(&self) -> String {
        MarkdownWriter { careful: self.careful, without_pictures: false }.write(&self.blocks, &self.footnotes)
    }

    fn each_link(&mut self, each: &mut dyn FnMut(&mut String)) {
        each_link(&mut self.blocks, each);
        self.footnotes.iter_mut().for_each(|note| each_link(note, each));
    }
}

/// The page of the newspaper and the place in it that a link leads to; none if it leads to another site, to a whole
/// page, or to a place in its own text.
fn place(address: &str) -> Option<(&str, &str)> {
    address.split_once('#').filter(|(page, _)| page.starts_with('/'))
}
