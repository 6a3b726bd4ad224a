//! Markdown becomes a story's HTML: CommonMark with tables, footnotes, struck-out text, bare addresses and printed
//! punctuation. A text is parsed once; what else the newspaper wants to know of it is found on the way.

mod anchors;
mod formatter;
mod hrefs;
mod sanitise;
mod setting;
mod summary;
mod survey;

use comrak::options::{Extension, Parse, Render};
use comrak::{Arena, Options};

pub use anchors::PAGE_IDS;
pub use hrefs::InnerLink;
pub use setting::Setting;
pub use summary::summary;

use crate::lined::Lined;
use crate::notes::Notes;

/// A text, ready for its page.
#[derive(Debug, Default)]
pub struct Prose {
    /// Sanitised HTML.
    pub html: String,
    /// The ids that links can lead to: headings and footnotes.
    pub anchors: Vec<String>,
    /// Links to pages of the newspaper, to be checked once all are known.
    pub links: Vec<Lined<InnerLink>>,
    /// How many words it has, headings, tables and footnotes included.
    pub words: usize,
    /// The first paragraphs as plain text, as long as a summary may need them.
    pub opening: String,
}

impl Prose {
    /// Sets a text that starts in line `first_line` of its file, and notes each mistake.
    pub fn set(text: &str, first_line: u32, setting: &Setting<'_>, notes: &mut Notes) -> Prose {
        let arena = Arena::new();
        let options = options();
        let root = comrak::parse_document(&arena, text, &options);
        let survey = survey::survey(root, first_line, setting, notes);
        let html = formatter::format(root, &options, &survey, setting.language);
        Prose {
            html: sanitise::clean(&html, &survey.anchors),
            anchors: survey.anchors,
            links: survey.links,
            words: survey.words,
            opening: survey.opening,
        }
    }

    /// Minutes that reading takes, at least 1.
    ///
    /// 230 words a minute: adults read English non-fiction silently at 238 on average (M. Brysbaert, "How many words
    /// do we read per minute?", Journal of Memory and Language 109, 2019), rounded down for names and figures.
    pub fn reading_minutes(&self) -> u32 {
        let minutes = (self.words + WORDS_A_MINUTE / 2) / WORDS_A_MINUTE;
        u32::try_from(minutes).unwrap_or(u32::MAX).max(1)
    }
}

const WORDS_A_MINUTE: usize = 230;

fn options() -> Options<'static> {
    Options {
        extension: Extension {
            table: true,
            footnotes: true,
            strikethrough: true,
            autolink: true,
            ..Extension::default()
        },
        parse: Parse { smart: true, ..Parse::default() },
        // HTML in the text is let through here and cleaned with all the rest.
        render: Render { r#unsafe: true, ..Render::default() },
    }
}

#[cfg(test)]
mod tests {
    use super::Prose;

    #[test]
    fn reading_takes_at_least_a_minute() {
        let minutes = |words| Prose { words, ..Prose::default() }.reading_minutes();
        assert_eq!([minutes(0), minutes(344), minutes(345), minutes(1150)], [1, 1, 2, 5]);
    }
}
