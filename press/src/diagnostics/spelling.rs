//! Finds the word that was probably meant.

/// The candidate that `word` is probably a misspelling of: one edit away, or two in words of more than four letters.
/// An edit adds, drops, changes or swaps letters. The nearest wins, then the first.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let near = candidates.into_iter().filter_map(|candidate| {
        let letters = candidate.chars().count();
        let allowed = if letters > 4 { 2 } else { 1 };
        if letters.abs_diff(length) > allowed {
            return None;
        }
        let distance = edits(word, candidate);
        (distance <= allowed).then_some((distance, candidate))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// The number of edits between two words: added, dropped, changed and swapped letters.
pub fn edits(from: &str, to: &str) -> usize {
    strsim::osa_distance(from, to)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const KEYS: [&str; 5] = ["title", "date", "tags", "authors", "lead"];

    #[test]
    fn a_dropped_added_changed_or_swapped_letter_is_a_misspelling() {
        for word in ["titl", "titles", "tidle", "ttile"] {
            assert_eq!(nearest(word, KEYS), Some("title"), "{word}");
        }
        assert_eq!(nearest("author", KEYS), Some("authors"));
        assert_eq!(nearest("daet", KEYS), Some("date"));
    }

    #[test]
    fn another_word_is_not_a_misspelling() {
        for word in ["weight", "type", "url", "layout", "series"] {
            assert_eq!(nearest(word, KEYS), None, "{word}");
        }
    }
}
