//! Signs that can be printed.

/// Bytes that are looked at at once.
const AT_ONCE: usize = 256;

/// `text` without the signs that neither XML nor HTML may hold: the first control characters but for tab and ends of
/// lines, and what Unicode says is no character. They come out of other programs, and one of them alone makes a feed unreadable.
pub fn printable(mut text: String) -> String {
    // Nearly all texts are as they should be: of what is left out, each sign begins with a byte that is rare. Many bytes are looked at
    // at once.
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

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn what_no_feed_may_hold_is_left_out() {
        let text = "a\0b\u{1b}c\u{7f}d\u{ffff}\te\r\nf\u{202e}\u{200b}🌊";
        assert_eq!(printable(String::from(text)), "abc\u{7f}d\te\r\nf\u{202e}\u{200b}🌊");
    }
}
