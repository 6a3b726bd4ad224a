//! `press import`: turns another program's stories into stories of this newspaper.
//!
//! An export is read twice. First, `wordpress`, `ghost` or `markdown_site` describes its contents without the texts (the
//! types in `source`), so that `plan` can assign each story its section and slug next to the `existing` stories, with the
//! help of `sections`, `authors` and `slug`. Then each text is converted to Markdown (`text`), given its `context`:
//! where `links` now lead and which pictures `picture_lookup` has. `writer` writes what is new (`files`) and never
//! changes an existing file. `report` says what is left to do.

pub mod args;
mod authors;
mod clean_input;
mod comment_file;
mod context;
mod conversion;
mod existing;
mod files;
mod ghost;
mod heading_places;
mod html_tree;
mod links;
mod markdown_site;
mod note;
mod note_list;
mod persons;
mod picture_change;
mod picture_folder;
mod picture_lookup;
mod plain_text;
mod plan;
mod program;
mod report;
mod sections;
mod site_additions;
mod slug;
mod source;
mod story_pictures;
mod tag_slugs;
mod text;
mod wordpress;
mod writer;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use journal::route::Route;

pub use args::{ImportArgs, ImportCommand};
pub use program::Program;
pub use report::ImportReport;

use crate::content::files::Source;
use crate::content::folder::ContentFolder;
use crate::content::site_file::SiteFile;
use crate::diagnostics::failure::Failure;
use authors::Authors;
use comment_file::CommentFile;
use conversion::Conversion;
use existing::ExistingStories;
use links::OldLinks;
use note::Note;
use picture_folder::PictureFolder;
use picture_lookup::PictureLookup;
use sections::Sections;
use site_additions::{Imported, SiteAdditions};
use source::site::{OldSite, OldTexts};
use tag_slugs::TagSlugs;
use writer::Writer;

/// The source and destination of an import.
#[derive(Debug)]
pub struct Import {
    /// The program that wrote the export.
    pub program: Program,
    /// The export file, or the folder of the old site.
    pub export: PathBuf,
    /// The folder of the old site's pictures.
    pub pictures: Option<PathBuf>,
    /// The content folder.
    pub content: PathBuf,
    /// Pairs of an old category and its section.
    pub sections: Vec<(String, String)>,
    /// The section for all other stories.
    pub default_section: Option<String>,
    /// The full address of the old front page, if the export does not contain it.
    pub address: Option<String>,
    /// Types of WordPress items that are stories, besides `post`.
    pub types: Vec<String>,
    /// The file for the comments of readers, if they are wanted.
    pub comments: Option<PathBuf>,
}

impl Import {
    /// Imports the stories.
    ///
    /// # Errors
    /// The export or the newspaper cannot be read; then nothing was written. Or a file cannot be written; then what was
    /// written is complete, and another run continues from there.
    pub fn run(&self) -> Result<ImportReport, Failure> {
        let content = ContentFolder::at(&self.content);
        let site_file = SiteFile::load(&content)?;
        let sections = Sections::of(&site_file, &self.sections, self.default_section.as_deref())?;
        let (mut site, mut texts): (OldSite, Box<dyn OldTexts>) = match self.program {
            Program::Wordpress => wordpress::read(&self.export, &site_file, &self.types, self.comments.is_some())?,
            Program::Ghost => ghost::read(&self.export, &site_file.calendar)?,
            Program::Markdown => markdown_site::read(&self.export, &self.content, &site_file, self.address.as_deref())?,
        };
        site.stands_at(self.address.as_deref());
        site.tell_apart();
        let folder = self.pictures.as_deref().map(PictureFolder::at).transpose()?;
        let existing = ExistingStories::look(&content, &site_file);
        let mut report = ImportReport::default();
        let tag_slugs = TagSlugs::of(&site, &site_file);
        let mut places = plan::plan(&site, &content, &existing, &sections, &tag_slugs, &mut report);
        let mut links =
            OldLinks::of(site.address.as_deref(), &site_file.address, pages(&site_file, &content, &existing));
        plan::lead(&site, &mut places, &existing, &mut links, &mut report);
        plan::translations(&site, &mut places, &site_file.language, &mut report);
        for (title, note) in std::mem::take(&mut site.notes) {
            report.note(&title, note);
        }
        report.strangers(std::mem::take(&mut site.strangers));
        let picture_lookup = PictureLookup::of(std::mem::take(&mut site.pictures), folder, site.files.take());
        let authors = Authors::of(&site.authors, &existing, &site_file.name);
        let writer = Writer {
            content: &content,
            site: &site_file,
            links: &links,
            picture_lookup: &picture_lookup,
            authors: &authors,
        };
        writer.write_authors(&site, &places, &existing, &mut report)?;
        let tag_slugs = &tag_slugs;
        let imported = Imported {
            tag_slugs,
            site: &site,
            places: &places,
            newspaper: &site_file,
            sections: &sections,
            authors: &authors,
        };
        SiteAdditions::of(imported, &mut report).write(&content, &mut report)?;
        let mut comments = self.comments.as_deref().map(|path| CommentFile::start(path, &self.content)).transpose()?;
        let placed = places.iter().flatten().count();
        let mut conversion = Conversion::of(placed, &writer, &mut report);
        texts.each(&mut |index, mut text| {
            let (Some(story), Some(Some(place))) = (site.stories.get(index), places.get(index)) else { return Ok(()) };
            let said = std::mem::take(&mut text.comments);
            conversion.add(story, place, text)?;
            comments.as_mut().map_or(Ok(()), |comments| comments.add(&place.route().path(), &said))
        })?;
        let without_folder = conversion.finish()?;
        if let (Some(comments), Some(path)) = (comments, &self.comments) {
            let count = comments.finish()?;
            let what = format!("{count} are in {}, without email addresses", path.display());
            report.note("Comments", Note::changed(what));
        }
        if without_folder > 0 {
            let what = format!("{without_folder} were left out; name the folder that contains them with --pictures");
            report.note("Pictures", Note::to_do(what));
        }
        Ok(report)
    }
}

/// The pages that links can lead to, besides the imported stories.
fn pages(site: &SiteFile, content: &ContentFolder, existing: &ExistingStories) -> HashSet<Route> {
    let mut pages = HashSet::from([Route::Front { page: 1 }]);
    if content.path(Path::new(Source::ABOUT)).is_file() {
        pages.insert(Route::About);
    }
    pages.extend(site.sections.iter().map(|section| Route::Section { section: section.slug.clone(), page: 1 }));
    pages.extend(existing.stories().iter().filter(|story| !story.draft).map(|story| story.route.clone()));
    pages
}
