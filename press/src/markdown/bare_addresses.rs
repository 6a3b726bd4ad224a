//! Addresses that stand in a text without any markup. comrak ends them at a space or at some ASCII marks; here they end
//! before the quotation marks, brackets and punctuation of any language, before spaces of any kind, and before a
//! reference to a footnote.

use comrak::Arena;
use comrak::nodes::{AstNode, Node, NodeFootnoteReference, NodeLink, NodeValue};

use super::text_node::text_node;
use crate::locale::letters::is_part_of_word;

/// Whether a link is an address without markup, or one in angle brackets: its text is its address.
pub fn is_bare_address(node: Node<'_>, link: &NodeLink) -> bool {
    let text = node.first_child().filter(|only| only.next_sibling().is_none());
    let text = text.map(|text| text.data().value.clone());
    let Some(NodeValue::Text(text)) = text else { return false };
    link.title.is_empty() && link.url.strip_suffix(&*text).is_some_and(|scheme| ["", "http://"].contains(&scheme))
}

/// Ends each bare address where it ends for a reader. What was cut off follows it as text, and as references to
/// footnotes.
pub fn shorten<'a>(root: Node<'a>, arena: &'a Arena<'a>) {
    for node in root.descendants().filter(|node| matches!(node.data().value, NodeValue::Link(_))).collect::<Vec<_>>() {
        let NodeValue::Link(link) = node.data().value.clone() else { continue };
        if is_bare_address(node, &link) {
            shorten_one(node, &node.collect_text(), arena);
        }
    }
}

fn shorten_one<'a>(node: Node<'a>, text: &str, arena: &'a Arena<'a>) {
    let mut parts = parts(text).into_iter();
    let Some((address, rest)) = parts.next().filter(|(address, _)| address.len() < text.len()) else { return };
    let mut last = add_rest(node, rest, arena);
    match (&mut node.data_mut().value, node.first_child()) {
        (NodeValue::Link(link), Some(child)) if !address.is_empty() => {
            let scheme = link.url.len() - text.len();
            link.url.truncate(scheme + address.len());
            child.data_mut().value = NodeValue::Text(String::from(address).into());
        }
        _ => {}
    }
    if address.is_empty() {
        node.detach();
    }
    for (address, rest) in parts {
        let link = Box::new(NodeLink { url: String::from(address), title: String::new() });
        let node = arena.alloc(AstNode::from(NodeValue::Link(link)));
        node.data_mut().sourcepos = last.data().sourcepos;
        node.append(text_node(arena, address, last));
        last.insert_after(node);
        last = add_rest(node, rest, arena);
    }
}

/// Adds what follows an address, after its node. Returns the last node.
fn add_rest<'a>(address: Node<'a>, rest: &str, arena: &'a Arena<'a>) -> Node<'a> {
    let mut last = address;
    let mut add = |node: Node<'a>| {
        node.data_mut().sourcepos = address.data().sourcepos;
        last.insert_after(node);
        last = node;
    };
    let mut rest = rest;
    while let Some((before, name, after)) = footnote_reference(rest) {
        if !before.is_empty() {
            add(text_node(arena, before, address));
        }
        let reference = NodeFootnoteReference { name: String::from(name), ..NodeFootnoteReference::default() };
        add(arena.alloc(AstNode::from(NodeValue::FootnoteReference(Box::new(reference)))));
        rest = after;
    }
    if !rest.is_empty() {
        add(text_node(arena, rest, address));
    }
    last
}

/// The first reference to a footnote: what precedes it, its name, and what follows it.
fn footnote_reference(text: &str) -> Option<(&str, &str, &str)> {
    let (before, after) = text.split_once("[^")?;
    let (name, after) = after.split_once(']')?;
    let is_name = !name.is_empty() && !name.contains(|sign: char| sign.is_whitespace() || sign == '[');
    is_name.then_some((before, name, after))
}

