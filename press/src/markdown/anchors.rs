//! The ids of headings: made from their words, unique, and different from the ids of the page around the text.

use std::collections::{HashMap, HashSet};

use crate::locale::letters::{is_part_of_word, without_stress};

/// Ids that the page around a text uses or may use in future. The id of a heading with such a name begins with `text-`.
pub const PAGE_IDS: [&str; 36] = [
    "app",
    "article",
    "body",
    "byline",
    "contents",
    "corrections",
    "document",
    "follow",
    "footer",
    "head",
    "header",
    "help",
    "help-title",
    "latest",
    "live",
    "main",
    "masthead",
    "menu",
    "nav",
    "newest",
    "read",
    "reading",
    "reading-title",
    "related",
    "saved",
    "saved-list",
    "search",
    "sections",
    "share",
    "share-panel",
    "status",
    "story-text",
    "text",
    "theme",
    "top",
    "top-article",
];

/// Assigns the ids of one text.
#[derive(Debug, Default)]
pub struct Anchors {
    used: HashSet<String>,
    /// The numbers that ids have got so far, by the id without a number.
    counts: HashMap<String, usize>,
}

impl Anchors {
    /// Assigns an id that an author has given a heading. Returns whether it is free, and not one of the page.
    pub fn take(&mut self, id: &str) -> bool {
        !is_reserved(id) && self.used.insert(String::from(id))
    }

    /// The id of a heading, as in Hugo: its words in lower case with hyphens between them. Words consist of letters
    /// and digits of any script, without stress marks. The second heading of a name gets `-1`, the third `-2`.
    pub fn name(&mut self, heading: &str) -> String {
        let lower = without_stress(heading).to_lowercase().replace(['\'', '’'], "");
        let words: Vec<&str> =
            lower.split(|letter: char| !is_part_of_word(letter)).filter(|word| !word.is_empty()).collect();
        let mut id = words.join("-");
        if id.is_empty() {
            id.push_str("heading");
        }
        if is_reserved(&id) {
            id.insert_str(0, "text-");
        }
        if self.used.insert(id.clone()) {
            return id;
        }
        // Counting from 1 again for each heading would take minutes where thousands have the same name.
        let count = self.counts.entry(id.clone()).or_default();
        loop {
            *count += 1;
            let unique = format!("{id}-{count}");
            if self.used.insert(unique.clone()) {
                return unique;
            }
        }
    }
}

/// Whether the page around the text uses an id, or footnotes do.
fn is_reserved(id: &str) -> bool {
    PAGE_IDS.contains(&id) || id.starts_with("fn-") || id.starts_with("fnref-")
}

#[cfg(test)]
mod tests {
    use super::Anchors;

    #[test]
    fn an_id_is_made_from_the_words_of_the_heading() {
        let mut anchors = Anchors::default();
        assert_eq!(anchors.name("Corrections policy"), "corrections-policy");
        assert_eq!(anchors.name("The city’s “Stairs”: 192 steps!"), "the-citys-stairs-192-steps");
        assert_eq!(anchors.name("Як будували"), "як-будували");
        assert_eq!(anchors.name("За\u{301}мок і हिन्दी"), "замок-і-हिन्दी");
        assert_eq!(anchors.name("?!"), "heading");
    }

    #[test]
    fn an_id_that_is_taken_gets_a_number() {
        let mut anchors = Anchors::default();
        let names = ["Steps", "Steps", "Steps 1", "Steps"].map(|heading| anchors.name(heading));
        assert_eq!(names, ["steps", "steps-1", "steps-1-1", "steps-2"]);
    }

    #[test]
    fn a_hundred_thousand_headings_of_one_name_are_numbered_in_turn() {
        let mut anchors = Anchors::default();
        let last = (0..100_000).map(|_| anchors.name("Steps")).last();
        assert_eq!((last.as_deref(), anchors.counts["steps"]), (Some("steps-99999"), 99_999));
    }

    #[test]
    fn an_id_of_the_authors_own_is_taken_once() {
        let mut anchors = Anchors::default();
        assert_eq!(["lamp", "lamp", "main", "fn-1"].map(|id| anchors.take(id)), [true, false, false, false]);
        assert_eq!(anchors.name("Lamp"), "lamp-1");
    }

    #[test]
    fn no_heading_gets_an_id_of_the_page_or_of_a_footnote() {
        let mut anchors = Anchors::default();
        assert_eq!(anchors.name("Main"), "text-main");
        assert_eq!(anchors.name("FN 1"), "text-fn-1");
    }
}
