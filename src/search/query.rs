//! What a reader has typed.

use super::stem::terms;
use super::tokens::tokens;

/// More words than these are not looked for.
const MOST: usize = 8;

/// A word that begins with fewer letters than these is not taken for the beginning of others.
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
    /// As it is compared.
    pub word: String,
    /// Where it stands in what was typed, in bytes.
    pub place: std::ops::Range<usize>,
    /// The terms that may be meant, the word's own first.
    pub terms: Vec<String>,
    /// Whether it may be the beginning of a longer word: the last one, while it is being typed.
    pub open: bool,
}

impl Query {
    /// Whether there is nothing to look for: no word of two letters or more.
    pub fn is_too_short(&self) -> bool {
        self.words.iter().all(|word| word.word.chars().count() < 2)
    }

    /// What `text` asks for. While it is being typed, its last word may be the beginning of one.
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
    /// Whether a word of a text is meant, which is found by these terms.
    pub fn is(&self, word: &str, written: &[String]) -> bool {
        self.terms.iter().any(|term| written.contains(term)) || self.open && word.starts_with(&self.word)
    }

    /// Terms that stand in the alphabet where the word may belong, if it is misspelt: its own; those without its first letter,
    /// and with its first two letters swapped. Where another first letter should stand, it could belong anywhere.
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
