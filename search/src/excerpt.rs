//! The part of a text that shows why a story was found.

use crate::query::Query;
use crate::stem::written;
use crate::tokens::{Token, tokens};

/// How many words an excerpt has.
const WORDS: usize = 32;

/// How many of them precede the first match, to give it a context.
const BEFORE: usize = 8;

/// A piece of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its text, not escaped.
    pub text: String,
    /// Whether it matches the query.
    pub marked: bool,
}

/// The part of `text` with the most words of `query`, the earliest of the best; the beginning if none matches. An
/// ellipsis marks where the text was cut.
pub fn excerpt(text: &str, query: &Query) -> Vec<Piece> {
    let tokens = tokens(text);
    let wanted: Vec<Option<usize>> = tokens.iter().map(|token| wanted(token, query)).collect();
    let start = best_start(&wanted, query.words.len());
    let end = (start + WORDS).min(tokens.len());
    let mut pieces = Vec::new();
    let mut add = |text: &str, marked: bool| {
        if !text.is_empty() {
            pieces.push(Piece { text: String::from(text), marked });
        }
    };
    let mut place = if start == 0 { 0 } else { tokens[start].start };
    if start > 0 {
        add("… ", false);
    }
    for (token, _) in tokens[start..end].iter().zip(&wanted[start..end]).filter(|(_, wanted)| wanted.is_some()) {
        add(&text[place..token.start], false);
        add(&text[token.start..token.end], true);
        place = token.end;
    }
    if end < tokens.len() {
        add(&text[place..tokens[end - 1].end], false);
        add(" …", false);
    } else {
        add(text[place..].trim_end(), false);
    }
    pieces
}

/// The position of the word of the query that it matches.
fn wanted(token: &Token, query: &Query) -> Option<usize> {
    let written = written(&token.word);
    query.words.iter().position(|word| word.is(&token.word, &written))
}

/// The position of the token at which the best part begins: most different words, then most words.
fn best_start(wanted: &[Option<usize>], words: usize) -> usize {
    let worth = |start: usize| {
        let part = &wanted[start..(start + WORDS).min(wanted.len())];
        let different = (0..words).filter(|word| part.contains(&Some(*word))).count();
        (different, part.iter().flatten().count())
    };
    let starts = wanted.iter().enumerate().filter(|(_, wanted)| wanted.is_some()).map(|(place, _)| place);
    let best = starts.rev().max_by_key(|start| worth(*start)).unwrap_or_default();
    best.saturating_sub(BEFORE).min(wanted.len().saturating_sub(WORDS))
}
