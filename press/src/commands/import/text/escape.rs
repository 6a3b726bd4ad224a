//! Escapes characters that Markdown would interpret, with no more backslashes than needed.

/// The position of a text in the Markdown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// In the text of a link or the alt text of a picture.
    pub in_link: bool,
    /// In a table cell.
    pub in_cell: bool,
    /// Escape all punctuation, for a text that was misread without it.
    pub careful: bool,
}

/// `words` escaped for use within a line of Markdown.
pub fn escaped(words: &str, spot: Spot) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    let mut before = None;
    let mut letters = words.char_indices().peekable();
    while let Some((place, letter)) = letters.next() {
        let after = letters.peek().map(|(_, after)| *after);
        let is_sign = letter.is_ascii_punctuation();
        if is_sign && (needs_escape(letter, before, after, spot) || letter == '&' && is_entity(&words[place + 1..])) {
            out.push('\\');
        }
        // A line break would be interpreted by Markdown.
        out.push(if letter.is_control() { ' ' } else { letter });
        before = Some(letter);
    }
    out
}

fn needs_escape(letter: char, before: Option<char>, after: Option<char>, spot: Spot) -> bool {
    let in_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    match letter {
        '\\' | '`' | '*' | '[' | '~' => true,
        '_' => !(in_word(before) && in_word(after)),
        ']' => spot.in_link,
        '|' => spot.in_cell,
        // press rejects these as markup of another program.
        '{' => after.is_some_and(|after| "{%".contains(after)) || spot.careful,
        '<' => after.is_none_or(|after| after.is_ascii_alphabetic() || "/!?".contains(after)) || spot.careful,
        letter => spot.careful && letter.is_ascii_punctuation() && !"'\".-".contains(letter),
    }
}

/// Whether `&` followed by this text would be read as an entity.
fn is_entity(text: &str) -> bool {
    let name = text.bytes().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    name > 0 && text.as_bytes().get(name) == Some(&b';')
}

/// Escapes the beginning of a line that would otherwise start a list, heading, table or block quote.
pub fn line_start(line: &str) -> String {
    let line = line.trim_start_matches([' ', '\t']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    if digits > 0 {
        let sign = rest.strip_prefix(['.', ')']);
        return match sign {
            Some(after) if digits < 10 && ends(after) => [&line[..digits], "\\", rest].concat(),
            _ => String::from(line),
        };
    }
    let escape = match line.chars().next() {
        Some('#') => ends(line.trim_start_matches('#')),
        Some('-') => ends(&line[1..]) || line[1..].starts_with(['-', ':', '|']),
        Some('+') => ends(&line[1..]) || line.starts_with("+++"),
        Some(':') => line[1..].starts_with(['-', ':']),
        Some('>' | '=' | '|') => true,
        _ => false,
    };
    if escape { ["\\", line].concat() } else { String::from(line) }
}

/// The address of a link or the name of a file, as written in parentheses.
pub fn destination(address: &str, spot: Spot) -> String {
    let mut out = String::with_capacity(address.len());
    for (place, letter) in address.char_indices() {
        match letter {
            letter if letter.is_whitespace() || letter.is_control() || "<>\\`\"".contains(letter) => {
                let mut bytes = [0; 4];
                for byte in letter.encode_utf8(&mut bytes).bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            }
            '|' if spot.in_cell => out.push_str("%7C"),
            '(' | ')' => out.extend(['\\', letter]),
            '&' if is_entity(&address[place + 1..]) => out.push_str("&amp;"),
            letter => out.push(letter),
        }
    }
    out
}

/// The title of a picture, as written between quotation marks.
pub fn title(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (place, letter) in words.char_indices() {
        let after = &words[place + letter.len_utf8()..];
        let is_read = match letter {
            '"' | '\\' => true,
            '&' => is_entity(after),
            // press rejects these as markup of another program.
            '{' => after.starts_with(['{', '%']),
            _ => false,
        };
        if is_read {
            out.push('\\');
        }
        out.push(if letter.is_control() { ' ' } else { letter });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Spot, destination, escaped, line_start, title};

    #[test]
    fn only_significant_characters_are_escaped() {
        let plain = |words| escaped(words, Spot::default());
        assert_eq!(
            plain("Great news! A&B, 5 < 6, snake_case #1 (a) - b"),
            "Great news! A&B, 5 < 6, snake_case #1 (a) - b"
        );
        assert_eq!(plain("{a} {{b}} {% c %}"), "{a} \\{{b}} \\{% c %}");
        assert_eq!(
            plain("*a* _b_ [c] <d> ~e~ `f` \\ &amp;"),
            "\\*a\\* \\_b\\_ \\[c] \\<d> \\~e\\~ \\`f\\` \\\\ \\&amp;"
        );
    }

    #[test]
    fn the_beginning_of_a_line_is_escaped() {
        for (line, written) in [
            ("- a", "\\- a"),
            ("-a", "-a"),
            ("# a", "\\# a"),
            ("#a", "#a"),
            ("1. a", "1\\. a"),
            ("1.5 a", "1.5 a"),
            ("> a", "\\> a"),
            ("=====", "\\====="),
            ("+++", "\\+++"),
            (":-|", "\\:-|"),
        ] {
            assert_eq!(line_start(line), written);
        }
    }

    #[test]
    fn addresses_and_titles_end_where_they_should() {
        assert_eq!(destination("/a b(c)\"?x=1&copy;=2", Spot::default()), "/a%20b\\(c\\)%22?x=1&amp;copy;=2");
        assert_eq!(title("The \"Light\" \\ &lt;"), "The \\\"Light\\\" \\\\ \\&lt;");
        assert_eq!(title("{a} {{b}} {%"), "{a} \\{{b}} \\{%");
    }
}
