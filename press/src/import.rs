//! `press import`: the stories of another program become stories of this newspaper.
//!
//! An export is read twice. First `wordpress` or `ghost` tells what is in it without the texts (`old_site`, `old_story`,
//! `old_author`, `old_picture`), so that `plan` can give every story its place, beside what is on the `shelf` already: by
//! `sections`, `authors` and `slug`. Then text after text becomes Markdown (`text`), with what it needs to know around it
//! (`surroundings`): where `links` lead now, and which pictures the `library` has. `files` writes what is new; nothing that
//! is there is ever changed. The `report` says what is left to do.

mod authors;
mod files;
mod ghost;
mod import_command;
mod library;
mod links;
mod old_author;
mod old_picture;
mod old_site;
mod old_story;
mod picture_folder;
mod plain_text;
mod plan;
mod program;
mod report;
mod sections;
mod shelf;
mod slug;
mod story_pictures;
mod surroundings;
mod text;
mod wordpress;

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;
use journal::route::Route;
use toml::value::Datetime;

pub use import_command::{ImportArgs, ImportCommand};
pub use program::Program;
pub use report::Report;

use crate::content_folder::ContentFolder;
use crate::failure::Failure;
use crate::language::Language;
use crate::mistakes::Mistakes;
use crate::site_file::SiteFile;
use crate::source::Source;
use authors::Authors;
use files::{AuthorKeys, PictureKeys, StoryKeys};
use library::Library;
use links::Links;
use old_site::{OldSite, OldText, OldTexts};
use old_story::OldStory;
use picture_folder::PictureFolder;
use plan::Place;
use sections::Sections;
use shelf::Shelf;
use story_pictures::StoryPictures;
use surroundings::StorySurroundings;
use text::{Proof, Surroundings, Wanted, markdown};

/// An import: what is read, and where it goes.
#[derive(Debug)]
pub struct Import {
    /// The program that has exported.
    pub program: Program,
    /// Its file.
    pub export: PathBuf,
    /// The folder of the pictures.
    pub pictures: Option<PathBuf>,
    /// The content folder.
    pub content: PathBuf,
    /// Old categories and the sections for them.
    pub sections: Vec<(String, String)>,
    /// The section for all else.
    pub default_section: Option<String>,
    /// The full address of the old front page, where the export does not say it.
    pub address: Option<String>,
}

impl Import {
    /// Takes the stories over.
    ///
    /// # Errors
    /// The export or the newspaper cannot be read: nothing was written then. Or a file cannot be written: what was written
    /// is whole, and another run goes on from there.
    pub fn run(&self) -> Result<Report, Failure> {
        let content = ContentFolder::at(&self.content);
        let site_file = match SiteFile::read(&content) {
            Ok((site, mistakes)) if mistakes.is_empty() => site,
            Ok((_, mistakes)) | Err(mistakes) => return Err(Mistakes::of(mistakes).into()),
        };
        let sections = Sections::of(&site_file, &self.sections, self.default_section.as_deref())?;
        let (mut site, mut texts): (OldSite, Box<dyn OldTexts>) = match self.program {
            Program::Wordpress => wordpress::read(&self.export, &site_file.calendar)?,
            Program::Ghost => ghost::read(&self.export, &site_file.calendar)?,
        };
        let folder = self.pictures.as_deref().map(PictureFolder::at).transpose()?;
        let shelf = Shelf::look(&content, &site_file);
        let mut report = Report::default();
        let mut places = plan::plan(&site, &content, &shelf, &sections, &mut report);
        let base = self.address.clone().or_else(|| site.address.clone());
        let mut links = Links::of(base.as_deref(), &site_file.address, pages(&site_file, &content, &shelf));
        plan::lead(&site, &mut places, &mut links, &mut report);
        report.strangers(std::mem::take(&mut site.strangers));
        let library = Library::of(std::mem::take(&mut site.pictures), folder);
        let authors = Authors::of(&site.authors, &shelf, &site_file.name);
        let desk = Desk { content: &content, site: &site_file, links: &links, library: &library, authors: &authors };
        desk.write_authors(&site, &places, &shelf, &mut report)?;
        let mut without_folder = 0;
        texts.each(&mut |index, text| {
            if let (Some(story), Some(Some(place))) = (site.stories.get(index), places.get(index)) {
                without_folder += desk.take_over(story, place, &text, &mut report)?;
            }
            Ok(())
        })?;
        if without_folder > 0 {
            let what = format!("{without_folder} were left out: --pictures names the folder they lie in");
            report.note("Pictures", what);
        }
        Ok(report)
    }
}

