//! A query, read from what a reader has typed.

use crate::stem::terms;
use crate::tokens::tokens;

/// The maximum number of words that are looked for; the others are ignored.
const MOST: usize = 8;

/// How many letters it takes for a word to match the beginning of others.
const BEGINNING: usize = 3;

/// What a reader looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, each once.
    pub words: Vec<Word>,
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word in the form in which words are compared.
    pub word: String,
    /// Its range in what was typed, in bytes.
    pub place: std::ops::Range<usize>,
    /// The terms that it may mean, its own first.
    pub terms: Vec<String>,
    /// Whether it may be the beginning of a longer word: the last one, while it is being typed.
    pub open: bool,
}

impl Query {
    /// Whether there is nothing to look for: no word of two letters or more.
    pub fn is_too_short(&self) -> bool {
        self.words.iter().all(|word| word.word.chars().count() < 2)
    }

    /// Reads a query from `text`. While it is being typed, its last word may be the beginning of a longer one.
    pub fn of(text: &str, typing: bool) -> Query {
        let mut words: Vec<Word> = Vec::new();
        for token in tokens(text) {
            if words.iter().all(|known| known.word != token.word) && words.len() < MOST {
                let open = typing && token.end == text.len() && token.word.chars().count() >= BEGINNING;
                let terms = terms(&token.word);
                words.push(Word { word: token.word, place: token.start..token.end, terms, open });
            }
        }
        Query { words }
    }
}

impl Word {
    /// Whether it matches `word` of a text, which is found by the terms `written`.
    pub fn is(&self, word: &str, written: &[String]) -> bool {
        self.terms.iter().any(|term| written.contains(term)) || self.open && word.starts_with(&self.word)
    }

    /// Terms that show where in the alphabet the right spelling of a misspelt word may be: its own, those without
    /// its first letter, and those with its first two letters swapped. If its first letter is another one, it could
    /// be anywhere.
    pub fn beginnings(&self) -> Vec<String> {
        let mut all = self.terms.clone();
        let mut letters: Vec<char> = self.word.chars().collect();
        if letters.len() > 2 {
            all.extend(terms(&letters[1..].iter().collect::<String>()));
            letters.swap(0, 1);
            all.extend(terms(&letters.into_iter().collect::<String>()));
        }
        all
    }
}
