//! Measures what a parser would make of HTML, and stops as soon as it is too much.
//!
//! A few kilobytes can be written so that a browser's rules make gigabytes of them: elements for formatting that are
//! never closed are opened again in each paragraph, with all their attributes. Only the rules themselves tell how
//! much, so this is html5ever's parser, with a tree that counts and keeps nothing.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TokenizerResult, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, ExpandedName, LocalName, QualName, ns};

/// The maximum number of elements for formatting that are open at once.
pub const MOST_MARKS: usize = 100;

/// The maximum length of a tag in bytes. A parser compares each attribute with all others of the tag.
pub const LONGEST_TAG: usize = 10_000;

/// Elements that the HTML standard calls formatting elements, but for links, of which only one is open at a time.
pub const MARKS: [&str; 13] =
    ["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// How many times as large as the HTML its tree may be, and how many bytes more.
const GROWTH: (usize, usize) = (10, 1_000_000);

/// The maximum size of a tree in bytes, whatever the size of its HTML.
pub const LARGEST: usize = 20_000_000;

/// The maximum depth of a tree. This is where parsers become slow: authors meet the limit of
/// [`nesting`](super::nesting) first, which does not count items of lists and cells of tables.
const DEEPEST: usize = 1_000;

/// How many bytes are parsed before something is checked.
const CHUNK: usize = 1_000;

/// What an element counts besides its tags.
const ELEMENT: usize = 32;

/// What is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// More than [`MOST_MARKS`] elements for formatting are open.
    Marks,
    /// Elements are nested deeper than any parser should go.
    Depth,
    /// The tree is larger than its HTML could be meant.
    Size,
    /// A tag is longer than [`LONGEST_TAG`].
    Tag,
}

/// What is too much in the HTML that consists of `parts`: the index of the part, the line in it from 0, and what.
pub fn excess(parts: &[&str]) -> Option<(usize, u32, Excess)> {
    let size: usize = parts.iter().map(|part| part.len()).sum();
    let most = (size.saturating_mul(GROWTH.0).saturating_add(GROWTH.1)).min(LARGEST);
    let meter = Meter { most, size: Cell::new(0), excess: Cell::new(None), document: Element::new("") };
    let context = Element::new("div");
    let builder = TreeBuilder::new_for_fragment(meter, context, None, TreeBuilderOpts::default());
    let tokenizer = Tokenizer::new(Guard { builder, tokens: Cell::new(0) }, TokenizerOpts::default());
    let (input, mut pending) = (BufferQueue::default(), Pending::default());
    for (place, part) in parts.iter().enumerate() {
        let mut lines = 0;
        for piece in pieces(part) {
            pending.begin(piece, tokenizer.sink.tokens.get());
            feed(&tokenizer, &input, piece);
            let guard = &tokenizer.sink;
            let found = guard.builder.sink.excess.get();
            if let Some(found) = found.or_else(|| pending.is_long_tag(guard.tokens.get()).then_some(Excess::Tag)) {
                return Some((place, lines, found));
            }
            lines += line_feeds(piece);
        }
    }
    None
}

/// The line, from 0, of a tag that is longer than [`LONGEST_TAG`].
pub fn long_tag(html: &str) -> Option<u32> {
    if html.len() <= LONGEST_TAG {
        return None;
    }
    let tokenizer = Tokenizer::new(Counter(Cell::new(0)), TokenizerOpts::default());
    let (input, mut pending) = (BufferQueue::default(), Pending::default());
    let mut lines = 0;
    for piece in pieces(html) {
        pending.begin(piece, tokenizer.sink.0.get());
        feed(&tokenizer, &input, piece);
        if pending.is_long_tag(tokenizer.sink.0.get()) {
            return Some(lines);
        }
        lines += line_feeds(piece);
    }
    None
}

fn line_feeds(text: &str) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', text.as_bytes()).count()).unwrap_or_default()
}

fn feed<S: TokenSink>(tokenizer: &Tokenizer<S>, input: &BufferQueue, piece: &str) {
    input.push_back(StrTendril::from(piece));
    while !matches!(tokenizer.feed(input), TokenizerResult::Done) {}
}

