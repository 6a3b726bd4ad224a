//! Shortcodes: words in square brackets that WordPress replaces with something else.

use std::collections::HashSet;

/// A shortcode as written in a text.
#[derive(Debug, PartialEq, Eq)]
struct Code<'a> {
    name: &'a str,
    attributes: &'a str,
    closes: bool,
    is_empty: bool,
    /// Its length in bytes.
    end: usize,
}

/// Shortcodes that are recognised by their name alone.
const ALONE: [&str; 12] = [
    "audio",
    "caption",
    "contact-form",
    "contact-form-7",
    "embed",
    "gallery",
    "playlist",
    "poll",
    "recent-posts",
    "toc",
    "video",
    "wp_caption",
];

/// Replaces captions, galleries and embeds with HTML. Other shortcodes are removed, with a note; text between an
/// opening and a closing one stays. `pictures` are those uploaded for the story.
pub fn replaced(content: &str, pictures: &[String], notes: &mut Vec<String>) -> String {
    if !content.contains('[') {
        return String::from(content);
    }
    let closed: HashSet<&str> =
        content.match_indices("[/").filter_map(|(place, _)| code(&content[place..])).map(|code| code.name).collect();
    let mut out = String::with_capacity(content.len());
    let mut rest = content;
    while let Some(place) = next_code(rest) {
        out.push_str(&rest[..place]);
        let from = &rest[place..];
        // Double brackets escape a shortcode.
        if let Some(written) = from.strip_prefix("[[").and_then(|inner| code(&from[1..]).map(|code| (inner, code.end)))
            && from[1 + written.1..].starts_with(']')
        {
            out.push_str(&from[1..1 + written.1]);
            rest = &from[written.1 + 2..];
            continue;
        }
        match code(from).filter(|code| is_one(code, &closed)) {
            Some(code) => {
                let used = replace(&code, from, pictures, notes, &mut out);
                rest = &from[used..];
            }
            None => {
                out.push('[');
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The position of the next bracket that is neither in a tag nor in a comment.
fn next_code(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut place = 0;
    while let Some(step) = bytes.get(place..)?.iter().position(|byte| matches!(byte, b'[' | b'<')) {
        place += step;
        if bytes[place] == b'[' {
            return Some(place);
        }
        let is_tag = bytes.get(place + 1).is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!'));
        let end = if text[place..].starts_with("<!--") { "-->" } else { ">" };
        place = match text[place..].find(end).filter(|_| is_tag) {
            Some(length) => place + length + end.len(),
            None => place + 1,
        };
    }
    None
}

/// The shortcode at the start of a text.
fn code(text: &str) -> Option<Code<'_>> {
    let inner = text.strip_prefix('[')?;
    let (inner, closes) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let length = inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte)).count();
    let (name, rest) = inner.split_at(length);
    if !name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        || !rest.starts_with([' ', ']', '/', '\n', '\t', '\u{a0}'])
    {
        return None;
    }
    let mut quote = None;
    for (place, letter) in rest.char_indices().take(LONGEST) {
        match (quote, letter) {
            (None, ']') => {
                let attributes = rest[..place].trim();
                let is_empty = attributes.ends_with('/');
                let end = text.len() - rest.len() + place + 1;
                return Some(Code { name, attributes: attributes.trim_end_matches('/'), closes, is_empty, end });
            }
            (None, '[') => return None,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    None
}

/// Maximum length of a shortcode in characters.
const LONGEST: usize = 5_000;

/// Whether words in brackets are a shortcode: they have attributes, a closing tag or a known name.
fn is_one(code: &Code<'_>, closed: &HashSet<&str>) -> bool {
    code.attributes.contains('=')
        || code.closes
        || code.is_empty
        || closed.contains(code.name)
        || ALONE.contains(&code.name)
}

/// Writes the replacement of a shortcode; returns the number of bytes replaced.
fn replace(code: &Code<'_>, from: &str, pictures: &[String], notes: &mut Vec<String>, out: &mut String) -> usize {
    let closing = format!("[/{}]", code.name);
    let inner = || {
        let length = from[code.end..].find(&closing)?;
        Some((&from[code.end..code.end + length], code.end + length + closing.len()))
    };
    if code.closes || code.is_empty && !matches!(code.name, "gallery" | "video" | "audio" | "playlist") {
        note(code, notes);
        return code.end;
    }
    match code.name {
        "caption" | "wp_caption" => {
            let Some((inner, end)) = inner() else { return code.end };
            let line = attribute(code.attributes, "caption");
            let line = line.map(|line| format!("<figcaption>{line}</figcaption>")).unwrap_or_default();
            out.push_str(&format!("\n\n<figure class=\"press-caption\">{inner}{line}</figure>\n\n"));
            end
        }
        "embed" => {
            let Some((address, end)) = inner() else { return code.end };
            out.push_str(&player(address));
            end
        }
        "video" | "audio" => {
            let sources = ["src", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav"];
            if let Some(address) = sources.into_iter().find_map(|name| attribute(code.attributes, name)) {
                out.push_str(&player(address));
            }
            inner().map_or(code.end, |(_, end)| end)
        }
        "gallery" => {
            let ids = attribute(code.attributes, "ids").or_else(|| attribute(code.attributes, "include"));
            let ids: Vec<&str> = match ids {
                Some(ids) => ids.split(',').map(str::trim).collect(),
                None => pictures.iter().map(String::as_str).collect(),
            };
            for id in ids.iter().filter(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())) {
                out.push_str(&format!("\n\n<img class=\"wp-image-{id}\">\n\n"));
            }
            code.end
        }
        _ => {
            note(code, notes);
            code.end
        }
    }
}

fn note(code: &Code<'_>, notes: &mut Vec<String>) {
    let note = format!("the shortcode [{}] was left out", code.name);
    let is_rest = code.closes && ["caption", "embed", "gallery"].contains(&code.name);
    if !notes.contains(&note) && !is_rest {
        notes.push(note);
    }
}

fn player(address: &str) -> String {
    let address = address.trim().replace('"', "%22").replace(['<', '>'], "");
    format!("\n\n<iframe src=\"{address}\"></iframe>\n\n")
}

/// The value of an attribute, quoted or not.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = attributes;
    while let Some(place) = rest.find(name) {
        let before = rest[..place].chars().next_back();
        let value = rest[place + name.len()..].trim_start().strip_prefix('=').map(str::trim_start);
        rest = &rest[place + name.len()..];
        let Some(value) = value.filter(|_| before.is_none_or(char::is_whitespace)) else { continue };
        let quote = value.chars().next().filter(|letter| matches!(letter, '"' | '\''));
        return match quote {
            Some(quote) => value[1..].split(quote).next(),
            None => value.split(|letter: char| letter.is_whitespace()).next(),
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::replaced;

    fn html(content: &str) -> (String, Vec<String>) {
        let mut notes = Vec::new();
        let html = replaced(content, &[String::from("7")], &mut notes);
        (html.trim().into(), notes)
    }

    #[test]
    fn captions_galleries_and_embedded_videos_become_html() {
        let (caption, notes) = html("[caption id=\"a\" width=\"300\"]<img src=\"x[1].jpg\"> The *lamp*[/caption]");
        assert_eq!(caption, "<figure class=\"press-caption\"><img src=\"x[1].jpg\"> The *lamp*</figure>");
        assert_eq!(
            html("[embed width=\"1\"]https://films.example/1[/embed]").0,
            "<iframe src=\"https://films.example/1\"></iframe>"
        );
        assert_eq!(html("[gallery ids=\"1, 2\"]").0, "<img class=\"wp-image-1\">\n\n\n\n<img class=\"wp-image-2\">");
        assert_eq!(html("[gallery]").0, "<img class=\"wp-image-7\">");
        assert!(notes.is_empty());
    }

    #[test]
    fn other_shortcodes_are_removed_and_noted_and_text_between_two_stays() {
        let (text, notes) = html("a [box colour=\"red\"]b[/box] c [map id=1] d [spacer /]");
        assert_eq!(text, "a b c  d");
        assert_eq!(notes, ["box", "map", "spacer"].map(|name| format!("the shortcode [{name}] was left out")));
    }

    #[test]
    fn words_in_brackets_are_not_shortcodes() {
        for text in ["[sic] and [1] and [… and [a b c]", "an [open \"bracket", "[", "[/", "[[", "<a title=\"[x y=1]\">"]
        {
            assert_eq!(html(text), (String::from(text), Vec::new()));
        }
        assert_eq!(html("[[gallery]] is how").0, "[gallery] is how");
    }
}
