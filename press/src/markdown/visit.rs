//! Visits a parsed text once: resolves links and pictures, assigns levels and ids to headings, collects what else
//! is needed and notes errors.

use std::collections::{HashMap, HashSet};

use comrak::nodes::{Node, NodeHtmlBlock, NodeLink, NodeValue};
use journal::model::{Heading, Image};

use super::anchors::Anchors;
use super::context::TextContext;
use super::figure::is_figure;
use super::footnote_ids::{footnote_id, reference_id};
use super::footnotes::{FootnoteFault, FootnoteFaultKind};
use super::heading_id::HeadingId;
use super::links::{Href, InnerLink};
use super::marks::Marks;
use super::raw_html::RawHtml;
use super::tree::Tree;
use crate::content::keys::lined::Lined;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::diagnostics::rule::Rule;

/// What the visit collects.
#[derive(Debug, Default)]
pub struct Visit {
    /// The ids of the headings in order, then those of the footnotes.
    pub anchors: Vec<String>,
    /// The headings of the highest level.
    pub headings: Vec<Heading>,
    /// The lines of the text on which pull quotes start.
    pub pull_quotes: HashSet<usize>,
    /// Links to pages of the newspaper.
    pub links: Vec<Lined<InnerLink>>,
    /// Its raw HTML.
    pub raw_html: RawHtml,
    /// The pictures, by their new names in the text, which begin with the site's base.
    pub images: HashMap<String, Image>,
    /// The number of words.
    pub words: usize,
    /// The first paragraphs as plain text.
    pub opening: String,
}

/// The marker at the beginning of a pull quote.
const PULL: &str = "[!PULL]";

/// The number of characters of the opening that a summary can need.
const OPENING: usize = 600;

/// Visits the parsed `text` once.
pub fn visit(tree: &Tree<'_>, text: &str, first_line: u32, context: &TextContext<'_>, notes: &mut Notes) -> Visit {
    let root = tree.root;
    let mut visit = Visit::default();
    let marks = Marks::of(text, first_line);
    note_footnotes(&tree.footnote_faults, first_line, notes);
    for (line, mark) in &tree.marks {
        marks.note_found(mark, in_file(first_line, *line), notes);
    }
    let mut anchors = own_ids(&tree.heading_ids, first_line, notes);
    let mut footnotes = Vec::new();
    let top = top_heading(root);
    visit.pull_quotes = pull_quotes(root, first_line, notes);
    for node in root.descendants() {
        let mut ast = node.data_mut();
        let place = ast.sourcepos.start.line;
        let line = in_file(first_line, place);
        match &mut ast.value {
            NodeValue::Heading(heading) => {
                // The page's own headline is the only h1.
                heading.level = (heading.level + 2).saturating_sub(top).min(6);
                let highest = heading.level == 2;
                drop(ast);
                let text = node.collect_text();
                marks.note_heading(&text, line, notes);
                let own = tree.heading_ids.get(&place);
                let id = own.map_or_else(|| anchors.name(&text), |own| own.id.clone());
                if highest {
                    visit.headings.push(Heading { id: id.clone(), text });
                }
                visit.anchors.push(id);
            }
            NodeValue::Link(link) => {
                marks.note_title(&link.title, line, notes);
                visit.link(link, line, context, notes);
            }
            NodeValue::Image(image) => {
                let image = image.clone();
                drop(ast);
                marks.note_title(&image.title, line, notes);
                let src = visit.picture(&image.url, &node.collect_text(), line, context, notes);
                if let NodeValue::Image(image) = &mut node.data_mut().value {
                    image.url = src;
                }
            }
            NodeValue::HtmlBlock(NodeHtmlBlock { literal, .. }) | NodeValue::HtmlInline(literal) => {
                visit.raw_html.add(literal, line, notes);
                Marks::note_html(literal, line, notes);
            }
            NodeValue::FootnoteReference(reference) => {
                footnotes.push(reference_id(reference.ix, reference.ref_num));
                if reference.ref_num == 1 {
                    footnotes.push(footnote_id(reference.ix));
                }
            }
            NodeValue::Text(text) => {
                visit.words += count_words(text);
            }
            _ => {}
        }
    }
    visit.anchors.extend(footnotes);
    visit.opening = opening(root);
    visit
}

