//! The addresses and styles in a text's HTML that press itself has written.

use std::collections::HashSet;

use super::attributes;

/// Attributes whose values are kept only if press has written them.
const GUARDED: [&str; 4] = ["href", "src", "srcset", "style"];

/// The addresses and styles that press itself has written, each for its attribute: the address of a link is not that
/// of a picture.
#[derive(Debug, Default)]
pub struct Written([HashSet<String>; GUARDED.len()]);

impl Written {
    /// Notes all that are in `html`, which press has written just now.
    pub fn note_all(&mut self, html: &str) {
        let noted = attributes::retain(html, |attribute, value| {
            self.note(attribute, value);
            true
        });
        debug_assert!(noted.is_some(), "press writes its attributes in one way: {html}");
    }

    /// Notes one, as it is meant.
    pub fn note(&mut self, attribute: &str, value: &str) {
        if let Some(place) = GUARDED.iter().position(|guarded| *guarded == attribute) {
            self.0[place].insert(String::from(value));
        }
    }

    /// Whether this attribute may have this value.
    pub fn allows(&self, attribute: &str, value: &str) -> bool {
        let place = GUARDED.iter().position(|guarded| *guarded == attribute);
        place.is_none_or(|place| self.0[place].contains(value))
    }
}

#[cfg(test)]
mod tests {
    use super::Written;

    #[test]
    fn a_value_is_allowed_only_where_press_has_written_it() {
        let mut written = Written::default();
        written.note_all("<img src=\"/a.jpg\" alt=\"a\" style=\"background:#123456\">");
        written.note("href", "https://example.org/");
        assert!(written.allows("src", "/a.jpg") && written.allows("href", "https://example.org/"));
        assert!(!written.allows("src", "https://example.org/") && !written.allows("href", "/a.jpg"));
        assert!(!written.allows("style", "color:red") && written.allows("alt", "b"));
    }
}
