//! The words of a story, counted.

use std::collections::{BTreeMap, HashMap};

use crate::stem::written;
use crate::tokens::tokens;

/// The words of a story.
#[derive(Debug, Default)]
pub struct Words {
    /// How many there are.
    pub length: u32,
    /// The terms that they are found by. Each has the form in which it is written first, and its weight: the
    /// weights of its occurrences, added up.
    pub terms: BTreeMap<String, (String, u32)>,
}

impl Words {
    /// The words of these texts, each of which has a weight: how many times as much a word in it counts as one in
    /// the body.
    pub fn of<'a>(texts: impl IntoIterator<Item = (u32, &'a str)>) -> Words {
        let mut words = Words::default();
        // Most words occur several times, and computing the terms of a word is slow: do it once per word.
        let (mut places, mut different): (HashMap<String, usize>, Vec<(String, u32)>) = Default::default();
        for (weight, text) in texts {
            for token in tokens(text) {
                words.length += 1;
                match places.get(&token.word) {
                    Some(place) => different[*place].1 += weight,
                    None => {
                        places.insert(token.word.clone(), different.len());
                        different.push((token.word, weight));
                    }
                }
            }
        }
        for (word, weight) in different {
            for term in written(&word) {
                let (form, sum) = words.terms.entry(term).or_default();
                *sum += weight;
                if form.is_empty() {
                    form.clone_from(&word);
                }
            }
        }
        words
    }
}
