//! What the reading of every text needs: the newspaper around it.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::{Timestamp, ZonedDateTime};
use journal::model::{AuthorRef, Image};
use journal::route::Route;

use crate::content_folder::ContentFolder;
use crate::language::Language;
use crate::markdown::{Prose, Setting};
use crate::notes::Notes;
use crate::pictures::Pictures;
use crate::site_file::SiteFile;

/// What the reading of every text needs.
#[derive(Debug)]
pub struct Desk<'a> {
    /// Where the texts lie.
    pub content: &'a ContentFolder,
    /// The newspaper.
    pub site: &'a SiteFile,
    /// The path prefix of this build.
    pub base: &'a str,
    /// When this edition is made.
    pub now: &'a ZonedDateTime,
    /// All pictures.
    pub pictures: &'a Pictures,
    /// Those who write, by slug.
    pub authors: BTreeMap<String, AuthorRef>,
}

impl Desk<'_> {
    /// The language of the newspaper.
    pub fn language(&self) -> Language {
        Language::of(&self.site.language)
    }

    /// The moment the day of this edition began: what many pages share is as it was then, so that they change once a day.
    pub fn morning(&self) -> Timestamp {
        // A day that has no first moment is none of this calendar.
        self.now.start_of_day().map_or(self.now.timestamp(), |morning| morning.timestamp())
    }

    /// Sets the text of a page; its pictures lie in `folder`.
    pub fn set(
        &self,
        (text, line): (&str, u32),
        route: &Route,
        folder: &Path,
        language: Language,
        notes: &mut Notes,
    ) -> Prose {
        let address = &self.site.address;
        let setting = Setting { route, folder, language, base: self.base, address, pictures: self.pictures };
        Prose::set(text, line, &setting, notes)
    }

    /// A picture beside a text in `folder`; none, and a note, if it cannot be used.
    pub fn picture(&self, folder: &Path, file: &str, line: u32, notes: &mut Notes) -> Option<Image> {
        self.pictures.get(folder, file).map_err(|(what, remedy)| notes.note(line, what, remedy)).ok()
    }
}
