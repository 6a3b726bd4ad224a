//! Where the sentences of a text end: by Unicode's rules (UAX 29), except after abbreviations.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation;

use super::language::Language;
use super::letters::is_part_of_word;

/// The abbreviations of a language: words of at least three letters, without the last full stop. One that begins with a
/// small letter may also begin with a capital one.
struct Abbreviations {
    /// The code of the language.
    code: &'static str,
    words: LazyLock<HashSet<&'static str>>,
}

/// The languages whose abbreviations are known.
static KNOWN: [Abbreviations; 7] = [
    Abbreviations { code: "de", words: LazyLock::new(|| words(include_str!("sentences/de.txt"))) },
    Abbreviations { code: "en", words: LazyLock::new(|| words(include_str!("sentences/en.txt"))) },
    Abbreviations { code: "es", words: LazyLock::new(|| words(include_str!("sentences/es.txt"))) },
    Abbreviations { code: "fr", words: LazyLock::new(|| words(include_str!("sentences/fr.txt"))) },
    Abbreviations { code: "pl", words: LazyLock::new(|| words(include_str!("sentences/pl.txt"))) },
    Abbreviations { code: "ru", words: LazyLock::new(|| words(include_str!("sentences/ru.txt"))) },
    Abbreviations { code: "uk", words: LazyLock::new(|| words(include_str!("sentences/uk.txt"))) },
];

fn words(list: &'static str) -> HashSet<&'static str> {
    list.split_whitespace().collect()
}

/// The number of letters up to which a word before a full stop is an abbreviation in any language: St., J., р.
const SHORT: usize = 2;

/// The places in `text` at which a sentence ends, as byte indices, in order: before the space that follows it. The end
/// of the text is not among them.
///
/// A full stop after an abbreviation ends no sentence here, though it may: half a name is worse than a longer sentence.
/// In a language whose abbreviations are not known, those of all languages count.
pub fn sentence_ends(text: &str, language: Language) -> impl Iterator<Item = usize> {
    let own: Vec<&Abbreviations> = KNOWN.iter().filter(|known| language.is(known.code)).collect();
    let known = if own.is_empty() { KNOWN.iter().collect() } else { own };
    // Unicode's rules do not know the ellipsis. This sign ends a sentence and is as long.
    let marked = text.replace('…', "‼");
    let bounds: Vec<usize> = marked.split_sentence_bound_indices().skip(1).map(|(begin, _)| begin).collect();
    bounds.into_iter().filter_map(move |begin| {
        let sentence = &text[..begin];
        let next = text[begin..].trim_start_matches(|sign: char| !is_part_of_word(sign));
        let has_space = sentence.ends_with(char::is_whitespace);
        let sentence = sentence.trim_end();
        let is_end = has_space && !next.is_empty() && !next.starts_with(char::is_lowercase) && ends(sentence, &known);
        is_end.then_some(sentence.len())
    })
}

/// Whether a sentence ends here, rather than an abbreviation.
fn ends(sentence: &str, known: &[&Abbreviations]) -> bool {
    const CLOSING: &[char] = &['"', '\'', '”', '’', '»', '“', '›', ')', ']', '}'];
    let words = sentence.trim_end_matches(CLOSING);
    let Some(words) = words.strip_suffix('.') else {
        return words.ends_with(['!', '?', '…', '。', '！', '？', '؟', '।', '۔']);
    };
    let is_in_word = |letter: char| is_part_of_word(letter) || ".-’'".contains(letter);
    let begin = words.char_indices().rev().take_while(|(_, letter)| is_in_word(*letter)).last();
    let word = begin.map_or("", |(begin, _)| &words[begin..]);
    // The last part of "т.зв" or "р-н" counts, too.
    let last = word.rsplit(['.', '-', '’', '\'']).next().unwrap_or_default();
    let letters = last.chars().filter(|letter| letter.is_alphanumeric()).count();
    letters > SHORT && ![word, last].iter().any(|word| is_abbreviation(word, known))
}

fn is_abbreviation(word: &str, known: &[&Abbreviations]) -> bool {
    let is_known = |word: String| known.iter().any(|known| known.words.contains(word.as_str()));
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return false };
    let rest = letters.as_str();
    let has_small = rest.contains(char::is_lowercase);
    let rest = if has_small { String::from(rest) } else { rest.to_lowercase() };
    is_known([first.to_string(), rest.clone()].concat())
        || is_known(first.to_lowercase().chain(rest.chars()).collect())
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, SHORT, sentence_ends};
    use crate::locale::language::Language;

    fn first<'a>(text: &'a str, language: &str) -> &'a str {
        sentence_ends(text, Language::of(language)).next().map_or("", |end| &text[..end])
    }

    #[test]
    fn a_sentence_ends_before_the_next_one_begins() {
        for (text, sentence) in [
            ("It rains. It pours.", "It rains."),
            ("Дощ іде. Злива.", "Дощ іде."),
            ("“Is it open?” “Yes.” Then he left.", "“Is it open?”"),
            ("It opened in 1841. The steps came later.", "It opened in 1841."),
            ("It rains! (It pours.) So.", "It rains!"),
            ("He waited… Nobody came.", "He waited…"),
            ("開いた。 次の文。", "開いた。"),
            ("It rains.", ""),
            ("example.org is a site. So.", "example.org is a site."),
        ] {
            assert_eq!(first(text, "en"), sentence, "{text}");
        }
    }

    #[test]
    fn an_abbreviation_does_not_end_one() {
        for (language, text) in [
            ("en", "The order of Gen. Smith came."),
            ("en-GB", "Prof. Jane Roe and Capt. John Doe met."),
            ("en", "Sen. Smith and Gov. Roe, Rep. Doe, Rev. Day, Sgt. Night."),
            ("en", "J. R. R. Tolkien and St. Nicholas."),
            ("uk", "A fire on вул. Пушкінській and просп. Шевченка."),
            ("uk", "За словами проф. Коваля і ген. Шевченка, акад. Франка."),
            ("uk-UA", "У 2019 р. Одеса мала 5 тис. Мешканців, див. Таблицю, т. зв. Новий порт."),
            ("uk", "ВУЛ. ПУШКІНСЬКА і ГЕН. ШЕВЧЕНКО"),
            ("de", "Wie Prof. Meier sagt, bzw. Frau Dr. Roe, vgl. Nr. 7."),
            ("fr", "M. Dupont et Mme. Dupont, env. Trois."),
            ("nl", "Prof. Janssen, gen. Jan."),
        ] {
            assert_eq!(first(text, language), "", "{text}");
        }
        assert_eq!(first("The lamp is lit. It turns.", "en"), "The lamp is lit.", "German: Literatur");
    }

    #[test]
    fn a_short_word_in_the_list_would_have_no_effect() {
        for word in KNOWN.iter().flat_map(|known| known.words.iter()) {
            assert!(word.chars().filter(|letter| letter.is_alphanumeric()).count() > SHORT, "{word}");
            assert!(!word.contains('.') && !word.contains('-'), "{word}");
        }
    }
}
