//! Finds the files of the newspaper in its content folder, in an order that does not depend on the disk.
//!
//! Stories follow Hugo's page bundles: `<section>/<slug>/index.md` with the story's pictures beside it, or
//! `<section>/<slug>.md` for a story alone. Hidden files and `_index.md` belong to others and are left alone.

use std::collections::BTreeMap;
use std::fs::{DirEntry, FileType};
use std::path::{Path, PathBuf};

use journal::route::Route;
use rayon::prelude::*;

use crate::content_folder::ContentFolder;
use crate::mistake::Mistake;
use crate::rule::Rule;
use crate::site_file::SiteFile;
use crate::spelling;
use crate::story_file::StoryFile;

/// The files of the newspaper, each named by its path below the content folder.
#[derive(Debug, Default)]
pub struct Source {
    /// By section and slug, both in alphabetical order.
    pub stories: Vec<StoryFile>,
    /// The file of each author, by slug.
    pub authors: BTreeMap<String, PathBuf>,
    /// What went wrong on the way.
    pub mistakes: Vec<Mistake>,
}

const SLUG_REMEDY: &str = "rename it with lower-case letters a to z and digits, with single hyphens between words";

impl Source {
    /// The page about the newspaper.
    pub const ABOUT: &str = "about.md";
    /// The views of the last snapshot.
    pub const VIEWS: &str = "views.json";
    /// The folder of the authors.
    pub const AUTHORS: &str = "authors";

    /// Finds the files of `content`.
    pub fn find(content: &ContentFolder, site: &SiteFile) -> Source {
        let mut source = Source::default();
        let mut sections = Vec::new();
        for (name, kind) in source.entries(content, Path::new("")) {
            let path = PathBuf::from(&name);
            if kind.is_dir() && name == Source::AUTHORS {
                source.find_authors(content);
            } else if kind.is_dir() && site.section(&name).is_some() {
                sections.push(name);
            } else if kind.is_dir() {
                let known = site.sections.iter().map(|section| section.slug.as_str());
                let remedy = match spelling::nearest(&name, known) {
                    Some(meant) => format!("did you mean {meant}? Else add it to the [[sections]] of site.toml"),
                    None => String::from("add it to the [[sections]] of site.toml, or move the folder away"),
                };
                source.note(content, &path, format!("unknown section \"{name}\""), &remedy);
            } else if is_markdown(&path) && name != Source::ABOUT {
                let remedy = "move it into the folder of a section; only about.md stands here";
                source.note(content, &path, String::from("a story without a section"), remedy);
            }
        }
        // The disk is asked much, and answers all cores.
        let of_section = |section: &String| {
            let mut source = Source::default();
            source.find_stories(content, section);
            source
        };
        for found in sections.par_iter().map(of_section).collect::<Vec<_>>() {
            source.stories.extend(found.stories);
            source.mistakes.extend(found.mistakes);
        }
        if !content.path(Path::new(Source::ABOUT)).is_file() {
            let remedy = "write it: front matter with a title, then the text about the newspaper";
            source.note(content, Path::new(Source::ABOUT), String::from("the file is missing"), remedy);
        }
        source.find_collisions(content);
        source
    }

    fn find_authors(&mut self, content: &ContentFolder) {
        let folder = PathBuf::from(Source::AUTHORS);
        for (name, kind) in self.entries(content, &folder) {
            let path = folder.join(&name);
            if kind.is_file() && is_markdown(&path) {
                let slug = stem(&path);
                self.check_slug(content, &path, &slug);
                if slug == "page" {
                    let remedy = "give the author another name in addresses";
                    self.note(content, &path, String::from("\"page\" is taken by the pages of lists"), remedy);
                }
                self.authors.insert(slug, path);
            }
        }
    }

