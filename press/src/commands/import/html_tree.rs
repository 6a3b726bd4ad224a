//! Parses HTML within limits: a few kilobytes can be written so that a browser's rules make gigabytes of them.
//!
//! Marks that are never closed are opened again in each paragraph, and some rules look through all open elements. So
//! start tags beyond a limit are dropped before the HTML is parsed; the words in them stay.

use html5ever::tendril::TendrilSink;
use html5ever::{LocalName, QualName, ns};
use scraper::{Html, HtmlTreeSink};

use crate::markdown::html_growth::{MARKS, MOST_MARKS, excess};
use crate::markdown::nesting::DEEPEST;

/// A tree of HTML elements.
pub struct HtmlTree {
    /// The tree; none if it would have too many elements.
    pub tree: Option<Html>,
    /// Whether something was dropped to keep it within limits.
    pub is_cut: bool,
    /// Whether it ends in a tag or a comment that is not closed, which takes what follows with it.
    pub is_open: bool,
}

/// Maximum number of attributes of an element.
const MOST_ATTRIBUTES: usize = 100;

/// How long a tag at the end of a text may be without being worth a note.
const UNNOTICED: usize = 20;

/// Elements that have no end tag, or need none.
const UNNESTED: [&str; 28] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp",
];

/// Elements whose content is not HTML.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

impl HtmlTree {
    /// Parses `html`.
    pub fn of(html: &str) -> HtmlTree {
        let Scan { out, is_cut, is_open, .. } = tamed(html, MOST_MARKS);
        match parsed(&out) {
            Some(tree) => HtmlTree { tree: Some(tree), is_cut, is_open },
            None => HtmlTree { tree: parsed(&tamed(html, 0).out), is_cut: true, is_open },
        }
    }

    /// Parses `html` without marks, for its text.
    pub fn without_marks(html: &str) -> Option<Html> {
        parsed(&tamed(html, 0).out)
    }
}

/// As [`Html::parse_fragment`]; none if the tree would be too large. What a scan of tags takes for closed or for words
/// may still be open: only a parser's own rules tell.
fn parsed(html: &str) -> Option<Html> {
    if excess(&[html]).is_some() {
        return None;
    }
    let body = QualName::new(None, ns!(html), LocalName::from("body"));
    let sink = HtmlTreeSink::new(Html::new_fragment());
    let parser = html5ever::driver::parse_fragment(sink, html5ever::ParseOpts::default(), body, Vec::new(), false);
    Some(parser.one(html))
}

/// The HTML without start tags beyond the limits.
fn tamed(html: &str, most_marks: usize) -> Scan {
    let mut scan = Scan { out: String::with_capacity(html.len()), most_marks, ..Scan::default() };
    let (mut place, mut no_more_comments) = (0, false);
    while let Some(step) = memchr::memchr(b'<', html.as_bytes().get(place..).unwrap_or_default()) {
        scan.out.push_str(&html[place..place + step]);
        place += step;
        let from = &html[place..];
        if from.starts_with("<!--") {
            let end = if no_more_comments { None } else { from.find("-->") };
            no_more_comments |= end.is_none();
            scan.is_open |= end.is_none() && from.len() > UNNOTICED;
            let length = end.map_or(from.len(), |end| end + "-->".len());
            scan.out.push_str(&from[..length]);
            place += length;
            continue;
        }
        place += scan.tag(from);
    }
    scan.out.push_str(html.get(place..).unwrap_or_default());
    scan
}

#[derive(Default)]
struct Scan {
    out: String,
    most_marks: usize,
    depth: usize,
    marks: usize,
    /// The numbers of dropped start tags whose end tags have not come yet.
    dropped: usize,
    dropped_marks: usize,
    is_cut: bool,
    is_open: bool,
}

