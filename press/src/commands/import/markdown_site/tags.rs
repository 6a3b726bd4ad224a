//! Finds the markup of other programs in a text: `{{< … >}}`, `{{% … %}}`, `{{ … }}` and `{% … %}`.

use std::collections::HashSet;

use super::code_parts::{code_parts, holds};

/// How a tag begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// `{{<`
    Angle,
    /// `{{%`
    Percent,
    /// `{{`
    Double,
    /// `{%`
    Block,
}

impl Opening {
    /// The signs at both ends.
    pub fn signs(self) -> (&'static str, &'static str) {
        match self {
            Opening::Angle => ("{{<", ">}}"),
            Opening::Percent => ("{{%", "%}}"),
            Opening::Double => ("{{", "}}"),
            Opening::Block => ("{%", "%}"),
        }
    }
}

/// A tag in a text.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'a> {
    /// How it begins.
    pub opening: Opening,
    /// What is between its signs, trimmed, also of the hyphens with which Liquid removes spaces.
    pub inner: &'a str,
    /// The text that follows it.
    pub rest: &'a str,
    /// Whether it is in code.
    pub in_code: bool,
}

/// What becomes of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stead {
    /// What stands in its stead.
    pub text: String,
    /// How many bytes of the text that follows it are replaced, too.
    pub also: usize,
}

impl Stead {
    /// `text` in the stead of the tag alone.
    pub fn of(text: impl Into<String>) -> Stead {
        Stead { text: text.into(), also: 0 }
    }
}

/// Knows the tags of a program.
pub trait TagReader {
    /// How its tags begin.
    fn openings(&self) -> &'static [Opening];
    /// What becomes of a tag; none if it is plain text.
    fn read(&mut self, tag: Tag<'_>) -> Option<Stead>;
    /// Called for a tag that is not closed, which is left out.
    fn is_open(&mut self, begin: &str);
}

/// The text with its tags replaced.
pub fn replaced(text: &str, reader: &mut dyn TagReader) -> String {
    if !text.contains("{{") && !text.contains("{%") {
        return String::from(text);
    }
    let code = code_parts(text);
    let mut out = String::with_capacity(text.len());
    let mut place = 0;
    while let Some(step) = text[place..].find('{') {
        out.push_str(&text[place..place + step]);
        place += step;
        let from = &text[place..];
        let opening = reader.openings().iter().copied().find(|opening| from.starts_with(opening.signs().0));
        let Some(opening) = opening else {
            out.push('{');
            place += 1;
            continue;
        };
        let in_code = holds(&code, place);
        let (begin, end) = opening.signs();
        let Some(length) = end_of(&from[begin.len()..], end) else {
            let line = from.lines().next().unwrap_or_default();
            if in_code {
                out.push_str(begin);
                place += begin.len();
            } else {
                reader.is_open(line);
                place += line.len();
            }
            continue;
        };
        let inner = from[begin.len()..begin.len() + length].trim_matches('-').trim();
        let rest = &from[begin.len() + length + end.len()..];
        match reader.read(Tag { opening, inner, rest, in_code }) {
            Some(stead) => {
                let also = floor(rest, stead.also);
                let is_alone =
                    is_blank_since_line(&out) && rest[also..].lines().next().is_none_or(|line| line.trim().is_empty());
                out.push_str(&stead.text);
                // A block of HTML ends at a blank line.
                if is_alone && !in_code && !stead.text.is_empty() {
                    out.push('\n');
                }
                place = text.len() - rest.len() + also;
            }
            None => {
                out.push_str(begin);
                place += begin.len();
            }
        }
    }
    out.push_str(&text[place..]);
    out
}

/// Where a tag ends that is not more than a few lines long. What is in quotation marks does not end it.
fn end_of(text: &str, end: &str) -> Option<usize> {
    let most = floor(text, LONGEST);
    let part = &text[..most];
    let mut quote = None;
    for (place, letter) in part.char_indices() {
        match (quote, letter) {
            (None, _) if part[place..].starts_with(end) => return Some(place),
            (None, '"' | '`') => quote = Some(letter),
            (Some(open), letter) if open == letter && !part[..place].ends_with('\\') => quote = None,
            _ => {}
        }
    }
    // A quotation mark may be just that.
    part.find(end)
}

/// Maximum length of a tag in bytes.
const LONGEST: usize = 4_000;

fn floor(text: &str, place: usize) -> usize {
    let mut place = place.min(text.len());
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}

fn is_blank_since_line(out: &str) -> bool {
    out.rsplit('\n').next().is_none_or(|line| line.trim().is_empty())
}

/// The inner text of a block and the number of bytes up to its end, given what follows its first tag. The end is a
/// tag of one of these forms with one of the words `ends`; blocks within it are counted if `begin` is their word.
pub fn until<'a>(rest: &'a str, openings: &[Opening], begin: &str, ends: &[&str]) -> Option<(&'a str, usize)> {
    let mut depth = 0;
    for (start, end, word) in Words::of(rest, openings) {
        if ends.contains(&word.as_str()) {
            if depth == 0 {
                return Some((&rest[..start], end));
            }
            depth -= 1;
        } else if !begin.is_empty() && word == begin {
            depth += 1;
        }
    }
    None
}