/// Pieces that begin where tags do, and are no longer than [`CHUNK`].
fn pieces(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let longest = rest.floor_char_boundary(CHUNK.min(rest.len()));
        let tag = memchr::memchr(b'<', rest.as_bytes().get(1..longest)?).map_or(longest, |place| place + 1);
        let (piece, after) = rest.split_at(tag);
        rest = after;
        Some(piece)
    })
}

/// What the tokenizer has read since its last token.
#[derive(Default)]
struct Pending {
    tokens: usize,
    length: usize,
    is_comment: bool,
}

impl Pending {
    /// Notes what is read next, after so many tokens.
    fn begin(&mut self, piece: &str, tokens: usize) {
        if tokens != self.tokens || self.length == 0 {
            *self = Pending { tokens, length: 0, is_comment: piece.starts_with("<!") };
        }
        self.length += piece.len();
    }

    /// Whether a tag that is not closed yet is too long, now that there are so many tokens.
    fn is_long_tag(&self, tokens: usize) -> bool {
        tokens == self.tokens && self.length > LONGEST_TAG && !self.is_comment
    }
}

/// Counts tokens.
struct Counter(Cell<usize>);

impl TokenSink for Counter {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if !matches!(token, Token::ParseError(_)) {
            self.0.set(self.0.get() + 1);
        }
        TokenSinkResult::Continue
    }
}

/// Keeps tokens from the builder of the tree once there is an excess.
struct Guard {
    builder: TreeBuilder<Rc<Element>, Meter>,
    tokens: Cell<usize>,
}

impl TokenSink for Guard {
    type Handle = Rc<Element>;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Rc<Element>> {
        if !matches!(token, Token::ParseError(_)) {
            self.tokens.set(self.tokens.get() + 1);
        }
        if self.builder.sink.excess.get().is_some() {
            return TokenSinkResult::Continue;
        }
        self.builder.process_token(token, line)
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// An element of the tree, as far as the rules ask for it.
struct Element {
    name: QualName,
    depth: Cell<usize>,
    marks: Cell<usize>,
}

impl Element {
    fn new(name: &str) -> Rc<Element> {
        Element::named(QualName::new(None, ns!(html), LocalName::from(name)))
    }

    fn named(name: QualName) -> Rc<Element> {
        Rc::new(Element { name, depth: Cell::new(0), marks: Cell::new(0) })
    }
}

/// A tree of which only the size is kept.
struct Meter {
    most: usize,
    size: Cell<usize>,
    excess: Cell<Option<Excess>>,
    document: Rc<Element>,
}

impl Meter {
    fn grow(&self, size: usize) {
        self.size.set(self.size.get() + size);
        self.limit(self.size.get() > self.most, Excess::Size);
    }

    fn limit(&self, is_over: bool, excess: Excess) {
        if is_over && self.excess.get().is_none() {
            self.excess.set(Some(excess));
        }
    }

    fn put(&self, node: NodeOrText<Rc<Element>>, parent: &Element, deeper: usize) {
        match node {
            NodeOrText::AppendText(text) => self.grow(text.len()),
            NodeOrText::AppendNode(child) => {
                child.depth.set(parent.depth.get() + deeper);
                let is_mark = child.name.ns == ns!(html) && MARKS.contains(&&*child.name.local);
                child.marks.set(parent.marks.get() + usize::from(is_mark));
                self.limit(child.marks.get() > MOST_MARKS, Excess::Marks);
                self.limit(child.depth.get() > DEEPEST, Excess::Depth);
            }
        }
    }
}

impl TreeSink for Meter {
    type Handle = Rc<Element>;
    type Output = ();
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) {}

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Rc<Element> {
        self.document.clone()
    }

    fn elem_name<'a>(&'a self, target: &'a Rc<Element>) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _flags: ElementFlags) -> Rc<Element> {
        let length = |attribute: &Attribute| attribute.name.local.len() + attribute.value.len() + " =\"\"".len();
        let tags = 2 * name.local.len() + "<></>".len();
        self.grow(ELEMENT + tags + attributes.iter().map(length).sum::<usize>());
        Element::named(name)
    }

    fn create_comment(&self, text: StrTendril) -> Rc<Element> {
        self.grow(ELEMENT + text.len());
        Element::new("")
    }

