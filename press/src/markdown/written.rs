//! Tracks the addresses in a text's HTML that press itself has written.

use std::collections::HashSet;

use super::attributes;

/// Attributes whose values are kept only if press wrote them.
const GUARDED: [&str; 3] = ["href", "src", "srcset"];

/// The addresses that press itself has written, by attribute: an address written for a link is not
/// allowed for a picture.
#[derive(Debug, Default)]
pub struct Written([HashSet<String>; GUARDED.len()]);

impl Written {
    /// Adds all values in `html`, which press has just written.
    pub fn note_all(&mut self, html: &str) {
        let noted = attributes::retain(html, |attribute, value| {
            self.note(attribute, value);
            true
        });
        debug_assert!(noted.is_some(), "press writes its attributes in one way: {html}");
    }

    /// Adds one value, with its entities decoded.
    pub fn note(&mut self, attribute: &str, value: &str) {
        if let Some(place) = GUARDED.iter().position(|guarded| *guarded == attribute) {
            self.0[place].insert(String::from(value));
        }
    }

    /// Whether this attribute may keep this value.
    pub fn allows(&self, attribute: &str, value: &str) -> bool {
        let place = GUARDED.iter().position(|guarded| *guarded == attribute);
        place.is_none_or(|place| self.0[place].contains(value))
    }
}

#[cfg(test)]
mod tests {
    use super::Written;

    #[test]
    fn a_value_is_allowed_only_in_the_attribute_for_which_press_wrote_it() {
        let mut written = Written::default();
        written.note_all("<img src=\"/a.jpg\" alt=\"a\">");
        written.note("href", "https://example.org/");
        assert!(written.allows("src", "/a.jpg") && written.allows("href", "https://example.org/"));
        assert!(!written.allows("src", "https://example.org/") && !written.allows("href", "/a.jpg"));
        assert!(written.allows("alt", "b"));
    }
}
