//! The outline of a text for `press check`: its parts as written, with line numbers, before any changes.

use comrak::Arena;
use comrak::nodes::NodeValue;

use super::figure::CREDIT;
use super::inline_picture::InlinePicture;
use super::tree::Tree;
use crate::content::keys::lined::Lined;
use crate::locale::language::Language;

/// The outline of a text.
#[derive(Debug, Default)]
pub struct Outline {
    /// The levels of its headings, 1 to 6.
    pub headings: Vec<Lined<u8>>,
    /// Its pictures.
    pub pictures: Vec<Lined<InlinePicture>>,
    /// Whether it contains anything for a reader.
    pub has_content: bool,
}

impl Outline {
    /// The outline of a text that starts on line `first_line` of its file.
    pub fn of(text: &str, first_line: u32) -> Outline {
        let arena = Arena::new();
        let mut outline = Outline::default();
        for node in Tree::parse(&arena, text, Language::OTHER).root.descendants() {
            let ast = node.data();
            let line = first_line + u32::try_from(ast.sourcepos.start.line).unwrap_or(1).saturating_sub(1);
            match &ast.value {
                NodeValue::Heading(heading) => outline.headings.push(Lined::new(line, heading.level)),
                NodeValue::Image(image) => {
                    let caption = image.title.rsplit_once(CREDIT).map_or(image.title.as_str(), |(caption, _)| caption);
                    let (file, caption) = (image.url.clone(), String::from(caption.trim()));
                    let picture = InlinePicture { file, alt: node.collect_text(), caption };
                    outline.pictures.push(Lined::new(line, picture));
                    outline.has_content = true;
                }
                NodeValue::Text(_) | NodeValue::Code(_) | NodeValue::CodeBlock(_) => outline.has_content = true,
                // A comment is not for readers.
                NodeValue::HtmlBlock(html) => outline.has_content |= !html.literal.trim_start().starts_with("<!--"),
                _ => {}
            }
        }
        outline
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
