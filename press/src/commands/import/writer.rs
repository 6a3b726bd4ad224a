//! Writes new stories and authors, one at a time.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::ZonedDateTime;
use toml::value::Datetime;

use super::authors::Authors;
use super::context::StorySurroundings;
use super::existing::ExistingStories;
use super::files::{self, AuthorKeys, PictureKeys, StoryKeys};
use super::links::OldLinks;
use super::note::Note;
use super::note_list::NoteList;
use super::picture_lookup::PictureLookup;
use super::plan::{self, PlannedStory};
use super::report::ImportReport;
use super::source::site::{OldSite, OldText};
use super::source::story::OldStory;
use super::story_pictures::StoryPictures;
use super::text::converted::ConvertedText;
use super::text::{self, ImportContext, Verifier, Wanted};
use crate::content::files::Source;
use crate::content::folder::ContentFolder;
use crate::content::manuscript::Manuscript;
use crate::content::shown::as_shown;
use crate::content::site_file::SiteFile;
use crate::diagnostics::failure::Failure;
use crate::locale::language::Language;
use crate::markdown::first_words;
use crate::store::new_file::replace;
use std::io::Write;

/// A story after its conversion.
#[derive(Debug)]
pub struct ConvertedStory<'a> {
    /// The story.
    pub story: &'a OldStory,
    /// Its place.
    pub place: &'a PlannedStory,
    /// Its front matter.
    pub keys: StoryKeys,
    /// Its text.
    pub text: ConvertedText,
    /// Its pictures.
    pub pictures: StoryPictures,
    /// Notes for the report.
    pub notes: NoteList,
    /// The number of pictures left out because there is no pictures folder.
    pub without_folder: usize,
}

/// What became of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was written.
    New,
    /// It is there, exactly as it would have been written.
    Unchanged,
    /// It is there and differs: it has been worked on.
    Kept,
}

/// Writes new stories and authors.
#[derive(Debug)]
pub struct Writer<'a> {
    /// The content folder to write to.
    pub content: &'a ContentFolder,
    /// The newspaper.
    pub site: &'a SiteFile,
    /// Where links now lead.
    pub links: &'a OldLinks,
    /// All pictures of the old site.
    pub picture_lookup: &'a PictureLookup,
    /// All authors.
    pub authors: &'a Authors,
}

