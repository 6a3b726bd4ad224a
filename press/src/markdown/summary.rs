//! What stands in for a description and a headline: the first sentences of a story, or its first words.

/// The maximum number of characters in a summary.
const LONGEST: usize = 200;

/// The maximum number of characters in a headline that is taken from the text: two lines on a phone.
const LONGEST_HEADLINE: usize = 60;

/// The first sentences of `text`, as many as fit into 200 characters. If not even the first one fits, its first words
/// with `…`, together at most 200 characters. Words are never cut.
pub fn summary(text: &str) -> String {
    beginning(text, LONGEST)
}

/// The same in 60 characters, without a full stop at its end.
pub fn headline(text: &str) -> String {
    let words = beginning(text, LONGEST_HEADLINE);
    match words.strip_suffix('.') {
        Some(sentence) if !sentence.ends_with('.') => String::from(sentence),
        _ => words,
    }
}

/// The first sentences of `text`, as many as fit into `longest` characters, or its first words.
///
/// A sentence ends with `.`, `!`, `?` or `…`, including closing quotation marks and brackets, if a space and a capital
/// letter (possibly after an opening mark) follow. A full stop after one or two letters or digits is treated as an
/// abbreviation (`St.`, `J.`, `р.`), because half a name is worse than a shorter summary.
fn beginning(text: &str, longest: usize) -> String {
    let text = text.trim();
    let Some((limit, _)) = text.char_indices().nth(longest) else { return String::from(text) };
    let sentences = &text[..limit];
    let end = text.match_indices(' ').map(|(place, _)| place).take_while(|place| *place <= limit);
    if let Some(end) = end.filter(|place| ends_sentence(text, *place)).last() {
        return String::from(&text[..end]);
    }
    // Room for the ellipsis.
    let room = sentences.char_indices().next_back().map_or(0, |(place, _)| place);
    let words = match sentences.rfind(char::is_whitespace) {
        Some(space) => &text[..space],
        None => &text[..room],
    };
    let words = words.trim_end_matches(|letter: char| letter.is_whitespace() || ",;:–—-".contains(letter));
    [words, "…"].concat()
}

/// Whether the space at `space` is between two sentences.
fn ends_sentence(text: &str, space: usize) -> bool {
    const CLOSING: &[char] = &['"', '\'', '”', '’', '»', ')', ']'];
    const OPENING: &[char] = &['"', '\'', '“', '‘', '«', '(', '['];
    let before = text[..space].trim_end_matches(CLOSING);
    let next = text[space..].trim_start().trim_start_matches(OPENING);
    if !next.starts_with(char::is_uppercase) {
        return false;
    }
    let Some(words) = before.strip_suffix('.') else { return before.ends_with(['!', '?', '…']) };
    words.chars().rev().take_while(|letter| letter.is_alphanumeric()).take(3).count() == 3
}

#[cfg(test)]
mod tests {
    use super::{headline, summary};

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
    fn a_quoted_sentence_keeps_its_mark() {
        let text = format!("“Is it open?” “Yes.” {}", sentence("Then", 200));
        assert_eq!(summary(&text), "“Is it open?” “Yes.”");
    }
}
