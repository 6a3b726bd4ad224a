//! `press new`: creates a story, a folder with an `index.md` that has its keys and no text yet.

mod args;
pub mod created;
pub mod free_slug;
pub mod template;

use std::fs::{self};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub use args::NewArgs;
pub use created::Begun;

use crate::content::files::Source;
use crate::content::folder::ContentFolder;
use crate::content::peek::peek;
use crate::content::site_file::SiteFile;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::spelling;
use crate::locale::clock::Clock;
use crate::locale::slug::slug;
use crate::store::new_file::NewFolder;
use free_slug::Addresses;
use template::matter;

/// Maximum length of a slug in characters: long enough for a headline's first words, short enough for a line.
const LONGEST: usize = 60;

/// A story to be created.
#[derive(Debug)]
pub struct Draft {
    /// The content folder.
    pub content: PathBuf,
    /// The headline, on one line.
    pub headline: String,
    /// The slug of its section.
    pub section: String,
    /// The slugs of its authors. If empty and the newspaper has only one author, that one is used.
    pub authors: Vec<String>,
    /// The source of its date.
    pub clock: Clock,
}

impl Draft {
    /// Writes the draft to `<section>/<slug>/index.md`, with a slug that no story has or had.
    ///
    /// # Errors
    /// There is no such section or author, the headline has no letters or digits, or the file cannot be written. An
    /// existing file is never changed.
    pub fn begin(&self) -> Result<Begun, Failure> {
        let content = ContentFolder::at(&self.content);
        let site = SiteFile::load(&content)?;
        let sections: Vec<&str> = site.sections.iter().map(|section| section.slug.as_str()).collect();
        let section = known(&self.section, "section", &sections, &[])?;
        let folder = content.folder_to_write_in(Path::new(section))?;
        let source = Source::find(&content, &site);
        let authors = self.authors(&source, &content)?;
        let headline = self.headline.split_whitespace().collect::<Vec<_>>().join(" ");
        let stem = slug(&headline, LONGEST);
        if stem.is_empty() {
            let what = format!("cannot make an address from the headline \"{headline}\"");
            return Err(Failure::message(what, "write one with letters or digits"));
        }
        let known: Vec<&str> = source.authors.keys().map(String::as_str).collect();
        let text = matter(&headline, &self.clock.now(&site.calendar), &site.calendar, &authors, &known);
        let addresses = Addresses::of(section, &source, &site, &content);
        let file = put(&folder, addresses.free(&stem), &text)?;
        Ok(Begun { file, needs_author: authors.is_empty() })
    }

    /// The named authors without duplicates, or else the newspaper's only author.
    fn authors(&self, source: &Source, content: &ContentFolder) -> Result<Vec<String>, Failure> {
        let slugs: Vec<&str> = source.authors.keys().map(String::as_str).collect();
        if let ([], [only]) = (self.authors.as_slice(), slugs.as_slice()) {
            return Ok(vec![String::from(*only)]);
        }
        let name = |(slug, path): (&String, &PathBuf)| Some((name_of(path, content)?, slug.clone()));
        let is_unknown = |author: &String| !source.authors.contains_key(author);
        let names: Vec<(String, String)> = match self.authors.iter().any(is_unknown) {
            true => source.authors.iter().filter_map(name).collect(),
            false => Vec::new(),
        };
        let mut authors: Vec<String> = Vec::new();
        for author in &self.authors {
            let author = known(author, "author", &slugs, &names)?;
            if !authors.iter().any(|other| other == author) {
                authors.push(String::from(author));
            }
        }
        Ok(authors)
    }
}

/// Finds `wanted` among `slugs`; `names` has pairs of a name and its slug, for suggestions.
fn known<'a>(wanted: &str, kind: &str, slugs: &[&'a str], names: &[(String, String)]) -> Result<&'a str, Failure> {
    if let Some(found) = slugs.iter().find(|slug| **slug == wanted) {
        return Ok(found);
    }
    let by_name = names.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, slug)| slug.as_str());
    let remedy = match by_name.or_else(|| spelling::nearest(&wanted.to_lowercase(), slugs.iter().copied())) {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None if slugs.is_empty() => format!("the newspaper has no {kind} yet: add one first"),
        None => format!("use one of {}", slugs.join(", ")),
    };
    Err(Failure::message(format!("unknown {kind} \"{wanted}\""), remedy))
}

/// The name of the author in the file at `path`.
fn name_of(path: &Path, content: &ContentFolder) -> Option<String> {
    peek(content, path, |fields, notes| fields.text("name", notes))?.map(|name| name.value)
}

/// Writes the text to a new folder in `section`, with the first of these names that is free. The folder is put in place
/// complete: a build at the same moment finds all of it or nothing.
fn put(section: &Path, slugs: impl Iterator<Item = String>, text: &str) -> Result<PathBuf, Failure> {
    let folder = NewFolder::beside(&section.join("story"))?;
    let file = folder.path().join("index.md");
    fs::write(&file, text).map_err(Failure::file("write", &file))?;
    place(&folder, section, slugs)
}

/// Renames a folder to the first of these names that is free. A folder that is not empty is never replaced.
fn place(folder: &NewFolder, section: &Path, slugs: impl Iterator<Item = String>) -> Result<PathBuf, Failure> {
    for slug in slugs {
        let place = section.join(&slug);
        match folder.move_to(&place) {
            Ok(()) => return Ok(place.join("index.md")),
            Err(error) if is_taken(error.kind()) => {}
            Err(error) => return Err(Failure::file("make", &place)(error)),
        }
    }
    Err(Failure::message("no free address is left", "write another headline"))
}

/// Whether the error means that the name is already taken.
fn is_taken(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty | ErrorKind::NotADirectory)
}
