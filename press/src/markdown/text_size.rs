//! Notes what is too much in the HTML of a text, before anything is made of it that grows faster than the text.

use super::excess::note_excess;
use super::html_growth::{Excess, LARGEST, excess};
use super::nesting::{DEEPEST, depth};
use super::tree::Tree;
use super::visit::{Visit, in_file};
use crate::content::keys::lined::Lined;
use crate::diagnostics::notes::Notes;

/// Notes what is too much in the `html` that was written of a text; returns whether there is anything.
pub fn note(html: &str, tree: &Tree<'_>, visit: &Visit, first_line: u32, notes: &mut Notes) -> bool {
    let raw = visit.raw_html.parts();
    if depth(html) > DEEPEST {
        let line = deep_line(tree, first_line).or(raw.first().map(|part| part.line)).unwrap_or(first_line);
        note_excess(Excess::Depth, line, notes);
        return true;
    }
    if html.len() > LARGEST {
        note_excess(Excess::Size, first_line, notes);
        return true;
    }
    // Without raw HTML, each element is closed where it ends, and nothing grows.
    let Some((place, line, found)) = (!raw.is_empty()).then(|| excess(&parts(html, raw))).flatten() else {
        return false;
    };
    // What press has written counts for the raw HTML before it.
    let line = match raw.get(place / 2) {
        Some(part) if place % 2 == 1 => part.line + line,
        _ => raw[..place / 2].last().map_or(first_line, |part| part.line),
    };
    note_excess(found, line, notes);
    true
}

/// The line of the first part of a text that is nested too deep.
fn deep_line(tree: &Tree<'_>, first_line: u32) -> Option<u32> {
    let deep = tree.root.descendants().find(|node| node.ancestors().nth(DEEPEST).is_some())?;
    Some(in_file(first_line, deep.data().sourcepos.start.line))
}

/// The HTML in parts: each second one is raw HTML, which is written as it is.
fn parts<'a>(html: &'a str, raw: &[Lined<String>]) -> Vec<&'a str> {
    let mut parts = Vec::with_capacity(2 * raw.len() + 1);
    let mut rest = html;
    for part in raw {
        // What is in the alt text of a picture is not written.
        let Some(place) = rest.find(part.value.as_str()) else { break };
        parts.push(&rest[..place]);
        parts.push(&rest[place..place + part.value.len()]);
        rest = &rest[place + part.value.len()..];
    }
    parts.push(rest);
    parts
}
