//! The arguments of shortcodes and tags: `"a"`, `b=c`, `d: "e"`.

/// The arguments of a tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    named: Vec<(String, String)>,
    others: Vec<String>,
}

impl Arguments {
    /// Reads arguments that are separated by spaces or commas. Names end in `=` or `:`.
    pub fn of(text: &str) -> Arguments {
        let mut arguments = Arguments::default();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let (word, after) = word(rest);
            let is_name = !rest.starts_with(['"', '\'', '`']) && !word.is_empty();
            let follow = after.trim_start();
            let value = follow.strip_prefix('=').filter(|_| is_name);
            let value = value.or_else(|| follow.strip_prefix(':').filter(|_| is_name && !follow.starts_with("://")));
            if let Some(value) = value {
                let (value, after) = self::word(value.trim_start());
                arguments.named.push((word.to_lowercase(), value));
                rest = after;
            } else {
                arguments.others.extend((!word.is_empty()).then_some(word));
                rest = after;
            }
            rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == ',');
        }
        arguments
    }

    /// The first of these named arguments that is there and not empty.
    pub fn named(&self, names: &[&str]) -> Option<&str> {
        let found =
            names.iter().find_map(|name| self.named.iter().find(|(own, value)| own == name && !value.is_empty()));
        found.map(|(_, value)| value.as_str())
    }

    /// The argument at this place among those without a name.
    pub fn at(&self, place: usize) -> Option<&str> {
        self.others.get(place).map(String::as_str)
    }

    /// One of these named arguments, or else the first one without a name.
    pub fn named_or_first(&self, names: &[&str]) -> Option<&str> {
        self.named(names).or_else(|| self.at(0))
    }

    /// All values.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.named.iter().map(|(_, value)| value).chain(&self.others).map(String::as_str)
    }
}

/// The word at the start, without quotation marks, and what follows.
fn word(text: &str) -> (String, &str) {
    let quote = text.chars().next().filter(|letter| matches!(letter, '"' | '\'' | '`' | '“'));
    let Some(quote) = quote else {
        let is_end = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '=' | '"' | '`');
        let mut end = text.find(is_end).unwrap_or(text.len());
        // A colon ends a name, but not the scheme of an address.
        if let Some(place) = text[..end].find(':')
            && !text[place..].starts_with("://")
            && text[place + 1..].starts_with([' ', '"', '\''])
        {
            end = place;
        }
        if end == 0 {
            end = text.chars().next().map_or(0, char::len_utf8);
            return (String::new(), &text[end..]);
        }
        return (String::from(&text[..end]), &text[end..]);
    };
    let close = if quote == '“' { '”' } else { quote };
    let inner = &text[quote.len_utf8()..];
    let mut out = String::new();
    let mut letters = inner.char_indices();
    while let Some((place, letter)) = letters.next() {
        if letter == close {
            return (out, &inner[place + close.len_utf8()..]);
        }
        match letter {
            '\\' if quote == '"' => out.extend(letters.next().map(|(_, letter)| letter)),
            letter => out.push(letter),
        }
    }
    (out, "")
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    #[test]
    fn arguments_have_names_or_places() {
        for text in [
            "src=\"a b.png\" alt='The \"lamp\"' https://x.example/?a:b width=3",
            "src: \"a b.png\", alt: 'The \"lamp\"', https://x.example/?a:b, width: 3",
        ] {
            let arguments = Arguments::of(text);
            assert_eq!(arguments.named(&["src"]), Some("a b.png"), "{text}");
            assert_eq!(arguments.named(&["caption", "alt"]), Some("The \"lamp\""), "{text}");
            assert_eq!(arguments.named(&["width"]), Some("3"), "{text}");
            assert_eq!(arguments.at(0), Some("https://x.example/?a:b"), "{text}");
        }
        assert_eq!(Arguments::of("\"a\\\"b\" `c d` e").values().collect::<Vec<_>>(), ["a\"b", "c d", "e"]);
        assert_eq!(Arguments::of("= = \"").values().collect::<Vec<_>>(), Vec::<&str>::new());
    }
}
