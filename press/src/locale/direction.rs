//! Characters that turn the direction of a text, without being seen: U+202E shows `gpj.exe` as `exe.jpg`.
//!
//! Letters of Hebrew and Arabic turn by themselves. A line that mixes them with others may need a pair of controls, which
//! turns nothing outside it. A control without its other half also turns what a page shows after a headline or a name. Isolating each of these on pages would cost bytes everywhere, and is impossible in titles and feeds, so
//! controls without their other half are left out when a text is read.
//! Source: Unicode Standard Annex 9, "Unicode Bidirectional Algorithm".

/// Ends an embedding or an override.
const POP: char = '\u{202c}';

/// Ends an isolate.
const POP_ISOLATE: char = '\u{2069}';

fn begins_embedding(sign: char) -> bool {
    matches!(sign, '\u{202a}' | '\u{202b}') || overrides(sign)
}

fn overrides(sign: char) -> bool {
    matches!(sign, '\u{202d}' | '\u{202e}')
}

fn begins_isolate(sign: char) -> bool {
    matches!(sign, '\u{2066}'..='\u{2068}')
}

/// Whether a character turns the direction of a text.
pub fn turns(sign: char) -> bool {
    matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character is an invisible letter of a direction.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// `text` without the controls that have no other half in their line.
pub fn closed(text: String) -> String {
    if !has_control(text.as_bytes()) {
        return text;
    }
    let mut kept = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let open = unpaired(line);
        let is_kept = |(place, _): &(usize, char)| open.binary_search(place).is_err();
        kept.extend(line.char_indices().filter(is_kept).map(|(_, sign)| sign));
    }
    kept
}

/// The characters of a text that make it read in another order than it is written, for no good reason: overrides,
/// controls without their other half, and any in a text without letters that are written from right to left.
pub fn suspects(text: &str) -> Vec<char> {
    if !text.chars().any(|sign| turns(sign) || is_mark(sign)) {
        return Vec::new();
    }
    let open = unpaired(text);
    let is_needed = text.chars().any(is_right_to_left);
    let is_suspect = |place: usize, sign: char| {
        overrides(sign) || open.binary_search(&place).is_ok() || (!is_needed && (turns(sign) || is_mark(sign)))
    };
    text.char_indices().filter(|(place, sign)| is_suspect(*place, *sign)).map(|(_, sign)| sign).collect()
}

/// The places of controls without their other half, in order.
fn unpaired(text: &str) -> Vec<usize> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut unpaired = Vec::new();
    for (place, sign) in text.char_indices() {
        if begins_embedding(sign) || begins_isolate(sign) {
            open.push((place, sign));
        } else if sign == POP {
            match open.pop_if(|(_, begin)| begins_embedding(*begin)) {
                Some(_) => {}
                None => unpaired.push(place),
            }
        } else if sign == POP_ISOLATE {
            // It ends the embeddings in the isolate as well.
            match open.iter().rposition(|(_, begin)| begins_isolate(*begin)) {
                Some(begin) => unpaired.extend(open.drain(begin..).skip(1).map(|(place, _)| place)),
                None => unpaired.push(place),
            }
        }
    }
    unpaired.extend(open.into_iter().map(|(place, _)| place));
    unpaired.sort_unstable();
    unpaired
}

/// Whether a text has a control. Nearly none has; many bytes can be checked at once.
fn has_control(text: &[u8]) -> bool {
    let (second, third) = (text.iter().skip(1), text.iter().skip(2));
    text.iter().zip(second).zip(third).fold(false, |found, ((first, second), third)| {
        let embeds = (*second == 0x80) & (*third >= 0xaa) & (*third <= 0xae);
        let isolates = (*second == 0x81) & (*third >= 0xa6) & (*third <= 0xa9);
        found | ((*first == 0xe2) & (embeds | isolates))
    })
}

/// Whether a letter belongs to a script that is written from right to left.
fn is_right_to_left(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    ) && letter.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::{closed, suspects};

    #[test]
    fn a_control_without_its_other_half_is_left_out() {
        for (text, kept) in [
            ("The lamp", "The lamp"),
            ("The \u{202e}lamp", "The lamp"),
            ("a\u{2067}b\u{2069}c\u{2069}", "a\u{2067}b\u{2069}c"),
            ("a\u{202b}b\u{202c}c\u{202c}", "a\u{202b}b\u{202c}c"),
            ("\u{2066}a\u{202e}b\u{2069}c", "\u{2066}ab\u{2069}c"),
            ("\u{202a}a\u{2066}b\u{202c}", "ab"),
            ("a\u{2067}b\nc\u{2069}d", "ab\ncd"),
            ("“é” – \u{200f}שלום\u{200f}", "“é” – \u{200f}שלום\u{200f}"),
        ] {
            assert_eq!(closed(String::from(text)), kept, "{text:?}");
        }
    }

    #[test]
    fn controls_are_suspect_unless_letters_from_right_to_left_need_them() {
        for (text, found) in [
            ("The lamp", ""),
            ("a \u{2067}שלום\u{2069} b\u{200e}", ""),
            ("a \u{2067}lamp\u{2069}\u{200e}", "\u{2067}\u{2069}\u{200e}"),
            ("a \u{2067}שלום", "\u{2067}"),
            ("שלום \u{202e}lamp\u{202c}", "\u{202e}"),
        ] {
            assert_eq!(suspects(text), found.chars().collect::<Vec<_>>(), "{text:?}");
        }
    }
}