/// The first words of the tags that end something: `/details`, `endfor`.
pub fn endings(text: &str, openings: &[Opening]) -> HashSet<String> {
    let words = Words::of(text, openings).map(|(_, _, word)| word);
    words.filter(|word| word.starts_with('/') || word.starts_with("end")).collect()
}

/// The tags of a text: where each begins and ends, and its first word.
struct Words<'a> {
    text: &'a str,
    openings: &'a [Opening],
    place: usize,
}

impl<'a> Words<'a> {
    fn of(text: &'a str, openings: &'a [Opening]) -> Words<'a> {
        Words { text, openings, place: 0 }
    }
}

impl Iterator for Words<'_> {
    type Item = (usize, usize, String);

    fn next(&mut self) -> Option<(usize, usize, String)> {
        while let Some(step) = self.text[self.place..].find('{') {
            let start = self.place + step;
            let from = &self.text[start..];
            self.place = start + 1;
            let Some(opening) = self.openings.iter().find(|opening| from.starts_with(opening.signs().0)) else {
                continue;
            };
            let (begin, end) = opening.signs();
            let Some(length) = end_of(&from[begin.len()..], end) else { continue };
            let inner = from[begin.len()..begin.len() + length].trim_matches('-').trim();
            self.place = start + begin.len() + length + end.len();
            let mut words = inner.split_whitespace();
            let word = match words.next() {
                Some("/") => ["/", words.next().unwrap_or_default()].concat(),
                first => String::from(first.unwrap_or_default()),
            };
            return Some((start, self.place, word));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Opening, Stead, Tag, TagReader, endings, replaced, until};

    struct Marker;

    impl TagReader for Marker {
        fn openings(&self) -> &'static [Opening] {
            &[Opening::Angle, Opening::Block]
        }

        fn read(&mut self, tag: Tag<'_>) -> Option<Stead> {
            (!tag.in_code && tag.inner != "text").then(|| Stead::of(format!("[{}]", tag.inner)))
        }

        fn is_open(&mut self, _: &str) {}
    }

    #[test]
    fn tags_are_replaced_outside_code() {
        for (text, expected) in [
            ("a {{< b \"c >}}\" >}} d", "a [b \"c >}}\"] d"),
            ("{%- b -%} {{ c }}", "[b] {{ c }}"),
            ("`{{< b >}}` {{< text >}}", "`{{< b >}}` {{< text >}}"),
            ("{{< b >}}\nc", "[b]\n\nc"),
            ("a {{< b\nc", "a \nc"),
            ("don't {% b %} don't", "don't [b] don't"),
            ("{{", "{{"),
        ] {
            assert_eq!(replaced(text, &mut Marker), expected, "{text}");
        }
    }

    #[test]
    fn a_block_ends_where_its_own_end_is() {
        let rest = "a {% for %} b {% endfor %} c {% endfor %} d";
        let block = until(rest, &[Opening::Block], "for", &["endfor"]);
        assert_eq!(block, Some(("a {% for %} b {% endfor %} c ", rest.len() - 2)));
        assert_eq!(until("a", &[Opening::Block], "for", &["endfor"]), None);
        let mut ends: Vec<String> = endings("{{< /a >}} {{</ b >}} {{< c >}}", &[Opening::Angle]).into_iter().collect();
        ends.sort();
        assert_eq!(ends, ["/a", "/b"]);
    }
}