impl Writer<'_> {
    /// Writes the files of the authors of all stories that have a place, unless they exist.
    pub fn write_authors(
        &self,
        site: &OldSite,
        places: &[Option<PlannedStory>],
        existing: &ExistingStories,
        report: &mut ImportReport,
    ) -> Result<(), Failure> {
        self.content.folder_to_write_in(Path::new(Source::AUTHORS))?;
        let placed = site.stories.iter().zip(places).filter(|(_, place)| place.is_some());
        let slugs: BTreeSet<String> = placed.flat_map(|(story, _)| self.authors.slugs(&story.authors).0).collect();
        for slug in slugs {
            let path = self.content.path(&Path::new(Source::AUTHORS).join(format!("{slug}.md")));
            if existing.authors.contains_key(&slug) || path.exists() {
                report.authors_there += 1;
                continue;
            }
            let (name, bio, desk) = self.authors.who(&slug);
            let bio = if bio.is_empty() { String::new() } else { text::plain(bio) };
            let text = files::manuscript(&AuthorKeys { name: as_shown(name), desk }, &bio)?;
            replace(&path, |file| file.write_all(text.as_bytes()))?;
            report.authors += 1;
        }
        Ok(())
    }

    /// Converts a story.
    pub fn convert<'b>(&'b self, story: &'b OldStory, place: &'b PlannedStory, text: &OldText) -> ConvertedStory<'b> {
        let mut around = StorySurroundings {
            links: self.links,
            picture_lookup: self.picture_lookup,
            story,
            language: Language::of(story.language.as_deref().unwrap_or(&self.site.language)),
            pictures: StoryPictures::default(),
            notes: story.notes.iter().chain(&text.notes).cloned().collect(),
            without_folder: 0,
        };
        let mut keys = self.keys(story, place, &mut around);
        let address = self.site.address.as_str();
        let verifier = Verifier { route: place.route(), address, known: self.links.known() };
        let mut converted = text::convert(text, &mut around, &verifier);
        if converted.blocks.is_empty() {
            around.note(Note::to_do("it has no text"));
        }
        if story.title.is_empty() {
            keys.title =
                first_words(&converted.markdown(), around.language).map_or(keys.title, |words| as_shown(&words));
            around.note(Note::to_do(format!("it has no headline and is called \"{}\": write one", keys.title)));
        }
        // An editor may have changed the headings of a story that is there.
        if let Some((there, _)) = place.there.as_ref().and_then(|path| self.content.text(path).ok()) {
            let there = verifier.places(Manuscript::text_of(&there));
            converted.places.retain(|_, id| there.contains(id));
        }
        let StorySurroundings { pictures, notes, without_folder, .. } = around;
        ConvertedStory { story, place, keys, text: converted, pictures, notes, without_folder }
    }

    /// Writes a story, unless it exists.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, story: &ConvertedStory<'_>) -> Result<Written, Failure> {
        let written = files::manuscript(&story.keys, &["\n", &story.text.markdown()].concat())?;
        match &story.place.there {
            Some(path) if self.content.text(path).is_ok_and(|(there, _)| there == written) => Ok(Written::Unchanged),
            Some(_) => Ok(Written::Kept),
            None => {
                let bundle = Path::new(&story.place.section).join(&story.place.slug);
                self.content.folder_to_write_in(Path::new(&story.place.section))?;
                files::write_bundle(&self.content.path(&bundle), &written, &story.pictures)?;
                Ok(Written::New)
            }
        }
    }

    fn keys(&self, story: &OldStory, place: &PlannedStory, around: &mut StorySurroundings<'_>) -> StoryKeys {
        let (authors, is_named) = self.authors.slugs(&story.authors);
        let nameless = story.authors.iter().filter(|key| self.authors.slug(key).is_none()).count();
        let note = match (is_named, nameless) {
            (false, 0) => Some("it has no author and is attributed to the newspaper itself"),
            (false, _) => Some(
                "its author is known only by a log-in name or an email address; it is attributed to the newspaper itself",
            ),
            (true, 0) => None,
            (true, _) => Some("one of its authors, known only by a log-in name or an email address, was left out"),
        };
        note.into_iter().for_each(|note| around.note(Note::changed(note)));
        let mut draft = story.draft;
        if !draft && story.published.is_none() {
            draft = true;
            around.note(Note::to_do("it has no date, so it is now a draft"));
        }
        let picture = story.picture.as_ref().and_then(|picture| {
            let wanted = Wanted {
                address: picture.address.clone(),
                id: None,
                alt: picture.alt.clone(),
                caption: picture.caption.clone(),
            };
            around.picture(wanted)
        });
        let updated = story.modified.as_ref().filter(|modified| {
            let published = story.published.as_ref().map(ZonedDateTime::timestamp);
            published.is_some_and(|published| modified.timestamp().duration_since(published).as_hours() > 24)
        });
        StoryKeys {
            title: as_shown(&plan::title(story)),
            // A draft that was never published gets the time of its last change, if known.
            date: story.published.as_ref().or(story.modified.as_ref()).and_then(date),
            updated: updated.and_then(date),
            description: story.description.as_deref().map(as_shown),
            publish: story.publish.as_ref().and_then(date),
            expires: story.expires.as_ref().and_then(date),
            language: story.language.clone().filter(|own| !plan::is_same_language(own, &self.site.language)),
            translation_of: place.translation_of.clone(),
            authors,
            tags: place.tags.clone(),
            draft,
            imported_from: place.aliases.is_empty().then(|| story.origin.clone()),
            aliases: place.aliases.clone(),
            picture: picture.map(|figure| PictureKeys {
                file: figure.file,
                alt: as_shown(&figure.alt),
                caption: (!figure.caption.is_empty()).then(|| as_shown(&figure.caption)),
            }),
        }
    }
}

/// A time as a TOML date, in the newspaper's time zone and with its offset.
fn date(time: &ZonedDateTime) -> Option<Datetime> {
    time.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string().parse().ok()
}
