//! What the tags of a text can ask about.

use super::keys::Keys;
use super::settings::Settings;
use super::targets::Targets;
use super::text_file::TextFile;
use crate::commands::import::note::Note;
use crate::locale::letters::first_characters;

/// The number of characters of a shortcode that a note shows.
const SHOWN: usize = 60;

/// The surroundings of a text while its tags are replaced.
#[derive(Debug)]
pub struct PageContext<'a> {
    /// The text's file.
    pub file: &'a TextFile,
    /// Its keys, with those of its folders.
    pub keys: &'a Keys,
    /// The settings of the site.
    pub settings: &'a Settings,
    /// The other texts.
    pub targets: &'a Targets,
    /// Notes for the report.
    pub notes: Vec<Note>,
}

impl PageContext<'_> {
    /// Notes a shortcode that is not closed, which starts with `begin`.
    pub fn note_open(&mut self, begin: &str) {
        let begin = first_characters(begin, SHOWN);
        self.note(Note::left_out(format!("the shortcode {begin} is not closed and was left out")));
    }

    /// Adds a note, unless it is there.
    pub fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// The address of another text; empty, with a note, if there is none.
    pub fn link(&mut self, written: &str) -> String {
        self.targets.address(written, self.file).unwrap_or_else(|| {
            self.note(Note::left_out(format!(
                "the link to {written} leads to no text of the old site; only its words stay"
            )));
            String::new()
        })
    }
}
