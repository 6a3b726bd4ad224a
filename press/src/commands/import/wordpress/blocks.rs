//! The comments of WordPress's block editor. Most blocks contain HTML. Shared blocks are elsewhere in the export; those
//! that WordPress renders for each page view are nowhere, and are left out.

use std::collections::HashMap;

use serde_json::Value;

use crate::commands::import::note::Note;
use crate::commands::import::note_list::NoteList;

/// Blocks without HTML that are not worth a note.
const NOTHING: [&str; 6] = ["more", "nextpage", "spacer", "separator", "footnotes", "paragraph"];

/// Maximum depth of shared blocks in shared blocks.
const DEEPEST: usize = 10;

/// Maximum length in bytes of what shared blocks add to a text.
const LONGEST: usize = 4_000_000;

/// Keys of a block's attributes with words that readers saw.
const WORDS: [&str; 14] = [
    "content",
    "text",
    "title",
    "heading",
    "description",
    "caption",
    "quote",
    "author",
    "question",
    "answer",
    "value",
    "body",
    "label",
    "subtitle",
];

/// The text with shared blocks in their places, and notes about the blocks that have no HTML.
pub fn expanded(content: &str, shared: &HashMap<String, String>, notes: &mut NoteList) -> String {
    let mut out = String::with_capacity(content.len());
    add(content, shared, &mut Vec::new(), notes, &mut out);
    out
}

fn add<'a>(
    content: &'a str,
    shared: &'a HashMap<String, String>,
    around: &mut Vec<&'a str>,
    notes: &mut NoteList,
    out: &mut String,
) {
    const START: &str = "<!-- wp:";
    let mut rest = content;
    while let Some(place) = rest.find(START) {
        out.push_str(&rest[..place]);
        let Some(end) = rest[place..].find("-->") else {
            rest = &rest[place..];
            break;
        };
        let (whole, after) = rest[place..].split_at(end + "-->".len());
        rest = after;
        out.push_str(whole);
        let comment = whole[START.len()..end].trim();
        let Some(comment) = comment.strip_suffix('/').map(str::trim_end) else { continue };
        let (name, attributes) = comment.split_once([' ', '\n', '{']).unwrap_or((comment, ""));
        let attributes = comment.find('{').map_or(attributes, |place| &comment[place..]);
        match name {
            name if NOTHING.contains(&name) => {}
            "block" => {
                let number = serde_json::from_str(attributes).ok().and_then(|json: Value| number(&json));
                let own = number.as_ref().and_then(|number| shared.get_key_value(number.as_str()));
                let is_fine = |number: &str| {
                    around.len() < DEEPEST && !around.contains(&number) && out.len() < content.len() + LONGEST
                };
                match own.filter(|(number, _)| is_fine(number)) {
                    Some((number, text)) => {
                        out.push_str("\n\n");
                        around.push(number);
                        add(text, shared, around, notes, out);
                        around.pop();
                        out.push_str("\n\n");
                    }
                    None => notes.add(Note::left_out("a reusable block was left out")),
                }
                if attributes.contains("\"content\"") {
                    notes
                        .add(Note::to_do("a reusable block had words of its own here; compare them with the old site"));
                }
            }
            name => {
                let kept = if name.contains('/') { words(attributes) } else { String::new() };
                let rest = if kept.is_empty() { "" } else { ", but for its words" };
                notes.add(Note::left_out(format!("a \"{name}\" block was left out{rest}")));
                out.push_str(&kept);
            }
        }
    }
    out.push_str(rest);
}

fn number(json: &Value) -> Option<String> {
    json.get("ref")?.as_u64().map(|number| number.to_string())
}

/// The words in the attributes of a plug-in's block, as HTML.
fn words(attributes: &str) -> String {
    let mut html = String::new();
    if let Ok(json) = serde_json::from_str::<Value>(attributes) {
        gather(&json, false, &mut html);
    }
    html
}

fn gather(json: &Value, is_text: bool, html: &mut String) {
    match json {
        Value::Object(entries) => {
            entries.iter().for_each(|(key, value)| gather(value, WORDS.contains(&key.as_str()), html));
        }
        // What is under the key of a text is one, however deep.
        Value::Array(values) => values.iter().for_each(|value| gather(value, is_text, html)),
        Value::String(text) if is_text => {
            let has_words = text.trim().contains(' ') && text.contains(char::is_alphabetic);
            if has_words && !text.contains("://") || text.contains("</") {
                html.push_str(&format!("\n\n<p>{text}</p>\n\n"));
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::expanded;
    use crate::commands::import::note_list::NoteList;

    fn html(content: &str) -> (String, Vec<String>) {
        let shared = [("1", "One <!-- wp:block {\"ref\":2} /-->"), ("2", "two <!-- wp:block {\"ref\":1} /-->")];
        let shared: HashMap<String, String> =
            shared.into_iter().map(|(number, text)| (String::from(number), String::from(text))).collect();
        let mut notes = NoteList::default();
        let html = expanded(content, &shared, &mut notes);
        (html, notes.into_notes().into_iter().map(|note| note.what).collect())
    }

    #[test]
    fn a_shared_block_is_put_in_its_place_once() {
        let (text, notes) = html("a<!-- wp:block {\"ref\":1} /-->b");
        let words: Vec<&str> = text.split("-->").map(|part| part.split("<!--").next().unwrap().trim()).collect();
        assert_eq!(words.concat().replace(' ', ""), "aOnetwob");
        assert_eq!(notes, ["a reusable block was left out"]);
        assert_eq!(html("<!-- wp:block {\"ref\":3} /-->").1, ["a reusable block was left out"]);
    }

    #[test]
    fn blocks_without_html_are_noted_and_their_words_are_kept() {
        let (text, notes) =
            html("<!-- wp:acf/quote {\"data\":{\"quote\":\"Two words\",\"id\":7}} /--> <!-- wp:more /-->");
        assert!(text.contains("<p>Two words</p>"), "{text}");
        assert_eq!(notes, ["a \"acf/quote\" block was left out, but for its words"]);
        assert_eq!(
            html("<!-- wp:latest-posts {\"title\":\"Two words\"} /-->").1,
            ["a \"latest-posts\" block was left out"]
        );
    }
}