    fn find_stories(&mut self, content: &ContentFolder, section: &str) {
        let folder = PathBuf::from(section);
        for (name, kind) in self.entries(content, &folder) {
            let path = folder.join(&name);
            if kind.is_file() && is_markdown(&path) {
                let slug = stem(&path);
                if slug == "index" {
                    let remedy = "put it into a folder of its own, which names the story; a section itself has no text";
                    self.note(content, &path, String::from("a story without a name"), remedy);
                    continue;
                }
                self.add_story(content, StoryFile { section: section.into(), slug, path, folder: folder.clone() });
            } else if kind.is_dir() {
                let text = path.join("index.md");
                if content.path(&text).is_file() {
                    self.add_story(
                        content,
                        StoryFile { section: section.into(), slug: name, path: text, folder: path },
                    );
                } else {
                    let remedy = "put the story into an index.md in this folder, or move the folder away";
                    self.note(content, &path, String::from("a story's folder without index.md"), remedy);
                }
            }
        }
    }

    fn add_story(&mut self, content: &ContentFolder, story: StoryFile) {
        let named = if story.path.ends_with("index.md") { &story.folder } else { &story.path };
        self.check_slug(content, named, &story.slug);
        // Page 2 of a section has the address that such a story would want.
        if story.slug == "page" {
            let remedy = "give the story another name";
            self.note(content, named, String::from("\"page\" is taken by the pages of the section"), remedy);
        }
        self.stories.push(story);
    }

    fn find_collisions(&mut self, content: &ContentFolder) {
        let mut stories = std::mem::take(&mut self.stories);
        stories.sort_by(|one, other| {
            (&one.section, &one.slug, &one.path).cmp(&(&other.section, &other.slug, &other.path))
        });
        for pair in stories.windows(2) {
            let (first, second) = (&pair[0], &pair[1]);
            if first.section == second.section && first.slug == second.slug {
                let other = content.name(&first.path).to_string_lossy().replace('\\', "/");
                let what = format!("the same address as {other}: {}", second.route().path());
                self.note(content, &second.path, what, "rename or remove one of the two");
            }
        }
        self.stories = stories;
    }

    fn check_slug(&mut self, content: &ContentFolder, path: &Path, slug: &str) {
        if !Route::is_slug(slug) {
            self.note(content, path, format!("\"{slug}\" cannot stand in an address"), SLUG_REMEDY);
        }
    }

    /// What lies in a folder, by name. Links to files and folders are followed.
    fn entries(&mut self, content: &ContentFolder, folder: &Path) -> Vec<(String, FileType)> {
        let read = std::fs::read_dir(content.path(folder)).and_then(|entries| {
            let visible = entries.map(named).filter(|named| !named.as_ref().is_ok_and(is_passed_over));
            visible.map(with_kind).collect()
        });
        let mut entries: Vec<(String, FileType)> = read.unwrap_or_else(|error: std::io::Error| {
            self.note(content, folder, format!("it cannot be read: {error}"), "see that it is there and may be read");
            Vec::new()
        });
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        entries
    }

    fn note(&mut self, content: &ContentFolder, file: &Path, what: String, remedy: &str) {
        let (file, remedy) = (content.name(file), String::from(remedy));
        self.mistakes.push(Mistake { file, line: None, what, remedy, rule: Rule::Mistake });
    }
}

fn named(entry: std::io::Result<DirEntry>) -> std::io::Result<(String, DirEntry)> {
    entry.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry))
}

/// Hidden files, editors' locks (which may be links to nowhere) and Hugo's pages of lists.
fn is_passed_over((name, _): &(String, DirEntry)) -> bool {
    name.starts_with('.') || name == "_index.md"
}

/// The folder itself says what its entries are; only where a link leads has to be looked up.
fn with_kind(named: std::io::Result<(String, DirEntry)>) -> std::io::Result<(String, FileType)> {
    let (name, entry) = named?;
    let kind = entry.file_type()?;
    Ok((name, if kind.is_symlink() { std::fs::metadata(entry.path())?.file_type() } else { kind }))
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "md")
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
