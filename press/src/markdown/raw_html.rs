//! Addresses in a text's raw HTML. They cannot be checked, so none of them reaches a reader, and each is an error.

use std::cell::RefCell;
use std::collections::HashSet;

use html5ever::Attribute;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::excess::note_excess;
use super::html_growth::{Excess, long_tag};
use crate::content::keys::lined::Lined;
use crate::diagnostics::message::{Message, message};
use crate::diagnostics::notes::Notes;
use crate::locale::letters::first_characters;

/// Attributes whose values are or contain addresses.
const ADDRESSES: [&str; 22] = [
    "action",
    "archive",
    "background",
    "cite",
    "classid",
    "codebase",
    "data",
    "dynsrc",
    "formaction",
    "href",
    "icon",
    "imagesrcset",
    "longdesc",
    "lowsrc",
    "manifest",
    "ping",
    "poster",
    "profile",
    "src",
    "srcdoc",
    "srcset",
    "xlink:href",
];

/// The number of characters of an address that are shown: without a closing quote it extends to the end of the text.
const MOST: usize = 80;

/// Elements that are removed with their contents, see docs/content.md.
const REMOVED: [&str; 8] = ["applet", "embed", "frame", "iframe", "link", "object", "script", "style"];

/// The raw HTML of a text.
#[derive(Debug, Default)]
pub struct RawHtml {
    /// Its parts, with their line numbers.
    parts: Vec<Lined<String>>,
    /// The addresses noted so far.
    noted: HashSet<String>,
    /// Whether it has a tag that is too long to be read.
    pub is_refused: bool,
}

impl RawHtml {
    /// Adds the part that begins on `line`, and notes pictures, links and other addresses in it.
    pub fn add(&mut self, part: &str, line: u32, notes: &mut Notes) {
        if let Some(found) = long_tag(part) {
            self.is_refused = true;
            return note_excess(Excess::Tag, line + found, notes);
        }
        let Tags { elements, is_open } = Tags::of(part);
        for found in elements {
            let (what, remedy) = found.value.fault();
            notes.note(line + found.line - 1, what, remedy);
            self.noted.extend(found.value.values.into_iter().map(|(_, value)| value));
        }
        if is_open {
            let remedy = "close its quotation marks, and end it with > or -->: what follows would be lost";
            notes.note(line, "a tag or comment in raw HTML that is not closed", remedy);
        }
        self.parts.push(Lined::new(line, String::from(part)));
    }

    /// Its parts in the order of the text, with their lines.
    pub fn parts(&self) -> &[Lined<String>] {
        &self.parts
    }

    /// Notes addresses that were `removed` from the whole text and have not been noted yet: parts that look
    /// harmless may together form a picture or a link.
    pub fn note_rest(&self, removed: Vec<String>, first_line: u32, notes: &mut Notes) {
        for address in removed.into_iter().filter(|address| !self.noted.contains(address)) {
            let part = self.parts.iter().find(|part| part.value.contains(&address)).or(self.parts.first());
            let shown = first_characters(&address, MOST);
            let remedy = "write pictures as ![what it shows](file.jpg), and links as [words](address)";
            notes.note(part.map_or(first_line, |part| part.line), message!("the address {shown} in raw HTML"), remedy);
        }
    }
}

/// An element that has addresses, or a link or picture without one.
#[derive(Debug)]
struct Element {
    name: String,
    /// Attributes and their addresses.
    values: Vec<(String, String)>,
}

impl Element {
    /// Message and remedy for it.
    fn fault(&self) -> (Message, String) {
        match self.name.as_str() {
            // Browsers treat `image` as `img`.
            "img" | "image" | "source" => {
                ("a picture in raw HTML".into(), String::from("write ![what it shows](file.jpg \"Caption\")"))
            }
            "a" | "area" => ("a link in raw HTML".into(), String::from("write [words](address)")),
            name => {
                let attribute = self.values.first().map_or("", |(attribute, _)| attribute.as_str());
                let remedy =
                    format!("leave {attribute} out, and link to the address if readers need it: [words](address)");
                (message!("an address in raw HTML: {attribute} of <{name}>").about(name), remedy)
            }
        }
    }
}

/// The tags of some HTML, as a browser parses them.
#[derive(Debug, Default)]
struct Tags {
    /// The elements that have addresses, with their line numbers from 1.
    elements: Vec<Lined<Element>>,
    /// Whether the HTML ends inside a tag or a comment.
    is_open: bool,
}

impl Tags {
    fn of(html: &str) -> Tags {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(html));
        let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
        // The tokenizer never pauses: scripts are not run.
        _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink.0.into_inner()
    }

    fn add(&mut self, tag: Tag, line: u64) {
        let Tag { kind: StartTag, name, attrs, .. } = tag else { return };
        if REMOVED.contains(&&*name) {
            return;
        }
        let is_address = |attribute: &Attribute| ADDRESSES.contains(&&*attribute.name.local);
        let values: Vec<(String, String)> = attrs
            .into_iter()
            .filter(is_address)
            .map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()))
            .collect();
        if !values.is_empty() || matches!(&*name, "a" | "area" | "img" | "image") {
            let line = u32::try_from(line).unwrap_or(1);
            self.elements.push(Lined::new(line, Element { name: name.to_string(), values }));
        }
    }
}

#[derive(Default)]
struct Sink(RefCell<Tags>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => self.0.borrow_mut().add(tag, line),
            // Errors about the end of the file occur only in tags and comments.
            Token::ParseError(fault) if fault.contains("EOF") => self.0.borrow_mut().is_open = true,
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::{RawHtml, Tags};
    use crate::diagnostics::notes::Notes;

    #[test]
    fn addresses_are_found_however_they_are_written() {
        for html in [
            "<image src=x>",
            "<IMG\nSRC = x>",
            "<img/src=x/>",
            "<a HREF=\"x\">",
            "<q cite=&#120;>",
            "<video poster='x'>",
            "<td background=x>",
            "<svg><image xlink:href=x>",
        ] {
            let found = Tags::of(html).elements;
            assert_eq!(found.last().unwrap().value.values[0].1.trim_end_matches('/'), "x", "{html}");
        }
        for html in [
            "<abbr title=x>",
            "<iframe src=x></iframe>",
            "<!-- <img src=x> -->",
            "5 < 6",
            "</a>",
            "<b title='<img src=x>'>",
        ] {
            assert!(Tags::of(html).elements.is_empty(), "{html}");
        }
    }

    #[test]
    fn unclosed_tags_and_comments_are_found() {
        for html in ["<div title='\n", "<div", "<!-- a", "<image src='https://t.example/?\n</div>\n"] {
            assert!(Tags::of(html).is_open, "{html}");
        }
        for html in ["<div>", "<div title='\n'>\n", "<!-- a -->", "<p>a &", "a < b", "<script>'"] {
            assert!(!Tags::of(html).is_open, "{html}");
        }
    }

    #[test]
    fn an_address_that_appears_only_in_the_whole_is_noted_once_on_the_line_of_its_part() {
        let (mut raw, mut notes) = (RawHtml::default(), Notes::on("x.md"));
        raw.add("<textarea>", 4, &mut notes);
        raw.add("<b title=\"</textarea><img src=//t.example/p>\">", 7, &mut notes);
        assert_eq!(notes.count(), 0);
        raw.note_rest(vec![String::from("//t.example/p")], 1, &mut notes);
        let mistakes = notes.into_mistakes();
        assert_eq!((mistakes.len(), mistakes[0].line), (1, Some(7)));
    }
}
