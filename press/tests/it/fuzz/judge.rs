//! What must be true of everything that was read.

use journal::model::Document;
use press::diagnostics::diagnostic::Diagnostic;
use press::edition::Edition;
use scraper::{Html, Selector};
use serde_json::json;

use super::newsroom::Newsroom;

/// Asserts that each error says what to do, and that no text is harmful.
pub fn reading(room: &Newsroom, reading: &Result<Edition, Vec<Diagnostic>>) {
    match reading {
        Ok(edition) => edition.documents().unwrap().into_iter().for_each(|(_, document)| harmless(document)),
        Err(mistakes) => {
            assert!(!mistakes.is_empty());
            mistakes.iter().for_each(|mistake| helpful(room, mistake));
        }
    }
}

/// Asserts that reading the same content twice has the same result.
pub fn same(first: &Result<Edition, Vec<Diagnostic>>, second: &Result<Edition, Vec<Diagnostic>>) {
    match (first, second) {
        (Ok(first), Ok(second)) => {
            let whole = |edition: &Edition| {
                let documents: Vec<_> =
                    edition.documents().unwrap().into_iter().map(|(_, document)| document).collect();
                json!({ "site": edition.site, "documents": documents })
            };
            assert_eq!(whole(first), whole(second));
        }
        (Err(first), Err(second)) => assert_eq!(first, second),
        (first, second) => panic!("{:?} {:?}", first.is_ok(), second.is_ok()),
    }
}

fn helpful(room: &Newsroom, mistake: &Diagnostic) {
    assert!(!mistake.message.trim().is_empty() && !mistake.remedy.trim().is_empty(), "{mistake:?}");
    let file = mistake.file.to_string_lossy().replace('\\', "/");
    assert!(file.starts_with("content"), "{mistake:?}");
    if let Some(line) = mistake.line {
        let lines = room.lines(&file).unwrap_or_else(|| panic!("{file} does not exist: {mistake:?}"));
        assert!((1..=lines).contains(&(line as usize)), "{file} has {lines} lines: {mistake:?}");
    }
}

fn harmless(mut document: Document) {
    if let Some(body) = document.body_mut() {
        harmless_html(&std::mem::take(body));
    }
    if let Document::Author(page) = &document {
        harmless_html(&page.bio);
    }
    // Plain text is escaped when it is shown; characters that a feed cannot contain must be gone by now.
    let text = json!(document).to_string();
    for sign in ["\\u0000", "\\u0008", "\\u001b", "\u{ffff}"] {
        assert!(!text.replace("\\\\", "").contains(sign), "{sign:?} in {text}");
    }
}

fn harmless_html(html: &str) {
    assert!(!html.contains(['\0', '\u{8}', '\u{b}', '\u{1b}', '\u{fffe}', '\u{ffff}']), "{html:?}");
    let lower = html.to_ascii_lowercase();
    assert!(!lower.contains("<script") && !lower.contains("<style") && !lower.contains("<iframe"), "{html}");
    let every = Selector::parse("*").unwrap();
    for element in Html::parse_fragment(html).select(&every) {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on"), "{name} in {html}");
            let plain: String = value.chars().filter(|sign| !sign.is_whitespace() && !sign.is_control()).collect();
            let plain = plain.to_ascii_lowercase();
            let is_address = ["href", "src", "srcset", "cite", "action", "xlink:href"].contains(&name);
            let runs = ["javascript:", "vbscript:", "data:"].iter().any(|scheme| plain.starts_with(scheme));
            assert!(!is_address || !runs, "{value} in {html}");
        }
    }
}
