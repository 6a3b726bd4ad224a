//! Letters that Unicode can write in several ways: й as one character, or as и and a breve. A Mac writes file names in
//! the second way and some editors write texts so, and readers see no difference. Press reads everything as composed
//! (NFC), as the Character Model of the Web recommends: <https://www.w3.org/TR/charmod-norm/>.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

/// The acute and the grave accent that mark the stress of a Cyrillic word: `за́мок`.
const STRESS: [char; 2] = ['\u{300}', '\u{301}'];

/// `text` with every letter composed (NFC).
pub fn composed(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(text.nfc().collect()),
    }
}

/// `text` in the form in which names and addresses of other programs are compared: composed, in lower case.
pub fn key(text: &str) -> String {
    composed(text).to_lowercase()
}

/// Whether `letter` is part of a word: a letter, a digit, or a mark on one.
pub fn is_part_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || (!letter.is_ascii() && is_combining_mark(letter))
}

/// `text` without the stress marks on Cyrillic letters, which dictionaries and encyclopaedias write and readers do not
/// type.
pub fn without_stress(text: &str) -> Cow<'_, str> {
    if !text.contains(STRESS) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        let follows_cyrillic = || plain.ends_with(|before| matches!(before, '\u{400}'..='\u{52f}'));
        if !STRESS.contains(&letter) || !follows_cyrillic() {
            plain.push(letter);
        }
    }
    Cow::Owned(plain)
}

/// The first `most` characters of `text` as readers count them: a letter with its marks, or a flag, is one.
pub fn first_characters(text: &str, most: usize) -> &str {
    text.grapheme_indices(true).nth(most).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::{composed, first_characters, is_part_of_word, key, without_stress};

    #[test]
    fn letters_are_composed() {
        assert_eq!(composed("Киі\u{308}в і краи\u{306}, cafe\u{301}"), "Київ і край, café");
        assert_eq!(key("ФОТО-И\u{306}.PNG"), key("фото-й.png"));
        assert_eq!(composed("Плоди\u{301}"), "Плоди\u{301}", "no character is composed of these");
    }

    #[test]
    fn a_mark_is_part_of_a_word_and_a_stress_mark_can_be_left_out() {
        assert!("за\u{301}мокह\u{93f}न्दी7".chars().all(is_part_of_word));
        assert!(!"-’ «\u{200d}".chars().any(is_part_of_word));
        assert_eq!(without_stress("за\u{301}мок, x\u{301}, пе\u{300}рший"), "замок, x\u{301}, перший");
    }

    #[test]
    fn characters_are_counted_as_readers_do() {
        assert_eq!(first_characters("e\u{302}\u{323}🇺🇦👨‍👩‍👧x", 2), "e\u{302}\u{323}🇺🇦");
        assert_eq!(first_characters("ab", 3), "ab");
    }
}