/// The line of the file, given that of the text.
pub fn in_file(first_line: u32, line: usize) -> u32 {
    first_line + u32::try_from(line).unwrap_or(1).saturating_sub(1)
}

/// Assigns the ids that authors have given headings, before any others are made.
fn own_ids(ids: &HashMap<usize, HeadingId>, first_line: u32, notes: &mut Notes) -> Anchors {
    let mut anchors = Anchors::default();
    let mut ids: Vec<(usize, &str)> = ids.iter().map(|(line, own)| (*line, own.id.as_str())).collect();
    ids.sort_unstable();
    for (line, id) in ids {
        if !anchors.take(id) {
            let what = message!("the heading's id \"{id}\" is already that of another part of the page");
            notes.note(in_file(first_line, line), what, "give it another one, or leave it out");
        }
    }
    anchors
}

fn note_footnotes(faults: &[FootnoteFault], first_line: u32, notes: &mut Notes) {
    for FootnoteFault { line, name, kind } in faults {
        let (what, remedy) = match kind {
            FootnoteFaultKind::Twice(first) => (
                message!("the footnote [^{name}] is already on line {}", in_file(first_line, *first)),
                "give one of the two another name, or remove it",
            ),
            FootnoteFaultKind::Unused => (
                message!("nothing refers to the footnote [^{name}]: readers would not see it"),
                "write its name, in the same brackets, in the text, or remove the footnote",
            ),
            FootnoteFaultKind::Missing => (
                message!("[^{name}] refers to no footnote: readers would see it as written"),
                "write the footnote, beginning with its name in the same brackets and a colon, or \\[ if readers \
                 should see it",
            ),
        };
        notes.note(in_file(first_line, *line), what, remedy);
    }
}

impl Visit {
    fn link(&mut self, link: &mut NodeLink, line: u32, context: &TextContext<'_>, notes: &mut Notes) {
        match Href::of(&link.url, context) {
            Href::Inner(href, inner) => {
                link.url = href;
                self.links.push(Lined::new(line, inner));
            }
            Href::Outer => {}
            Href::Nowhere => {
                let remedy =
                    "write the address of a page such as /history/potemkin-stairs/, or a full one with https://";
                notes.note_by(
                    Rule::DeadLink,
                    line,
                    message!("the link {} leads to no page of the newspaper", link.url),
                    remedy,
                );
            }
            Href::Unreadable => {
                let remedy = "write the full address, with https://";
                // It may contain control characters.
                let shown = link.url.escape_debug();
                notes.note_by(Rule::DeadLink, line, message!("the link {shown} is not a valid address"), remedy);
            }
            Href::Strange => {
                let remedy = "begin it with https://, http://, mailto: or tel:, or leave the link out";
                notes.note_by(Rule::DeadLink, line, message!("the link {} would not be published", link.url), remedy);
            }
        }
    }

    /// The new name of a picture; empty if it cannot be used.
    fn picture(&mut self, file: &str, alt: &str, line: u32, context: &TextContext<'_>, notes: &mut Notes) -> String {
        if alt.trim().is_empty() {
            let remedy = format!("write ![what the picture shows]({file})");
            notes.note_by(Rule::AltText, line, message!("picture \"{file}\" has no alt text"), remedy);
        }
        if file.contains("://") || file.starts_with("//") {
            let what = message!("picture \"{file}\" would be fetched from another site");
            notes.note_by(Rule::Picture, line, what, "save it next to the story and write its file name");
            return String::new();
        }
        match context.pictures.get(context.folder, file) {
            Ok(image) => {
                let name = [context.base, &image.name].concat();
                self.images.insert(name.clone(), Image { name: name.clone(), ..image });
                name
            }
            Err((what, remedy)) => {
                notes.note_by(Rule::Picture, line, what, remedy);
                String::new()
            }
        }
    }
}

