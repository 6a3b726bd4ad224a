//! The outline of a text for `press check`: its parts as written, with line numbers, before any changes.

use comrak::Arena;
use comrak::nodes::{Node, NodeValue};

use super::figure::CREDIT;
use super::inline_picture::InlinePicture;
use super::table_size;
use super::tree::Tree;
use crate::content::keys::lined::Lined;
use crate::locale::direction::suspects;
use crate::locale::language::Language;

/// The outline of a text.
#[derive(Debug, Default)]
pub struct Outline {
    /// The levels of its headings, 1 to 6.
    pub headings: Vec<Lined<u8>>,
    /// Its pictures.
    pub pictures: Vec<Lined<InlinePicture>>,
    /// Its links.
    pub links: Vec<Lined<OutlineLink>>,
    /// Characters that make a text read in another order than it is written.
    pub turned: Vec<Lined<char>>,
    /// Whether it contains anything for a reader.
    pub has_content: bool,
}

/// A link as written.
#[derive(Debug, PartialEq, Eq)]
pub struct OutlineLink {
    /// Its address.
    pub href: String,
    /// The words that lead there.
    pub text: String,
}

impl Outline {
    /// The outline of a text that starts on line `first_line` of its file.
    pub fn of(text: &str, first_line: u32) -> Outline {
        let arena = Arena::new();
        let mut outline = Outline::default();
        // It is an error, and not read any further.
        if table_size::excess(text).is_some() {
            return Outline { has_content: true, ..outline };
        }
        let line_of = |node: Node<'_>| {
            first_line + u32::try_from(node.data().sourcepos.start.line).unwrap_or(1).saturating_sub(1)
        };
        for node in Tree::parse(&arena, text, Language::OTHER).root.descendants() {
            let ast = node.data();
            let line = line_of(node);
            match &ast.value {
                NodeValue::Paragraph | NodeValue::TableCell => outline.note_turned(node, line_of),
                NodeValue::Heading(heading) => {
                    outline.headings.push(Lined::new(line, heading.level));
                    outline.note_turned(node, line_of);
                }
                NodeValue::Link(link) => {
                    outline.note_turned_in(line, &link.title);
                    let link = OutlineLink { href: link.url.clone(), text: node.collect_text() };
                    outline.links.push(Lined::new(line, link));
                }
                NodeValue::Image(image) => {
                    outline.note_turned_in(line, &image.title);
                    let caption = image.title.rsplit_once(CREDIT).map_or(image.title.as_str(), |(caption, _)| caption);
                    let (file, caption) = (image.url.clone(), String::from(caption.trim()));
                    let picture = InlinePicture { file, alt: node.collect_text(), caption };
                    outline.pictures.push(Lined::new(line, picture));
                    outline.has_content = true;
                }
                NodeValue::Text(_) | NodeValue::Code(_) => outline.has_content = true,
                NodeValue::CodeBlock(code) => {
                    outline.note_turned_in(line, &code.literal);
                    outline.has_content = true;
                }
                NodeValue::HtmlInline(html) => outline.note_turned_in(line, html),
                NodeValue::HtmlBlock(html) => {
                    outline.note_turned_in(line, &html.literal);
                    // A comment is not for readers.
                    outline.has_content |= !html.literal.trim_start().starts_with("<!--");
                }
                _ => {}
            }
        }
        outline
    }

    /// Notes the characters that turn words of a block, on the lines of the words.
    fn note_turned<'a>(&mut self, block: Node<'a>, line_of: impl Fn(Node<'a>) -> u32) {
        let suspects = suspects(&block.collect_text());
        if suspects.is_empty() {
            return;
        }
        for node in block.descendants() {
            if let NodeValue::Text(text) = &node.data().value {
                let found = text.chars().filter(|sign| suspects.contains(sign));
                self.turned.extend(found.map(|sign| Lined::new(line_of(node), sign)));
            }
        }
    }

    fn note_turned_in(&mut self, line: u32, text: &str) {
        for (number, text) in (line..).zip(text.lines()) {
            self.turned.extend(suspects(text).into_iter().map(|sign| Lined::new(number, sign)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{InlinePicture, Lined, Outline};

    #[test]
    fn headings_and_pictures_are_found_with_their_lines() {
        let outline = Outline::of("Text.\n\n### A\n\n![A lamp.](lamp.jpg \"The lamp | Drawing: X\")\n", 5);
        assert_eq!(outline.headings.iter().map(|found| (found.line, found.value)).collect::<Vec<_>>(), [(7, 3)]);
        let picture = &outline.pictures[0];
        let found = InlinePicture { file: "lamp.jpg".into(), alt: "A lamp.".into(), caption: "The lamp".into() };
        assert_eq!(*picture, Lined::new(9, found));
    }

    #[test]
    fn a_comment_alone_is_not_content() {
        let (comment, html) = ("<!-- to be written -->\n", "<table><tr><td>A</td></tr></table>\n");
        for (text, has_content) in [("", false), ("\n \n", false), (comment, false), (html, true), ("A.", true)] {
            assert_eq!(Outline::of(text, 1).has_content, has_content, "{text:?}");
        }
    }
}
