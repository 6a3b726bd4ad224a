//! Looks for what only programs should see, in everything that an edition shows to readers.

use press::edition::Edition;
use scraper::{Html, Node};
use serde_json::Value;

/// What readers would see as written, and where: shortcodes, tags, comments of blocks, variables of templates, base64.
/// Code samples may contain all of it.
pub fn raw_markup(edition: &Edition) -> Vec<String> {
    let mut found = Vec::new();
    for (route, document) in edition.documents().unwrap() {
        let document = serde_json::to_value(document).unwrap();
        for text in shown(&document) {
            found.extend(raw(&text).map(|raw| format!("{}: {raw} in {text}", route.path())));
        }
    }
    found
}

/// The email addresses in everything that an edition shows to readers.
pub fn email_addresses(edition: &Edition) -> Vec<String> {
    let documents = edition.documents().unwrap();
    let documents = documents.iter().map(|(_, document)| serde_json::to_string(document).unwrap());
    let words: Vec<String> =
        documents.flat_map(|text| text.split([' ', '"', '<', '>']).map(String::from).collect::<Vec<_>>()).collect();
    let is_address = |word: &String| {
        let Some((local, host)) = word.split_once('@') else { return false };
        let is_host = host.starts_with(char::is_alphanumeric) && host.trim_end_matches('.').contains('.');
        local.ends_with(char::is_alphanumeric) && !local.contains('/') && is_host
    };
    words.into_iter().filter(is_address).collect()
}

/// All texts of a document, as readers see them.
fn shown(document: &Value) -> Vec<String> {
    match document {
        Value::Object(entries) => entries.values().flat_map(shown).collect(),
        Value::Array(values) => values.iter().flat_map(shown).collect(),
        Value::String(text) if text.contains('<') => {
            let tree = Html::parse_fragment(text);
            let is_code = |node: ego_tree::NodeRef<'_, Node>| {
                let mut above = node.ancestors().filter_map(|above| above.value().as_element());
                above.any(|above| ["pre", "code"].contains(&above.name()))
            };
            let nodes = tree.tree.nodes().filter(|node| !is_code(*node));
            nodes.filter_map(|node| node.value().as_text().map(|text| text.to_string())).collect()
        }
        Value::String(text) => vec![text.clone()],
        _ => Vec::new(),
    }
}

/// The first piece of raw markup in a text.
fn raw(text: &str) -> Option<String> {
    let signs = ["<!--", "-->", "</", "<p", "<div", "<img", "%%", "@ET-DC@", "[:", "{{", "{%", "&lt;", "&amp;", "&#"];
    let sign = signs.into_iter().find(|sign| text.contains(sign)).map(String::from);
    sign.or_else(|| text.match_indices('[').find_map(|(place, _)| shortcode(&text[place..]))).or_else(|| base64(text))
}

/// The shortcode at the start of a text: one that closes, has attributes or has a name with a hyphen below.
fn shortcode(text: &str) -> Option<String> {
    let inner = text[1..].split(']').next().filter(|_| text.contains(']'))?;
    let (name, rest) = inner.split_once([' ', '=', '\n']).unwrap_or((inner, ""));
    let is_name = |name: &str| {
        name.starts_with(|letter: char| letter.is_ascii_lowercase())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
    };
    let known =
        ["caption", "gallery", "embed", "video", "audio", "playlist", "youtube", "vimeo", "soundcloud", "tweet"];
    let has_attribute = rest.split_whitespace().any(|part| part.split_once('=').is_some_and(|(key, _)| is_name(key)));
    let is_one = inner.strip_prefix('/').is_some_and(is_name)
        || is_name(name) && (has_attribute || name.contains('_') || known.contains(&name) || inner.contains("=http"));
    is_one.then(|| format!("[{inner}]"))
}

/// A long word in base64.
fn base64(text: &str) -> Option<String> {
    // A long name has one capital letter or few.
    let fits = |word: &&str| {
        word.len() > 30
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+=".contains(&byte))
            && word.bytes().filter(u8::is_ascii_uppercase).count() > 4
            && word.bytes().any(|byte| byte.is_ascii_lowercase())
    };
    text.split_whitespace().find(fits).map(String::from)
}

#[test]
fn raw_markup_is_told_from_prose() {
    for text in [
        "[youtube=https://x.example/1]",
        "a [vc_row] b",
        "[/box]",
        "[box colour=red]",
        "[gallery]",
        "<!-- wp:x -->",
        "%%title%%",
        "JTNDcCUzRVJhdyUyMHdvcmRzJTNDJTJGcCUzRQ==",
    ] {
        assert!(raw(text).is_some(), "{text}");
    }
    for text in ["[sic] and [1], [… and [update], [see https://x.example/?a=b]", "5 < 6 & 7 > 2", "100 % of them"] {
        assert_eq!(raw(text), None, "{text}");
    }
}
