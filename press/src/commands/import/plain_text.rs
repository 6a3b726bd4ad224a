//! Converts HTML to plain text, for headlines, summaries and captions.

use scraper::{Html, Node};

use super::html_tree::HtmlTree;
use crate::locale::printable::printable;

/// The text of `html` on one line, without tags, scripts and styles.
pub fn plain_text(html: &str) -> String {
    let mut text = String::new();
    if html.contains(['<', '&']) {
        let tree = HtmlTree::without_marks(html).unwrap_or_else(Html::new_fragment);
        for node in tree.tree.nodes() {
            match node.value() {
                Node::Text(words) if !is_script_or_style(node.parent()) => text.push_str(words),
                Node::Element(element) if BREAKS.contains(&element.name()) => text.push(' '),
                _ => {}
            }
        }
    } else {
        text.push_str(html);
    }
    in_one_line(&text)
}

/// The maximum length in bytes of a text on one line: with several of them, front matter stays within its limit.
const LONGEST: usize = 20_000;

/// `text` without control characters and with single spaces between words; only its beginning if it is too long.
pub fn in_one_line(text: &str) -> String {
    let text = printable(String::from(text));
    let words = text.split(|letter: char| letter.is_ascii_whitespace() || letter.is_control());
    let mut line = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    line.truncate(line.floor_char_boundary(LONGEST));
    line
}

const BREAKS: [&str; 8] = ["br", "p", "div", "li", "h2", "h3", "td", "figcaption"];

fn is_script_or_style(parent: Option<ego_tree::NodeRef<'_, Node>>) -> bool {
    let name = parent.and_then(|parent| parent.value().as_element().map(|element| element.name()));
    matches!(name, Some("script" | "style" | "noscript" | "template"))
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn tags_are_removed_and_entities_decoded() {
        assert_eq!(plain_text("Fish &amp; <em>chips</em>&#8217;s\n price"), "Fish & chips’s price");
        assert_eq!(plain_text("<p>One.</p><p>Two.</p><style>p {}</style>"), "One. Two.");
        assert_eq!(plain_text("1 < 2"), "1 < 2");
    }

    #[test]
    fn what_press_would_not_read_is_left_out() {
        assert_eq!(plain_text("\u{202a}The \u{202e}lamp\0"), "The lamp");
        assert_eq!(plain_text(&"é".repeat(15_000)).len(), 20_000);
    }
}