/// Pages that links can lead to, besides the stories taken over.
fn pages(site: &SiteFile, content: &ContentFolder, shelf: &Shelf) -> HashSet<Route> {
    let mut pages = HashSet::from([Route::Front { page: 1 }]);
    if content.path(Path::new(Source::ABOUT)).is_file() {
        pages.insert(Route::About);
    }
    pages.extend(site.sections.iter().map(|section| Route::Section { section: section.slug.clone(), page: 1 }));
    pages.extend(shelf.stories().iter().filter(|story| !story.draft).map(|story| story.file.route()));
    pages
}

/// What all stories are written with.
struct Desk<'a> {
    content: &'a ContentFolder,
    site: &'a SiteFile,
    links: &'a Links,
    library: &'a Library,
    authors: &'a Authors,
}

impl Desk<'_> {
    /// Writes the files of those who wrote the stories with a place.
    fn write_authors(
        &self,
        site: &OldSite,
        places: &[Option<Place>],
        shelf: &Shelf,
        report: &mut Report,
    ) -> Result<(), Failure> {
        let placed = site.stories.iter().zip(places).filter(|(_, place)| place.is_some());
        let slugs: BTreeSet<String> = placed.flat_map(|(story, _)| self.authors.slugs(&story.authors).0).collect();
        for slug in slugs {
            let path = self.content.path(&Path::new(Source::AUTHORS).join(format!("{slug}.md")));
            if shelf.authors.contains_key(&slug) || path.exists() {
                report.authors_there += 1;
                continue;
            }
            let (name, bio, desk) = self.authors.who(&slug);
            let bio = if bio.is_empty() { String::new() } else { text::plain(bio) };
            files::write_file(&path, &files::manuscript(&AuthorKeys { name: name.into(), desk }, &bio)?)?;
            report.authors += 1;
        }
        Ok(())
    }

    /// Writes a story, unless it is there. Returns how many pictures it would have had if there were a folder of them.
    fn take_over(
        &self,
        story: &OldStory,
        place: &Place,
        text: &OldText,
        report: &mut Report,
    ) -> Result<usize, Failure> {
        let mut around = StorySurroundings {
            links: self.links,
            library: self.library,
            from: story.address.as_deref(),
            language: Language::of(&self.site.language),
            pictures: StoryPictures::default(),
            notes: [story.notes.as_slice(), text.notes.as_slice()].concat(),
            without_folder: 0,
        };
        let keys = self.keys(story, place, &mut around);
        let address = self.site.address.as_str();
        let proof = Proof { route: place.route(), address, known: self.links.known() };
        let body = markdown(text, &mut around, &proof);
        if body.is_empty() {
            around.note(String::from("it has no text"));
        }
        let drafts = usize::from(keys.draft);
        let written = files::manuscript(&keys, &["\n", &body].concat())?;
        let mut is_kept = false;
        match &place.there {
            Some(path) if self.content.text(path).is_ok_and(|(there, _)| there == written) => report.unchanged += 1,
            Some(_) => {
                report.kept += 1;
                is_kept = true;
            }
            None => {
                let bundle = Path::new(&place.section).join(&place.slug);
                files::write_bundle(&self.content.path(&bundle), &written, &around.pictures)?;
                report.stories += 1;
                report.drafts += drafts;
                report.pictures += around.pictures.files().count();
            }
        }
        // Somebody has looked after it since.
        if !is_kept {
            around.notes.into_iter().for_each(|note| report.note(&plan::title(story), note));
        }
        Ok(if is_kept { 0 } else { around.without_folder })
    }

    fn keys(&self, story: &OldStory, place: &Place, around: &mut StorySurroundings<'_>) -> StoryKeys {
        let (authors, is_named) = self.authors.slugs(&story.authors);
        if !is_named {
            around.note(String::from("it names no author: the newspaper itself stands for one"));
        }
        let mut draft = story.draft;
        if !draft && story.published.is_none() {
            draft = true;
            around.note(String::from("it has no date: it was made a draft"));
        }
        if story.title.is_empty() {
            around.note(String::from("it has no headline: write one"));
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
            title: if story.title.is_empty() { plan::title(story) } else { story.title.clone() },
            date: story.published.as_ref().and_then(date),
            updated: updated.and_then(date),
            description: story.description.clone(),
            authors,
            tags: place.tags.clone(),
            draft,
            imported_from: place.aliases.is_empty().then(|| story.origin.clone()),
            aliases: place.aliases.clone(),
            picture: picture.map(|figure| PictureKeys {
                file: figure.file,
                alt: figure.alt,
                caption: (!figure.caption.is_empty()).then_some(figure.caption),
            }),
        }
    }
}

/// A moment as TOML has it, in the newspaper's time zone and with its offset.
fn date(time: &ZonedDateTime) -> Option<Datetime> {
    time.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string().parse().ok()
}
