//! The context in which a story's text is converted: its links, its pictures and the notes about it.

use super::links::{LinkFate, OldLinks};
use super::note::Note;
use super::note_list::NoteList;
use super::picture_lookup::PictureLookup;
use super::source::story::OldStory;
use super::story_pictures::StoryPictures;
use super::text::block::Figure;
use super::text::{ImportContext, Wanted};
use crate::locale::language::Language;
use journal::words::Words;

/// The context of one story.
#[derive(Debug)]
pub struct StorySurroundings<'a> {
    /// Where links now lead.
    pub links: &'a OldLinks,
    /// All pictures of the old site.
    pub picture_lookup: &'a PictureLookup,
    /// The story.
    pub story: &'a OldStory,
    /// The language of the newspaper.
    pub language: Language,
    /// The story's pictures so far.
    pub pictures: StoryPictures,
    /// Notes for the report.
    pub notes: NoteList,
    /// The number of pictures left out because there is no pictures folder.
    pub without_folder: usize,
}

/// File extensions that mean a file rather than a page.
const FILES: [&str; 14] =
    ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "mp3", "mp4", "jpg", "jpeg", "png", "gif"];

impl ImportContext for StorySurroundings<'_> {
    fn link(&mut self, address: &str) -> Option<String> {
        match self.links.target(address, self.story.address.as_deref()) {
            LinkFate::Here(target) => {
                let place = address.split_once('#').map_or("", |(_, place)| place);
                // Words to look for come after this sign.
                let place = place.split(":~:").next().unwrap_or_default().trim();
                let is_whole = ["", "top"].contains(&place);
                Some(if is_whole { target } else { [&target, "#", place].concat() })
            }
            LinkFate::World(address) => Some(address),
            LinkFate::Old(address) => {
                let path = address.split(['?', '#']).next().unwrap_or_default().to_lowercase();
                let is_file = FILES.iter().any(|ending| path.ends_with(&[".", ending].concat()));
                let what = if is_file { "a file" } else { "a page" };
                self.note(Note::old_link(format!("the link {address} still leads to {what} of the old site")));
                Some(address)
            }
            LinkFate::Gone(address) => {
                self.note(Note::left_out(format!(
                    "the link {address} leads to something that was not imported; only its text was kept"
                )));
                None
            }
            LinkFate::None => {
                self.note(Note::left_out(format!("the link {address} is not a valid address; only its text was kept")));
                None
            }
        }
    }

    fn picture(&mut self, wanted: Wanted) -> Option<Figure> {
        let found = match self.picture_lookup.find(&wanted, self.links, self.story) {
            Ok(found) => found,
            Err((name, reason)) => {
                let name = name.replace("__GHOST_URL__", "");
                let is_elsewhere = self.elsewhere(&name).is_some();
                let reason = match (is_elsewhere, self.picture_lookup.has_files()) {
                    (false, false) => {
                        self.without_folder += 1;
                        return None;
                    }
                    (true, false) => "is on another site",
                    (_, true) => &reason,
                };
                let fate = if is_elsewhere { "a link to it is in its place" } else { "it was left out" };
                self.note(Note::left_out(format!("the picture {name} {reason}; {fate}")));
                return None;
            }
        };
        let file = self.pictures.name(&found.file, found.ending, found.change);
        found.change.note(&file).into_iter().for_each(|note| self.note(note));
        let alt = match (found.alt.trim().is_empty(), found.stand_in.trim().is_empty()) {
            (false, _) => found.alt,
            (true, false) => {
                self.note(Note::to_do(format!(
                    "the picture {file} has no alt text: its caption is used instead; write what it shows"
                )));
                found.stand_in
            }
            (true, true) => {
                self.note(Note::to_do(format!("the picture {file} has no alt text: write what it shows")));
                String::from(undescribed(self.language))
            }
        };
        Some(Figure { file, alt, caption: found.caption })
    }

    fn elsewhere(&mut self, address: &str) -> Option<String> {
        match self.links.target(address, self.story.address.as_deref()) {
            LinkFate::World(address) if address.starts_with("http") => Some(address),
            _ => None,
        }
    }

    fn note(&mut self, note: Note) {
        self.notes.add(note);
    }
}

/// The alt text of a picture until an editor has written one.
fn undescribed(language: Language) -> &'static str {
    match language.words() {
        Words::Ukrainian => "Зображення, якого ще не описано",
        Words::English => "A picture that has not been described yet",
    }
}
