//! A shortcode as written in a text: `[name key="value"]`.

/// A shortcode as written in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Code<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its attributes; those without a key have an empty one.
    pub attributes: Vec<(&'a str, &'a str)>,
    /// Whether it is a closing one: `[/name]`.
    pub closes: bool,
    /// Whether it ends with a slash: `[name /]`.
    pub is_empty: bool,
    /// Its length in bytes.
    pub end: usize,
}

impl<'a> Code<'a> {
    /// The shortcode at the start of a text, of at most `longest` bytes.
    ///
    /// # Errors
    /// The number of bytes that were read in vain.
    pub fn read(text: &'a str, longest: usize) -> Result<Code<'a>, usize> {
        let inner = text.strip_prefix('[').ok_or(1_usize)?;
        let (inner, closes) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
        let length = inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte)).count();
        let (name, rest) = inner.split_at(length);
        if !name.starts_with(|letter: char| letter.is_ascii_alphabetic())
            || !rest.starts_with([' ', ']', '/', '\n', '\r', '\t', '\u{a0}', '='])
        {
            return Err(length);
        }
        let length = end_of(rest, longest)?;
        let written = rest[..length].trim();
        let is_empty = written.ends_with('/') && !written.contains("://");
        let written = if is_empty { written.trim_end_matches('/') } else { written };
        let end = text.len() - rest.len() + length + 1;
        Ok(Code { name, attributes: attributes(written), closes, is_empty, end })
    }

    /// The first non-empty value of one of these keys, in their order.
    pub fn first(&self, keys: &[&str]) -> Option<&'a str> {
        let value = |key: &&str| {
            let own = self.attributes.iter().find(|(own, _)| own.eq_ignore_ascii_case(key));
            own.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
        };
        keys.iter().find_map(value)
    }

    /// The first value without a key: of `[youtube https://…]` and of `[youtube=https://…]`.
    pub fn bare(&self) -> Option<&'a str> {
        self.attributes.iter().find(|(key, _)| key.is_empty()).map(|(_, value)| value.trim())
    }

    /// Whether it has attributes, all of them with keys. Words in brackets may have an equals sign, too.
    pub fn has_keys(&self) -> bool {
        !self.attributes.is_empty() && self.attributes.iter().all(|(key, _)| !key.is_empty())
    }
}

/// The position of the bracket that closes a shortcode, given what follows its name; or how much was read in vain.
fn end_of(rest: &str, longest: usize) -> Result<usize, usize> {
    let mut quote = None;
    let mut before = ' ';
    for (place, letter) in rest.char_indices() {
        if place > longest {
            return Err(place);
        }
        match (quote, letter) {
            (None, ']') => return Ok(place),
            (None, '[' | '<') => return Err(place),
            // An apostrophe within a word is not a quotation mark.
            (None, '"' | '\'') if before == '=' || before.is_whitespace() => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
        before = letter;
    }
    Err(rest.len())
}

/// Quotation marks that an editor has put in place of straight ones.
const CURLY: [char; 7] = ['“', '”', '„', '″', '‘', '’', '«'];

/// Reads attributes as WordPress does: `key="value"`, `key='value'`, `key=value`, `"value"`, `value`.
fn attributes(written: &str) -> Vec<(&str, &str)> {
    let mut attributes = Vec::new();
    let mut rest = written.trim_start();
    while !rest.is_empty() {
        let key = rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || "_-".contains(letter)));
        let key = key.unwrap_or(rest.len());
        let after = rest[key..].strip_prefix('=');
        let is_spaced = || {
            rest[key..].trim_start().strip_prefix('=').is_some_and(|after| after.trim_start().starts_with(['"', '\'']))
        };
        let (key, from) = match after {
            Some(after) => (&rest[..key], after),
            None if key > 0 && is_spaced() => (&rest[..key], rest[key..].trim_start()[1..].trim_start()),
            None => ("", rest),
        };
        let (value, next) = value(from);
        attributes.push((key, value));
        rest = next.trim_start();
    }
    attributes
}

/// The value at the start of a text, and what follows it.
fn value(from: &str) -> (&str, &str) {
    if let Some(quote) = from.chars().next().filter(|letter| matches!(letter, '"' | '\''))
        && let Some((value, next)) = from[1..].split_once(quote)
    {
        return (value, next);
    }
    let is_curly = from.starts_with(CURLY);
    let ends = |letter: char| if is_curly { CURLY.contains(&letter) } else { letter.is_whitespace() };
    let start = if is_curly { from.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let length = from[start..].find(ends).unwrap_or(from.len() - start);
    let (value, next) = from[start..].split_at(length);
    // One letter at least, so that this comes to an end.
    let next =
        if value.is_empty() { next.chars().next().map_or("", |letter| &next[letter.len_utf8()..]) } else { next };
    (value.trim_matches(['"', '\'']), next.trim_start_matches(CURLY))
}

#[cfg(test)]
mod tests {
    use super::Code;

    fn read(text: &str) -> Option<Vec<(&str, &str)>> {
        Code::read(text, 1000).ok().map(|code| code.attributes)
    }

    #[test]
    fn attributes_are_read_as_wordpress_reads_them() {
        assert_eq!(
            read("[a b=\"c d\" e='f' g=h \"i j\" k]").unwrap(),
            [("b", "c d"), ("e", "f"), ("g", "h"), ("", "i j"), ("", "k")]
        );
        assert_eq!(read("[a=https://x.example/?v=1]").unwrap(), [("", "https://x.example/?v=1")]);
        assert_eq!(read("[a b=”c” d=“e f”]").unwrap(), [("b", "c"), ("d", "e f")]);
        assert_eq!(read("[a b = \"c\"]").unwrap(), [("b", "c")]);
        assert_eq!(read("[a b=\"x]y\"]").unwrap(), [("b", "x]y")]);
    }

    #[test]
    fn words_with_apostrophes_end_at_their_bracket() {
        let code = Code::read("[he didn't say] and [it isn't a=\"b\"]", 1000).unwrap();
        assert_eq!(code.end, "[he didn't say]".len());
        for text in ["[don't]", "[1]", "[…]", "[a <b>]", "[a [b]", "[a", "[editor's note]", "[Note: a=b]"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