/// Finds the quotations that begin with `[!PULL]`, and removes the marker.
fn pull_quotes<'a>(root: Node<'a>, first_line: u32, notes: &mut Notes) -> HashSet<usize> {
    let mut found = HashSet::new();
    let blocks = blocks(root);
    for quote in blocks.into_iter().filter(|node| matches!(node.data().value, NodeValue::BlockQuote)) {
        let first = quote.first_child().and_then(|paragraph| paragraph.first_child());
        let mark = first.and_then(|first| match &first.data().value {
            NodeValue::Text(text) if text.starts_with("[!") => Some((first, text.trim().to_string())),
            _ => None,
        });
        let Some((first, mark)) = mark else { continue };
        let start = quote.data().sourcepos.start.line;
        if mark == PULL && first.next_sibling().is_some() {
            // The marker is on a line of its own.
            if let Some(end) = first.next_sibling() {
                end.detach();
            }
            first.detach();
            found.insert(start);
        } else {
            let line = in_file(first_line, start);
            let remedy = "write > [!PULL] on a line of its own, and the quotation on the lines below, each after >";
            notes.note(
                line,
                message!("the quotation begins with {mark}, which is not the marker of a pull quote"),
                remedy,
            );
        }
    }
    found
}

/// The block nodes of a text, which are far fewer than all nodes.
fn blocks<'a>(root: Node<'a>) -> Vec<Node<'a>> {
    let mut blocks = vec![root];
    let mut next = 0;
    while let Some(block) = blocks.get(next) {
        let inner = block.children().filter(|child| child.data().value.block());
        blocks.extend(inner.collect::<Vec<_>>());
        next += 1;
    }
    blocks
}

/// The highest heading level of the text. It becomes h2, and the others follow.
fn top_heading(root: Node<'_>) -> u8 {
    let levels = blocks(root).into_iter().filter_map(|node| match node.data().value {
        NodeValue::Heading(ref heading) => Some(heading.level),
        _ => None,
    });
    levels.min().unwrap_or(2)
}

/// The paragraphs before the first heading that follows one, without figures, quotations, lists, tables and addresses of
/// pages.
pub fn opening(root: Node<'_>) -> String {
    let mut opening = String::new();
    for block in root.children() {
        match block.data().value {
            NodeValue::Heading(_) if !opening.is_empty() => break,
            NodeValue::Paragraph if !is_figure(block) => add(&mut opening, &block.collect_text()),
            _ => {}
        }
        if opening.chars().count() > OPENING {
            break;
        }
    }
    opening
}

/// The first words of a text: of paragraphs, headings, lists, quotations, tables, pictures and code.
pub fn words(root: Node<'_>) -> String {
    let mut words = String::new();
    for block in root.descendants() {
        match &block.data().value {
            NodeValue::Paragraph | NodeValue::Heading(_) | NodeValue::TableCell => {
                add(&mut words, &block.collect_text());
            }
            NodeValue::CodeBlock(code) => add(&mut words, &code.literal),
            _ => {}
        }
        if words.chars().count() > OPENING {
            break;
        }
    }
    words
}

/// Adds the words of `text`, without addresses of pages.
fn add(words: &mut String, text: &str) {
    for word in text.split_whitespace() {
        if is_address(word) {
            // It may end a sentence.
            words.extend(word.chars().last().filter(|last| ".!?…".contains(*last) && !words.is_empty()));
            continue;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
}

/// Whether a word is the address of a page, in brackets or quotation marks or not.
fn is_address(word: &str) -> bool {
    let word = word.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    ["https://", "http://", "www."].iter().any(|begin| {
        word.get(..begin.len()).is_some_and(|start| start.eq_ignore_ascii_case(begin)) && word.len() > begin.len()
    })
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::count_words;

    #[test]
    fn a_word_has_a_letter_or_a_digit() {
        for (text, words) in [
            ("", 0),
            ("  ", 0),
            ("one", 1),
            (" one two\tthree\n4 ", 4),
            ("one - two & \"three\" (4)", 4),
            ("«один» — два", 2),
            ("x\u{a0}y", 2),
        ] {
            assert_eq!(count_words(text), words, "{text:?}");
        }
    }
}
