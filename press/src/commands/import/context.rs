//! What the text of one story needs to know: its links, its pictures, and where notes about it go.

use super::links::{Links, Target};
use super::picture_lookup::PictureLookup;
use super::story_pictures::StoryPictures;
use super::text::block::Figure;
use super::text::{ImportContext, Wanted};
use crate::locale::language::Language;

/// The surroundings of one story.
#[derive(Debug)]
pub struct StorySurroundings<'a> {
    /// Where links lead now.
    pub links: &'a Links,
    /// All pictures.
    pub picture_lookup: &'a PictureLookup,
    /// The story's old address.
    pub from: Option<&'a str>,
    /// The language of the newspaper.
    pub language: Language,
    /// The pictures that the story has.
    pub pictures: StoryPictures,
    /// What an editor should know.
    pub notes: Vec<String>,
    /// How many pictures were asked for while there is no folder of pictures.
    pub without_folder: usize,
}

/// The endings of what is a file rather than a page.
const FILES: [&str; 14] =
    ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "mp3", "mp4", "jpg", "jpeg", "png", "gif"];

impl ImportContext for StorySurroundings<'_> {
    fn link(&mut self, address: &str) -> Option<String> {
        match self.links.target(address, self.from) {
            Target::Here(address) | Target::World(address) => Some(address),
            Target::Old(address) => {
                let path = address.split(['?', '#']).next().unwrap_or_default().to_lowercase();
                let is_file = FILES.iter().any(|ending| path.ends_with(&[".", ending].concat()));
                let what = if is_file { "a file of the old site" } else { "a page that is not here" };
                self.note(format!("the link {address} leads to {what}, at its old address"));
                Some(address)
            }
            Target::Gone(address) => {
                self.note(format!(
                    "the link {address} leads to what was not taken over; its words are no link any more"
                ));
                None
            }
            Target::None => {
                self.note(format!("the link {address} is no address; its words are no link any more"));
                None
            }
        }
    }

    fn picture(&mut self, wanted: Wanted) -> Option<Figure> {
        let found = match self.picture_lookup.find(&wanted, self.links) {
            Ok(found) => found,
            Err(_) if !self.picture_lookup.has_files() => {
                self.without_folder += 1;
                return None;
            }
            Err((name, reason)) => {
                let name = name.replace("__GHOST_URL__", "");
                self.note(format!("the picture {name} {reason}; it was left out"));
                return None;
            }
        };
        let file = self.pictures.name(&found.file, found.ending);
        let alt = match (found.alt.trim().is_empty(), found.stand_in.trim().is_empty()) {
            (false, _) => found.alt,
            (true, false) => {
                self.note(format!(
                    "the picture {file} has no alt text: its caption stands for it, write what it shows"
                ));
                found.stand_in
            }
            (true, true) => {
                self.note(format!("the picture {file} has no alt text: write what it shows"));
                String::from(undescribed(self.language))
            }
        };
        Some(Figure { file, alt, caption: found.caption })
    }

    fn note(&mut self, what: String) {
        if !self.notes.contains(&what) {
            self.notes.push(what);
        }
    }
}

/// What a picture says of itself until an editor has written what it shows.
fn undescribed(language: Language) -> &'static str {
    match language {
        Language::Ukrainian => "Зображення, якого ще не описано",
        Language::English | Language::Other => "A picture that has not been described yet",
    }
}
