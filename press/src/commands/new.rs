//! `press new`: creates a story, a folder with an `index.md` that has its keys and no text yet.

mod args;
pub mod created;
pub mod free_slug;
pub mod template;

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

pub use args::NewArgs;
pub use created::Begun;

use crate::content::files::Source;
use crate::content::folder::ContentFolder;
use crate::content::keys::fields::Fields;
use crate::content::manuscript::Manuscript;
use crate::content::site_file::SiteFile;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::mistakes::Mistakes;
use crate::diagnostics::notes::Notes;
use crate::diagnostics::spelling;
use crate::locale::clock::Clock;
use crate::locale::slug::slug;
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
        let site = match SiteFile::read(&content) {
            Ok((site, mistakes)) if mistakes.is_empty() => site,
            Ok((_, mistakes)) | Err(mistakes) => return Err(Mistakes::of(mistakes).into()),
        };
        let sections: Vec<&str> = site.sections.iter().map(|section| section.slug.as_str()).collect();
        let section = known(&self.section, "section", &sections, &[])?;
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
        let addresses = Addresses::of(section, &source, &content);
        let file = put(&content.path(Path::new(section)), addresses.free(&stem), &text)?;
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
    let (text, _) = content.text(path).ok()?;
    let mut notes = Notes::on(path);
    let mut fields: Fields = Manuscript::read(&text, &mut notes)?.fields;
    fields.text("name", &mut notes).map(|name| name.value)
}

/// Writes the text to a new folder in `section`, with the first of these names that is free. The folder is put in place
/// complete: a build at the same moment finds all of it or nothing.
fn put(section: &Path, slugs: impl Iterator<Item = String>, text: &str) -> Result<PathBuf, Failure> {
    let fresh = hidden_folder(section)?;
    let placed = write(&fresh.join("index.md"), text).and_then(|()| place(&fresh, section, slugs));
    if placed.is_err() {
        // Anything left over is hidden; report the first failure.
        drop(fs::remove_dir_all(&fresh));
    }
    placed
}

/// Creates a folder in `section` that press ignores.
fn hidden_folder(section: &Path) -> Result<PathBuf, Failure> {
    fs::create_dir_all(section).map_err(Failure::file("make", section))?;
    let mut number = 0;
    loop {
        let folder = section.join(format!(".new-{}-{number}", std::process::id()));
        match fs::create_dir(&folder) {
            Ok(()) => return Ok(folder),
            // It may belong to a process on another machine, or be left over from one that was killed.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(Failure::file("make", &folder)(error)),
        }
    }
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    let written = OpenOptions::new().write(true).create_new(true).open(file);
    written.and_then(|mut file| file.write_all(text.as_bytes())).map_err(Failure::file("write", file))
}

/// Renames a folder to the first of these names that is free. A folder that is not empty is never replaced.
fn place(fresh: &Path, section: &Path, slugs: impl Iterator<Item = String>) -> Result<PathBuf, Failure> {
    for slug in slugs {
        let folder = section.join(&slug);
        match fs::rename(fresh, &folder) {
            Ok(()) => return Ok(folder.join("index.md")),
            Err(error) if is_taken(error.kind()) => {}
            Err(error) => return Err(Failure::file("make", &folder)(error)),
        }
    }
    Err(Failure::message("no free address is left", "write another headline"))
}

/// Whether the error means that the name is already taken.
fn is_taken(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty | ErrorKind::NotADirectory)
}