impl Scan {
    /// Reads the tag at the start of a text; returns the number of bytes used.
    fn tag(&mut self, from: &str) -> usize {
        let inner = &from[1..];
        let (inner, closes) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
        let length =
            inner.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-')).unwrap_or(inner.len());
        if !inner.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            self.out.push('<');
            return 1;
        }
        let name = inner[..length].to_ascii_lowercase();
        let start = from.len() - inner.len() + length;
        let (end, kept) = end_of_tag(from, start);
        self.is_open |= end.is_none() && from.len() > UNNOTICED;
        let end = end.unwrap_or(from.len());
        let tag = &from[..end];
        let is_kept = if closes { self.closes(&name) } else { self.opens(&name, tag) };
        if !is_kept {
            return end;
        }
        match kept {
            Some(kept) => {
                self.is_cut = true;
                self.out.push_str(&from[..kept]);
                self.out.push('>');
            }
            None => self.out.push_str(tag),
        }
        if closes || !RAW.contains(&name.as_str()) {
            return end;
        }
        let raw = end_of_raw(&from[end..], &name);
        self.out.push_str(&from[end..end + raw]);
        end + raw
    }

    fn opens(&mut self, name: &str, tag: &str) -> bool {
        if MARKS.contains(&name) {
            if self.marks >= self.most_marks {
                self.dropped_marks += 1;
                self.is_cut = true;
                return false;
            }
            self.marks += 1;
        }
        if UNNESTED.contains(&name) || tag.ends_with("/>") {
            return true;
        }
        if self.depth >= DEEPEST {
            self.dropped += 1;
            self.is_cut = true;
            return false;
        }
        self.depth += 1;
        true
    }

    fn closes(&mut self, name: &str) -> bool {
        if MARKS.contains(&name) {
            if self.dropped_marks > 0 {
                self.dropped_marks -= 1;
                return false;
            }
            self.marks = self.marks.saturating_sub(1);
        }
        if UNNESTED.contains(&name) {
            return true;
        }
        if self.dropped > 0 {
            self.dropped -= 1;
            return false;
        }
        self.depth = self.depth.saturating_sub(1);
        true
    }
}

/// The end of a tag whose name ends at `start`, and the end of its last attribute if it has too many.
fn end_of_tag(from: &str, start: usize) -> (Option<usize>, Option<usize>) {
    let (mut quote, mut before) = (None, b' ');
    let (mut attributes, mut kept) = (0, None);
    for (place, byte) in from.bytes().enumerate().skip(start) {
        match (quote, byte) {
            (None, b'>') => return (Some(place + 1), kept),
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (None, byte) if (before.is_ascii_whitespace() || before == b'/') && !byte.is_ascii_whitespace() => {
                attributes += 1;
                if attributes > MOST_ATTRIBUTES && kept.is_none() {
                    kept = Some(place);
                }
            }
            _ => {}
        }
        before = if byte.is_ascii_whitespace() && before == b'=' { before } else { byte };
    }
    (None, kept)
}

/// The length of the content of a raw element and its end tag.
fn end_of_raw(text: &str, name: &str) -> usize {
    let mut place = 0;
    while let Some(step) = text[place..].find("</") {
        place += step + 2;
        if text[place..].get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name)) {
            return text[place..].find('>').map_or(text.len(), |length| place + length + 1);
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{HtmlTree, tamed};

    #[test]
    fn ordinary_html_is_not_changed() {
        for html in [
            "<p class=\"a > b\">A <b>mark</b> &amp; <!-- <b> --> <img src=x alt='>'/> 1 < 2 <3</p>",
            "<script>if (a < b) { \"<b>\" }</script><p>x<p>y",
            &"<div><b>x</b></div>".repeat(1000),
            &"<p>x".repeat(1000),
        ] {
            let scan = tamed(html, 100);
            assert_eq!((scan.out.as_str(), scan.is_cut, scan.is_open), (html, false, false));
        }
    }

    #[test]
    fn what_would_multiply_is_dropped_and_words_stay() {
        let marks: String = (0..400).map(|number| format!("<b title={number}>")).collect();
        let html = [marks, "<p>x".repeat(400)].concat();
        let tree = HtmlTree::of(&html);
        assert!(tree.is_cut);
        let tree = tree.tree.unwrap();
        assert!(tree.tree.values().len() < 100_000, "{}", tree.tree.values().len());
        assert_eq!(tree.root_element().text().count(), 400);
        let deep = HtmlTree::of(&"<span>x".repeat(5_000)).tree.unwrap();
        assert_eq!(deep.root_element().text().collect::<String>().len(), 5_000);
        let wide = format!("<p {}>x</p>", (0..5_000).map(|number| format!("a{number}=1 ")).collect::<String>());
        assert!(tamed(&wide, 100).out.len() < 1_000);
        assert!(HtmlTree::of("<p>x <a href=\"y>words that are lost</p>").is_open);
    }
}
