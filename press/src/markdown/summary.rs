//! What stands in for a description and a headline: the first sentences of a story, or its first words.

use crate::locale::language::Language;
use crate::locale::letters::first_characters;
use crate::locale::sentences::sentence_ends;

/// The maximum number of characters in a summary.
const LONGEST: usize = 200;

/// The maximum number of characters in a headline that is taken from the text: two lines on a phone.
const LONGEST_HEADLINE: usize = 60;

/// The first sentences of `text`, as many as fit into 200 characters. If not even the first one fits, its first words
/// with `…`, together at most 200 characters. Words are never cut.
pub fn summary(text: &str, language: Language) -> String {
    beginning(text, LONGEST, language)
}

/// The same in 60 characters, without a full stop at its end.
pub fn headline(text: &str, language: Language) -> String {
    let words = beginning(text, LONGEST_HEADLINE, language);
    match words.strip_suffix('.') {
        Some(sentence) if !sentence.ends_with('.') => String::from(sentence),
        _ => words,
    }
}

/// The first sentences of `text`, as many as fit into `longest` characters, or its first words.
fn beginning(text: &str, longest: usize, language: Language) -> String {
    let text = text.trim();
    let fitting = first_characters(text, longest);
    if fitting.len() == text.len() {
        return String::from(text);
    }
    // What follows that decides whether a sentence ends; the text may go on for megabytes.
    let near = first_characters(text, 2 * longest);
    if let Some(end) = sentence_ends(near, language).take_while(|end| *end <= fitting.len()).last() {
        return String::from(&text[..end]);
    }
    // Room for the ellipsis.
    let room = first_characters(fitting, longest - 1);
    let words = match fitting.rfind(char::is_whitespace) {
        Some(space) => &text[..space],
        None => room,
    };
    let words = words.trim_end_matches(|letter: char| letter.is_whitespace() || ",;:–—-".contains(letter));
    [words, "…"].concat()
}

#[cfg(test)]
mod tests {
    use crate::locale::language::Language;

    fn summary(text: &str) -> String {
        super::summary(text, Language::of("en"))
    }

    fn headline(text: &str) -> String {
        super::headline(text, Language::of("en"))
    }

    /// `length` characters of one sentence that begins with `start`.
    fn sentence(start: &str, length: usize) -> String {
        let mut text = String::from(start);
        while text.chars().count() < length - 1 {
            text.push(if text.chars().count() % 6 == 0 { ' ' } else { 'o' });
        }
        text.push('.');
        text
    }

    #[test]
    fn a_short_text_is_its_own_summary() {
        assert_eq!(summary(" It rains. It pours "), "It rains. It pours");
        let whole = sentence("The", 200);
        assert_eq!(summary(&whole), whole);
    }

    #[test]
    fn as_many_sentences_as_fit_are_used() {
        let (one, two, three) = (sentence("One", 90), sentence("Two", 109), sentence("Three", 90));
        assert_eq!(summary(&format!("{one} {two} {three}")), format!("{one} {two}"));
        let (two, long) = (sentence("Two", 110), format!("{one} {}", sentence("Two", 111)));
        assert_eq!(summary(&format!("{one} {two}")).chars().count(), 90);
        assert_eq!(summary(&long), one);
    }

    #[test]
    fn a_long_first_sentence_is_cut_after_a_word() {
        let words = "harbour, ".repeat(30);
        let cut = summary(&words);
        assert_eq!(cut, format!("{}harbour…", "harbour, ".repeat(21)));
        assert!(cut.chars().count() <= 200);
        let exact = format!("{} {}", sentence("The", 199).trim_end_matches('.'), "a".repeat(50));
        assert_eq!(summary(&exact).chars().count(), 199);
    }

    #[test]
    fn a_headline_is_a_sentence_or_its_first_words() {
        assert_eq!(
            headline("The lamp is lit. It turns once in thirty-six seconds, in all weathers."),
            "The lamp is lit"
        );
        let long = headline("The lamp turns once in thirty-six seconds, in all weathers, as it has since it was lit");
        assert_eq!(long, "The lamp turns once in thirty-six seconds, in all weathers…");
    }

    #[test]
    fn letters_of_two_bytes_are_not_cut_in_the_middle() {
        for before in 0..12 {
            let words = format!("{}{}", "x".repeat(before), " пароплав".repeat(30));
            let cut = summary(&words);
            assert!(cut.ends_with("пароплав…") && cut.chars().count() <= 200, "{cut}");
        }
    }

    #[test]
    fn an_abbreviation_does_not_end_a_sentence() {
        let text = format!("The church of St. Panteleimon stands near the station. {}", sentence("Its", 180));
        assert_eq!(summary(&text), "The church of St. Panteleimon stands near the station.");
        let text = format!("Its height was J. Boffo {}", sentence("and", 260));
        assert!(summary(&text).ends_with('…'));
    }

    #[test]
    fn letters_with_marks_and_flags_are_not_cut() {
        for (sign, before) in [("e\u{302}\u{323}", 0), ("🇺🇦", 1), ("👩‍🚒", 2)] {
            let cut = summary(&format!("{}{}", "x".repeat(before), sign.repeat(250)));
            assert_eq!(cut, format!("{}{}…", "x".repeat(before), sign.repeat(199 - before)));
        }
    }

    #[test]
    fn a_quoted_sentence_keeps_its_mark() {
        let text = format!("“Is it open?” “Yes.” {}", sentence("Then", 200));
        assert_eq!(summary(&text), "“Is it open?” “Yes.”");
    }
}