    fn create_pi(&self, _target: StrTendril, data: StrTendril) -> Rc<Element> {
        self.create_comment(data)
    }

    fn append(&self, parent: &Rc<Element>, child: NodeOrText<Rc<Element>>) {
        self.put(child, parent, 1);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Rc<Element>,
        _before: &Rc<Element>,
        child: NodeOrText<Rc<Element>>,
    ) {
        self.put(child, element, 0);
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public_id: StrTendril, _system_id: StrTendril) {}

    fn get_template_contents(&self, target: &Rc<Element>) -> Rc<Element> {
        target.clone()
    }

    fn same_node(&self, one: &Rc<Element>, other: &Rc<Element>) -> bool {
        Rc::ptr_eq(one, other)
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Rc<Element>, node: NodeOrText<Rc<Element>>) {
        self.put(node, sibling, 0);
    }

    fn add_attrs_if_missing(&self, _target: &Rc<Element>, _attributes: Vec<Attribute>) {}

    fn remove_from_parent(&self, _target: &Rc<Element>) {}

    fn reparent_children(&self, _node: &Rc<Element>, _parent: &Rc<Element>) {}
}

#[cfg(test)]
mod tests {
    use super::{Excess, LONGEST_TAG, excess, long_tag};

    fn found(html: &str) -> Option<Excess> {
        excess(&[html]).map(|(_, _, excess)| excess)
    }

    fn numbered(count: usize, piece: impl Fn(usize) -> String) -> String {
        (0..count).map(piece).collect()
    }

    #[test]
    fn ordinary_html_is_within_the_limits() {
        let table = ["<table>", &"<tr><td>a<td>b".repeat(5_000), "</table>"].concat();
        for html in [
            "",
            "a < b & c",
            "<p class=\"a > b\">A <b>mark</b> &amp; <!-- <b> --> <img src=x alt='>'/> 1 < 2 <3</p>",
            &"<p>a <b>b</b></p>\n".repeat(20_000),
            &["<b>".to_owned(), "<p>An ordinary paragraph".repeat(5_000)].concat(),
            &["<p>a<br>".repeat(20_000)].concat(),
            &table,
            &["<!-- ", &"<p>a ".repeat(10_000), "-->"].concat(),
            &"<ul><li>".repeat(250),
        ] {
            assert_eq!(found(html), None, "{html:.80}");
        }
    }

    #[test]
    fn marks_that_multiply_are_found_however_they_are_hidden() {
        let marks = numbered(200, |number| format!("<b title={number}>"));
        let (closed, aside) = (
            numbered(200, |number| format!("<b title={number}></i>")),
            numbered(200, |number| format!("<b title={number}><table></b></table>")),
        );
        let in_drawing = ["<svg><style>", &marks, "</style>"].concat();
        for html in [marks, closed, aside, in_drawing] {
            assert_eq!(found(&[&html, "<p>x"].concat()), Some(Excess::Marks), "{html:.80}");
        }
        let few = numbered(90, |number| format!("<b title={number}>"));
        assert_eq!(found(&["<p>", &few, &"<p>x".repeat(2_000)].concat()), Some(Excess::Size));
        let long = format!("<b title={}>", "x".repeat(5_000));
        assert_eq!(found(&["<p>", &long, &"<p>x".repeat(1_000)].concat()), Some(Excess::Size));
        assert_eq!(found(&"<span>".repeat(2_000)), Some(Excess::Depth));
    }

    #[test]
    fn a_long_tag_is_found_in_its_part_and_line() {
        let attributes = numbered(LONGEST_TAG / 4, |number| format!("a{number}=1 "));
        let tag = format!("a\n\nb <p {attributes}>");
        assert_eq!(excess(&["<b>", "</b>\n", &tag]), Some((2, 2, Excess::Tag)));
        assert_eq!(long_tag(&tag), Some(2));
        let quoted = format!("<p title=\"{}\">", "<b>\n".repeat(LONGEST_TAG));
        assert_eq!(long_tag(&quoted), Some(2_497));
        for html in [format!("<!-- {attributes} -->"), format!("<p>{attributes}</p>"), "<p a=b>".repeat(LONGEST_TAG)] {
            assert_eq!(long_tag(&html), None);
        }
    }
}
