//! Addresses in the raw HTML of a text. No check would see them, so none of them reaches a reader, and each is a mistake.

use std::cell::RefCell;
use std::collections::HashSet;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::written::Written;
use crate::lined::Lined;
use crate::message::{Message, message};
use crate::notes::Notes;

/// Attributes whose values are addresses, or are made of them.
const ADDRESSES: [&str; 22] = [
    "action", "archive", "background", "cite", "classid", "codebase", "data", "dynsrc", "formaction", "href", "icon",
    "imagesrcset", "longdesc", "lowsrc", "manifest", "ping", "poster", "profile", "src", "srcdoc", "srcset",
    "xlink:href",
];

/// Characters of an address that are told: one without a closing quote goes on to the end of the text.
const MOST: usize = 80;

/// The raw HTML of a text.
#[derive(Debug, Default)]
pub struct RawHtml {
    /// Its parts, with their lines.
    parts: Vec<Lined<String>>,
    /// The addresses that have been noted.
    noted: HashSet<String>,
}

impl RawHtml {
    /// Takes up the part that begins in `line`, and notes pictures, links and other addresses in it.
    pub fn add(&mut self, part: &str, line: u32, notes: &mut Notes) {
        for found in addresses(part) {
            let (what, remedy) = found.value.fault();
            notes.note(line + found.line - 1, what, remedy);
            self.noted.extend(found.value.values.into_iter().map(|(_, value)| value));
        }
        self.parts.push(Lined::new(line, String::from(part)));
    }

    /// Notes the addresses in the whole `html` of the text that press has not written, and those that were `removed` from it, as far as
    /// they were not noted before: what looks harmless in a part may be an address in the whole. A text without raw HTML has none.
    pub fn note_rest(&self, html: &str, removed: Vec<String>, written: &Written, first_line: u32, notes: &mut Notes) {
        let mut rest = removed;
        if !self.parts.is_empty() {
            let values = addresses(html).into_iter().flat_map(|found| found.value.values);
            rest.extend(values.filter(|(attribute, value)| !stands(written, attribute, value)).map(|(_, value)| value));
        }
        let mut noted = self.noted.clone();
        for address in rest {
            if !noted.insert(address.clone()) {
                continue;
            }
            let part = self.parts.iter().find(|part| part.value.contains(&address)).or(self.parts.first());
            let told: String = address.chars().take(MOST).collect();
            let remedy = "write pictures as ![what it shows](file.jpg), links as [words](address), and nothing else that is fetched";
            notes.note(part.map_or(first_line, |part| part.line), message!("the address {told} in raw HTML"), remedy);
        }
    }
}

/// Whether press has written this address into this attribute.
fn stands(written: &Written, attribute: &str, value: &str) -> bool {
    matches!(attribute, "href" | "src" | "srcset") && written.allows(attribute, value)
}

/// An element that has addresses, or that is there for the sake of one.
#[derive(Debug)]
struct Element {
    name: String,
    /// Each with its attribute.
    values: Vec<(String, String)>,
}

impl Element {
    /// What is wrong with it, and the remedy.
    fn fault(&self) -> (Message, String) {
        match self.name.as_str() {
            // To a browser `image` is another name of `img`.
            "img" | "image" | "source" => {
                ("a picture in raw HTML".into(), String::from("write ![what it shows](file.jpg \"Caption\")"))
            }
            "a" | "area" => ("a link in raw HTML".into(), String::from("write [words](address)")),
            name => {
                let attribute = self.values.first().map_or("", |(attribute, _)| attribute.as_str());
                let remedy = format!("leave {attribute} out, and link to the address if readers are to find it: [words](address)");
                (message!("an address in raw HTML: {attribute} of <{name}>").about(name), remedy)
            }
        }
    }
}

/// The elements in `html` that have addresses, as a browser reads their tags, with their lines from 1.
fn addresses(html: &str) -> Vec<Lined<Element>> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    // Nothing in there stops it: scripts are not run.
    _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.found.into_inner()
}

#[derive(Default)]
struct Sink {
    found: RefCell<Vec<Lined<Element>>>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        if let TagToken(Tag { kind: StartTag, name, attrs, .. }) = token {
            let address = |name: &str| ADDRESSES.contains(&name);
            let values: Vec<(String, String)> = attrs
                .iter()
                .filter(|attribute| address(&attribute.name.local))
                .map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()))
                .collect();
            if !values.is_empty() || matches!(&*name, "a" | "area" | "img" | "image") {
                let element = Element { name: name.to_string(), values };
                self.found.borrow_mut().push(Lined::new(u32::try_from(line).unwrap_or(1), element));
            }
        }
        TokenSinkResult::Continue
    }
}
