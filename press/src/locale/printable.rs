//! Characters that cannot be published or printed.

use super::direction;

/// The number of bytes checked at once.
const AT_ONCE: usize = 256;

/// `text` without characters that XML or HTML do not allow: C0 controls other than tab and line ends, and the
/// noncharacters U+FFFE and U+FFFF. They come from other programs, and a single one makes a feed unreadable. Controls that
/// would turn what comes after the text are removed, too: see [`direction`].
pub fn printable(text: String) -> String {
    without_controls(direction::closed(text))
}

fn without_controls(mut text: String) -> String {
    // Nearly all texts have none. Each of these characters begins with a byte that is rare, and many bytes can be
    // checked at once.
    let is_rare = |byte: u8| (byte < b' ') & (byte != b'\n') | (byte == 0xef);
    let has_rare = |part: &[u8]| part.iter().fold(false, |found, byte| found | is_rare(*byte));
    if !text.as_bytes().chunks(AT_ONCE).any(has_rare) {
        return text;
    }
    text.retain(|sign| match sign {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        other => other >= ' ',
    });
    text
}

/// Whether a character does not show as itself: a control character, a line end, or one that changes the direction of
/// the text around it. In a name or on a terminal, it passes one text off as another.
pub fn is_hidden(sign: char) -> bool {
    // The separators of lines and paragraphs are between the marks of direction.
    let is_mark =
        matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    sign.is_control() || is_mark
}

#[cfg(test)]
mod tests {
    use super::{is_hidden, printable};

    #[test]
    fn characters_that_a_feed_must_not_contain_are_removed() {
        let text = "a\0b\u{1b}c\u{7f}d\u{ffff}\te\r\nf\u{202e}\u{200b}🌊";
        assert_eq!(printable(String::from(text)), "abc\u{7f}d\te\r\nf\u{200b}🌊");
    }

    #[test]
    fn characters_that_do_not_show_as_themselves_are_hidden() {
        assert!("\0\t\n\r\u{1b}\u{7f}\u{85}\u{9b}\u{61c}\u{200e}\u{2028}\u{202e}\u{2066}".chars().all(is_hidden));
        assert!(!"a ß Ї 🌊\u{200d}\u{a0}\u{ad}\u{2027}\u{202f}\u{206a}".chars().any(is_hidden));
    }
}
