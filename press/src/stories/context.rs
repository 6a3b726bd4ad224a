//! The context in which every text is read: the newspaper around it.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::{Timestamp, ZonedDateTime};
use journal::model::{Image, Subject};
use journal::route::Route;

use crate::content::folder::ContentFolder;
use crate::content::site_file::SiteFile;
use crate::diagnostics::notes::Notes;
use crate::diagnostics::rule::Rule;
use crate::locale::language::Language;
use crate::markdown::{Prose, TextContext};
use crate::pictures::{Pictures, TextPictures};

/// The context in which every text is read.
#[derive(Clone, Copy, Debug)]
pub struct ReadContext<'a> {
    /// The content folder.
    pub content: &'a ContentFolder,
    /// The newspaper.
    pub site: &'a SiteFile,
    /// The path the site is served below: empty, or a path such as `/journal`.
    pub base: &'a str,
    /// Whether drafts and scheduled stories are shown, too.
    pub drafts: bool,
    /// The time of this edition.
    pub now: &'a ZonedDateTime,
    /// All pictures.
    pub pictures: &'a Pictures,
    /// All authors, by slug.
    pub authors: &'a BTreeMap<String, Subject>,
}

/// Where a text appears.
#[derive(Clone, Copy, Debug)]
pub struct TextPlace<'a> {
    /// The page.
    pub route: &'a Route,
    /// The folder of its pictures, relative to the content folder.
    pub folder: &'a Path,
    /// Its language.
    pub language: Language,
    /// Its pictures.
    pub pictures: &'a TextPictures<'a>,
}

impl TextPlace<'_> {
    /// A picture beside the text; none, and a note, if it cannot be used.
    pub fn picture(&self, file: &str, line: u32, notes: &mut Notes) -> Option<Image> {
        self.pictures
            .get(self.folder, file)
            .map_err(|(what, remedy)| notes.note_by(Rule::Picture, line, what, remedy))
            .ok()
    }
}

impl ReadContext<'_> {
    /// The language of the newspaper.
    pub fn language(&self) -> Language {
        Language::of(&self.site.language)
    }

    /// The moment the day of this edition began: what many pages share is as it was then, so that they change once a day.
    pub fn morning(&self) -> Timestamp {
        // A day that has no first moment is none of this calendar.
        self.now.start_of_day().map_or(self.now.timestamp(), |morning| morning.timestamp())
    }

    /// Whole years of the calendar since a story was published; none for one that is still to come.
    pub fn years_since(&self, published: Timestamp) -> u32 {
        self.site.calendar.years_between(published, self.now)
    }

    /// Sets the text of a page.
    pub fn set(&self, (text, line): (&str, u32), place: &TextPlace<'_>, notes: &mut Notes) -> Prose {
        let TextPlace { route, folder, language, pictures } = *place;
        let address = &self.site.address;
        let context = TextContext { route, folder, language, base: self.base, address, pictures };
        Prose::set(text, line, &context, notes)
    }
}