/// The addresses that begin in `text`, which begins with one, each with what follows it.
fn parts(text: &str) -> Vec<(&str, &str)> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        let end = end(rest);
        let after = &rest[end..];
        let next = ["https://", "http://"].iter().filter_map(|scheme| after.find(scheme)).min();
        let next = next.filter(|next| *next > 0);
        parts.push((&rest[..end], &after[..next.unwrap_or(after.len())]));
        match next {
            Some(next) => rest = &after[next..],
            None => return parts,
        }
    }
}

/// Where the address that `text` begins with ends; 0 if nothing is left of it.
fn end(text: &str) -> usize {
    const TRAILING: &str = "?!.,:;*_~'\"–—’‘";
    let stops = |(place, sign): (usize, char)| {
        let is_between_letters = || {
            let after = text[place + sign.len_utf8()..].starts_with(is_part_of_word);
            after && text[..place].ends_with(is_part_of_word)
        };
        let is_footnote = text[place..].starts_with("[^")
            && footnote_reference(&text[place..]).is_some_and(|(before, ..)| before.is_empty());
        let stops = is_mark(sign) || is_footnote || matches!(sign, '’' | '‘') && !is_between_letters();
        stops.then_some(place)
    };
    let mut address = &text[..text.char_indices().find_map(stops).unwrap_or(text.len())];
    let (opened, mut closed) = (address.matches('(').count(), address.matches(')').count());
    loop {
        let shorter = address.trim_end_matches(|sign| TRAILING.contains(sign));
        let shorter = match shorter.strip_suffix(')') {
            Some(shorter) if closed > opened => {
                closed -= 1;
                shorter
            }
            _ => shorter,
        };
        if shorter == address {
            break;
        }
        address = shorter;
    }
    let host = address.split_once("://").map_or(address, |(_, host)| host);
    if host.is_empty() { 0 } else { address.len() }
}

/// Signs that are in no address that people write, and would be percent-encoded in it: quotation marks and ellipses,
/// East Asian punctuation, spaces and invisible signs.
fn is_mark(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || "«»‹›“”„‟‚‛…\u{ad}\u{feff}".contains(sign)
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(sign, '\u{3000}'..='\u{3020}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn an_address_ends_before_the_mark_that_follows_it() {
        for (text, address) in [
            ("https://example.org/a»", "https://example.org/a"),
            ("https://example.org/a”,", "https://example.org/a"),
            ("https://example.org/a’", "https://example.org/a"),
            ("https://example.org/a.»", "https://example.org/a"),
            ("https://example.org/a…", "https://example.org/a"),
            ("https://example.org/a—", "https://example.org/a"),
            ("https://example.org/a;", "https://example.org/a"),
            ("https://example.org/a\u{a0}та", "https://example.org/a"),
            ("https://example.org/a\u{200b}", "https://example.org/a"),
            ("https://example.org/a)»", "https://example.org/a"),
            ("https://example.org/a_(b)", "https://example.org/a_(b)"),
            ("https://example.org/a。次", "https://example.org/a"),
            ("https://uk.example.org/Пам’ять", "https://uk.example.org/Пам’ять"),
            ("https://uk.example.org/Пам'ять", "https://uk.example.org/Пам'ять"),
            ("https://example.org/Michelson–Morley", "https://example.org/Michelson–Morley"),
            ("https://example.org/a?b=c&d=%C2%BB", "https://example.org/a?b=c&d=%C2%BB"),
            ("https://example.org/a[^1].", "https://example.org/a"),
            ("https://example.org/a[1]", "https://example.org/a[1]"),
            ("https://»", ""),
        ] {
            assert_eq!(parts(text)[0], (address, &text[address.len()..]), "{text}");
        }
    }

    #[test]
    fn another_address_after_the_mark_is_one_too() {
        let found = parts("https://a.example»,«https://b.example/c».");
        assert_eq!(found, [("https://a.example", "»,«"), ("https://b.example/c", "».")]);
    }
}
