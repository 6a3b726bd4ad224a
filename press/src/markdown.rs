//! Renders Markdown to a story's HTML: CommonMark with tables, footnotes, strikethrough, bare addresses, ids of headings
//! and smart punctuation. A text is parsed once; everything else the newspaper needs to know about it is collected on the way.

mod anchors;
mod attributes;
mod bare_addresses;
mod context;
mod excess;
mod figure;
mod footnote_ids;
mod footnotes;
mod heading_id;
mod html;
pub mod html_growth;
mod inline_picture;
pub mod link_target;
mod links;
mod marks;
pub mod nesting;
mod options;
mod outline;
mod punctuation;
mod raw_html;
mod sanitise;
mod summary;
mod table_size;
mod text_node;
mod text_size;
mod tree;
mod visit;
mod written;

use comrak::Arena;
use journal::model::Heading;

pub use anchors::{Anchors, PAGE_IDS};
pub use context::TextContext;
pub use heading_id::take_all as take_heading_ids;
pub use links::{InnerLink, encoded_anchor};
pub use outline::Outline;
pub use summary::summary;

use crate::content::keys::lined::Lined;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::locale::language::Language;
use crate::locale::printable::printable;
use options::options;
use sanitise::Clean;
use tree::Tree;

/// A rendered text.
#[derive(Debug, Default)]
pub struct Prose {
    /// Sanitised HTML.
    pub html: String,
    /// The ids that links can lead to: those of headings and footnotes.
    pub anchors: Vec<String>,
    /// Its headings of the highest level.
    pub headings: Vec<Heading>,
    /// Links to pages of the newspaper, to be checked when all pages are known.
    pub links: Vec<Lined<InnerLink>>,
    /// The number of words, including headings, tables and footnotes.
    pub words: usize,
    /// The first paragraphs as plain text, as much as a summary can need.
    pub opening: String,
}

impl Prose {
    /// Renders a text that starts on line `first_line` of its file, and notes each error.
    pub fn set(text: &str, first_line: u32, context: &TextContext<'_>, notes: &mut Notes) -> Prose {
        if let Some(line) = table_size::excess(text) {
            let what = message!("the tables of the text have more than {} cells", table_size::MOST_CELLS);
            notes.note(
                first_line + line,
                what,
                "divide them among several stories, or leave out what few readers need",
            );
            return Prose::default();
        }
        let arena = Arena::new();
        let tree = Tree::parse(&arena, text, context.language);
        let visit = visit::visit(&tree, text, first_line, context, notes);
        let (html, written) = if visit.raw_html.is_refused {
            Default::default()
        } else {
            let (html, written) = html::format(tree.root, &options(), &visit, context.language);
            if text_size::note(&html, &tree, &visit, first_line, notes) { Default::default() } else { (html, written) }
        };
        let Clean { html: clean, removed } = sanitise::clean(&html, &visit.anchors, &written);
        visit.raw_html.note_rest(removed, first_line, notes);
        let clean = clean.unwrap_or_else(|| {
            let what = message!("the HTML of this text cannot be checked, so none of it would be published");
            notes.note(first_line, what, "remove its raw HTML, and report this as a bug in press");
            String::new()
        });
        let heading = |heading: Heading| Heading { text: printable(heading.text), ..heading };
        Prose {
            html: printable(clean),
            anchors: visit.anchors,
            headings: visit.headings.into_iter().map(heading).collect(),
            links: visit.links,
            words: visit.words,
            opening: printable(visit.opening),
        }
    }

    /// The table of contents: the highest headings of a long text with at least three of them, else empty.
    pub fn contents(&mut self) -> Vec<Heading> {
        let headings = std::mem::take(&mut self.headings);
        if self.words >= LONG && headings.len() >= 3 { headings } else { Vec::new() }
    }

    /// The reading time in minutes, at least 1.
    ///
    /// 230 words a minute: adults read English non-fiction silently at 238 on average (M. Brysbaert, "How many words
    /// do we read per minute?", Journal of Memory and Language 109, 2019), rounded down for names and figures.
    pub fn reading_minutes(&self) -> u32 {
        let minutes = (self.words + WORDS_A_MINUTE / 2) / WORDS_A_MINUTE;
        u32::try_from(minutes).unwrap_or(u32::MAX).max(1)
    }
}

/// The minimum number of words for a table of contents: three to four minutes of reading.
const LONG: usize = 800;

const WORDS_A_MINUTE: usize = 230;

/// The first words of a text, for a story without a headline: those of its paragraphs, or else of whatever it has.
/// None if it has no words.
pub fn first_words(text: &str, language: Language) -> Option<String> {
    if table_size::excess(text).is_some() {
        return None;
    }
    let arena = Arena::new();
    let root = Tree::parse(&arena, text, language).root;
    let opening = Some(visit::opening(root)).filter(|opening| !opening.is_empty());
    let words = printable(summary::headline(&opening.unwrap_or_else(|| visit::words(root)), language));
    words.contains(char::is_alphanumeric).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::{Heading, Language, Prose, first_words};

    #[test]
    fn the_first_words_are_those_of_a_paragraph_or_of_what_there_is() {
        let found = |text: &str| first_words(text, Language::of("en")).unwrap_or_default();
        assert_eq!(
            found("## Prices\n\n- Tea\n\nThe *market* opens at [six](https://example.org/). Come early."),
            "The market opens at six. Come early"
        );
        assert_eq!(found("- Tea\n- Bread\n\n> Six is early."), "Tea Bread Six is early");
        assert_eq!(found("## Prices\n\n![A row of lamps](lamps.jpg)\n"), "Prices A row of lamps");
        assert_eq!(found("```\nlet tea = 6;\n```\n"), "let tea = 6;");
        assert_eq!(found("<!-- Nothing. -->\n\n***\n"), "");
    }

    #[test]
    fn only_a_long_text_with_several_headings_has_a_table_of_contents() {
        let heading = |id: &str| Heading { id: id.into(), text: id.into() };
        let entries = |words, parts: usize| {
            let headings = ["a", "b", "c", "d"].iter().take(parts).map(|id| heading(id)).collect();
            Prose { words, headings, ..Prose::default() }.contents().len()
        };
        assert_eq!([entries(800, 3), entries(800, 2), entries(799, 3), entries(2000, 4)], [3, 0, 0, 4]);
    }

    #[test]
    fn the_reading_time_is_at_least_a_minute() {
        let minutes = |words| Prose { words, ..Prose::default() }.reading_minutes();
        assert_eq!([minutes(0), minutes(344), minutes(345), minutes(1150)], [1, 1, 2, 5]);
    }
}
