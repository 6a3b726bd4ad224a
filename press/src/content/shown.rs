//! Texts in front matter that readers see as they are, and the markup of other programs that must not be in them.

use super::keys::fields::Fields;
use super::keys::lined::Lined;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::locale::letters::first_characters;

/// The number of characters of the markup that are shown.
const MOST: usize = 80;

/// Takes a text that readers see. Markup of another program in it is noted, unless a backslash precedes it.
pub fn shown(fields: &mut Fields, key: &'static str, notes: &mut Notes) -> Option<Lined<String>> {
    let found = fields.text(key, notes)?;
    if let Some(mark) = mark_in(&found.value).filter(|mark| mark.ends_with('}')) {
        let what = message!("{key} contains {mark}, which is markup of another program: readers would see it");
        let remedy = "write what it stands for in words, or a backslash before it if readers should see it";
        notes.note(found.line, what.about(key), remedy);
    }
    Some(Lined::new(found.line, found.value.replace("\\{", "{")))
}

/// A text for front matter that reads as `text`, even if it looks like markup of another program.
pub fn as_shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (place, sign) in text.char_indices() {
        if sign == '{' && text[place + 1..].starts_with(['{', '%']) {
            shown.push('\\');
        }
        shown.push(sign);
    }
    shown
}

/// The first markup on a line, unless it follows a backslash: `{{< figure … >}}`, `{{ page.url }}`, `{% include … %}`.
pub fn mark_in(line: &str) -> Option<&str> {
    let starts = |(place, _): &(usize, &str)| {
        let after = line[place + 1..].starts_with(['{', '%']);
        after && !line[..*place].ends_with('\\')
    };
    let (begin, _) = line.match_indices('{').find(starts)?;
    let rest = &line[begin..];
    let end = rest.find(if rest.starts_with("{{") { "}}" } else { "%}" }).map_or(rest.len(), |end| end + 2);
    Some(first_characters(&rest[..end], MOST))
}

#[cfg(test)]
mod tests {
    use super::{as_shown, mark_in};

    #[test]
    fn markup_is_found_unless_it_is_escaped() {
        for (line, mark) in [
            ("See {{< ref \"other.md\" >}} there", Some("{{< ref \"other.md\" >}}")),
            ("{{% notice %}}", Some("{{% notice %}}")),
            ("{% include x %} and {{ y }}", Some("{% include x %}")),
            ("{{<youtube x", Some("{{<youtube x")),
            ("\\{{< ref >}}", None),
            ("a { b } {c}", None),
            ("{", None),
        ] {
            assert_eq!(mark_in(line), mark, "{line}");
            assert_eq!(mark_in(&as_shown(line)).filter(|_| !line.contains('\\')), None, "{line}");
        }
    }
}
