//! Lines of front matter or `site.toml` that read in another order than they are written.

use crate::content::keys::lined::Lined;
use crate::locale::direction::suspects;

/// The characters in lines that turn them, as they are or as TOML and YAML write them.
pub fn turned<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Lined<char>> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(lines) {
        found.extend(suspects(&unescaped(line)).into_iter().map(|sign| Lined::new(number, sign)));
    }
    found
}

/// A line with `\u202e` and `\U0000202E` as the characters that they stand for.
fn unescaped(line: &str) -> String {
    let mut parts = line.split('\\');
    let mut text = String::from(parts.next().unwrap_or_default());
    for part in parts {
        let digits = match part.as_bytes().first() {
            Some(b'u') => part.get(1..5),
            Some(b'U') => part.get(1..9),
            _ => None,
        };
        match digits.and_then(|digits| char::from_u32(u32::from_str_radix(digits, 16).ok()?)) {
            Some(sign) => {
                text.push(sign);
                text.push_str(&part[1 + digits.map_or(0, str::len)..]);
            }
            None => text.push_str(part),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::turned;

    #[test]
    fn controls_are_found_however_they_are_written() {
        let lines = ["title = \"A \\u202elamp\"", "a: \"\\U0000202E\"", "b = '\u{202e}'", "c = \"\\n\\u0041\\u20\""];
        let found = turned(lines.into_iter());
        assert_eq!(
            found.iter().map(|found| (found.line, found.value)).collect::<Vec<_>>(),
            [(1, '\u{202e}'), (2, '\u{202e}'), (3, '\u{202e}'),]
        );
    }
}
