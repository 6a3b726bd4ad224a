//! The comments of readers on a story.

use super::element::XmlElement;
use crate::commands::import::persons::{public_name, without_addresses};
use crate::commands::import::plain_text::{in_one_line, plain_text};
use crate::commands::import::source::comment::OldComment;

/// What takes the place of an email address in a comment.
const REMOVED: &str = "[email address]";

/// The comments that readers saw: approved ones, and no notices of other sites that linked to the story.
pub fn comments(item: &XmlElement) -> Vec<OldComment> {
    let comments = item.children.iter().filter(|child| child.name == "wp:comment");
    comments.filter(|comment| is_shown(comment)).map(comment).collect()
}

fn is_shown(comment: &XmlElement) -> bool {
    let text = |name| comment.child(name).unwrap_or_default().trim();
    matches!(text("wp:comment_approved"), "1" | "approve" | "") && matches!(text("wp:comment_type"), "comment" | "")
}

fn comment(comment: &XmlElement) -> OldComment {
    let text = |name| comment.child(name).unwrap_or_default().trim();
    let email = text("wp:comment_author_email");
    let date = text("wp:comment_date_gmt");
    let is_date = date.len() == 19 && date.is_ascii() && !date.starts_with("0000");
    let parent = text("wp:comment_parent");
    OldComment {
        id: in_one_line(text("wp:comment_id")),
        parent: if parent == "0" { String::new() } else { in_one_line(parent) },
        author: public_name(text("wp:comment_author"), &[email]).unwrap_or_default(),
        date: if is_date { [&date.replacen(' ', "T", 1), "Z"].concat() } else { String::new() },
        text: words(text("wp:comment_content")),
    }
}

/// The words of a comment, with its line breaks.
fn words(html: &str) -> String {
    let html = html.replace("\r\n", "\n").replace("<br />", "\n").replace("<br>", "\n").replace("</p>", "\n\n");
    let lines: Vec<String> = html.split('\n').map(plain_text).collect();
    let mut text = lines.join("\n");
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    String::from(without_addresses(&text, REMOVED).trim())
}
