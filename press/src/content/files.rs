//! Finds the newspaper's files in its content folder, in an order that does not depend on the file system.
//!
//! Stories follow Hugo's page bundles: `<section>/<slug>/index.md` with the story's pictures next to it, or
//! `<section>/<slug>.md` for a story alone; `index.uk.md` or `<slug>.uk.md` is a translation. `.markdown` and the like
//! are the same as `.md`. Hidden files, `README.md`, and an `_index.md` without a text are ignored. A file that looks
//! like a story but would not be built is an error, and so is what press does not read: `refused`.

mod list_page;
mod lookalike;
mod refused;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use journal::route::Route;
use rayon::prelude::*;

use super::folder::ContentFolder;
use super::inventory::{Folder, FolderEntry, Inventory, Kind};
use super::site_file::SiteFile;
use super::story_file::{FileTranslation, StoryFile};
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::{Message, message};
use crate::diagnostics::spelling;
use crate::store::file_stamp::FileStamp;
use list_page::LIST_PAGE;
use lookalike::{Lookalike, has_front_matter};

/// The newspaper's files; paths are relative to the content folder.
#[derive(Debug, Default)]
pub struct Source {
    /// The stories, sorted by section and name.
    pub stories: Vec<Arc<StoryFile>>,
    /// The file of each author, by slug.
    pub authors: BTreeMap<String, PathBuf>,
    /// The errors found on the way.
    pub mistakes: Vec<Diagnostic>,
}

/// A file of a story, in one language.
struct Version<'a> {
    path: PathBuf,
    /// The tag in its name.
    language: Option<&'a str>,
    stamp: FileStamp,
}

const SLUG_REMEDY: &str = "rename it with lower-case letters a to z and digits, with single hyphens between words";

impl Source {
    /// The page about the newspaper.
    pub const ABOUT: &str = "about.md";
    /// The file of the view counts.
    pub const VIEWS: &str = "views.json";
    /// The folder of the author files.
    pub const AUTHORS: &str = "authors";

    /// Finds the files of `content`.
    pub fn find(content: &ContentFolder, site: &SiteFile) -> Source {
        Source::among(&Inventory::take(&content.path(Path::new(""))), content, site)
    }

    /// Finds the files of `content` in its `inventory`.
    pub fn among(inventory: &Inventory, content: &ContentFolder, site: &SiteFile) -> Source {
        let mut source = Source::default();
        let entries: Vec<&FolderEntry> = source.entries(content, Path::new(""), &inventory.root).collect();
        let parts: Vec<Source> = entries.into_par_iter().map(|entry| Source::part(entry, content, site)).collect();
        for Source { stories, authors, mistakes } in parts {
            source.stories.extend(stories);
            source.authors.extend(authors);
            source.mistakes.extend(mistakes);
        }
        if !matches!(inventory.root.get(Source::ABOUT), Some(Kind::File(_))) {
            let remedy = "write it: front matter with a title, then the text about the newspaper";
            source.note(content, Path::new(Source::ABOUT), "the file is missing", remedy);
        }
        source.stories.sort_by(|one, other| {
            (&one.section, &one.name, &one.path).cmp(&(&other.section, &other.name, &other.path))
        });
        source
    }

    /// Finds the files in one top-level entry of the content folder.
    fn part(entry: &FolderEntry, content: &ContentFolder, site: &SiteFile) -> Source {
        let FolderEntry { name, kind, .. } = entry;
        let mut source = Source { mistakes: refused::find(entry, content), ..Source::default() };
        let path = PathBuf::from(name);
        match kind {
            Kind::Folder(folder) if name == Source::AUTHORS => source.find_authors(content, folder),
            Kind::Folder(folder) if site.section(name).is_some() => source.find_stories(content, name, site, folder),
            Kind::Folder(_) => {
                let known = site.sections.iter().map(|section| section.slug.as_str());
                let remedy = match spelling::nearest(name, known) {
                    Some(meant) => format!("did you mean {meant}? Otherwise add it to the [[sections]] of site.toml"),
                    None => String::from("add it to the [[sections]] of site.toml, or move the folder away"),
                };
                source.note(content, &path, message!("unknown section \"{name}\""), &remedy);
            }
            Kind::File(_) if Lookalike::of(name).is_some() && name != Source::ABOUT => {
                let remedy = "move it into the folder of a section; only about.md belongs here";
                source.note(content, &path, "a story without a section", remedy);
            }
            _ => {}
        }
        source
    }

    fn find_authors(&mut self, content: &ContentFolder, authors: &Folder) {
        let folder = PathBuf::from(Source::AUTHORS);
        for FolderEntry { name, kind, .. } in self.entries(content, &folder, authors) {
            let path = folder.join(name);
            if let Kind::Folder(inner) = kind {
                if inner.get(StoryFile::TEXT).or(inner.get(LIST_PAGE)).is_some() {
                    let remedy = format!("write it as {name}.md next to this folder");
                    self.note(content, &path, "an author in a folder: it is not read", &remedy);
                }
            } else if let Some(Lookalike::Other(stem)) = Lookalike::of(name) {
                let remedy = format!("rename it to {stem}.md, or move it away");
                self.note(content, &path, "it is not read: author files end in .md", &remedy);
            } else if matches!(kind, Kind::File(_)) && Lookalike::of(name).is_some() {
                let slug = stem(&path);
                self.check_slug(content, &path, &slug);
                if slug == "page" {
                    let remedy = "give the author's file another name";
                    self.note(content, &path, "\"page\" is reserved for list pages", remedy);
                }
                self.authors.insert(slug, path);
            }
        }
    }

    fn find_stories(&mut self, content: &ContentFolder, section: &str, site: &SiteFile, stories: &Folder) {
        let folder = PathBuf::from(section);
        let mut texts: BTreeMap<&str, Vec<Version<'_>>> = BTreeMap::new();
        for FolderEntry { name, kind, .. } in self.entries(content, &folder, stories) {
            let path = folder.join(name);
            match (kind, Lookalike::of(name)) {
                (Kind::Folder(bundle), _) => self.find_bundle(content, section, name, site, bundle),
                (Kind::File(_), Some(lookalike)) if lookalike.is_index() => {
                    let remedy = "put it into a folder that is named after the story; a section itself has no text";
                    self.note(content, &path, "a story without a name", remedy);
                }
                (Kind::File(stamp), Some(Lookalike::Text(story))) => {
                    texts.entry(story).or_default().push(Version { path, language: None, stamp: *stamp });
                }
                (Kind::File(stamp), Some(Lookalike::Translation(story, tag))) => {
                    texts.entry(story).or_default().push(Version { path, language: Some(tag), stamp: *stamp });
                }
                (Kind::File(_), Some(lookalike)) => {
                    let (what, remedy) = lookalike.fault();
                    self.note(content, &path, what, &remedy);
                }
                _ => {}
            }
        }
        for (story, versions) in texts {
            self.add_versions((section, story), &folder, &site.language, versions);
        }
    }

    /// Finds the story in its own folder, and its translations.
    fn find_bundle(&mut self, content: &ContentFolder, section: &str, name: &str, site: &SiteFile, bundle: &Folder) {
        let folder = Path::new(section).join(name);
        let mut versions = Vec::new();
        for FolderEntry { name, kind, .. } in &bundle.entries {
            let language = match Lookalike::of(name) {
                Some(text @ Lookalike::Text(_)) if text.is_index() => None,
                Some(text @ Lookalike::Translation(_, tag)) if text.is_index() => Some(tag),
                _ => continue,
            };
            if let Kind::File(stamp) = kind {
                versions.push(Version { path: folder.join(name), language, stamp: *stamp });
            }
        }
        let may_be_meant = self.find_lookalikes(content, section, &folder, bundle);
        if versions.is_empty() && !may_be_meant {
            let remedy = "put the story into an index.md in this folder, or move the folder away";
            self.note(content, &folder, "a story's folder without index.md", remedy);
        }
        self.add_versions((section, name), &folder, &site.language, versions);
    }

    /// Notes files that look like stories in a story's folder or its subfolders, but are not built. Returns whether one of
    /// them may be meant as its text.
    fn find_lookalikes(&mut self, content: &ContentFolder, section: &str, path: &Path, folder: &Folder) -> bool {
        let is_top = path.components().count() == 2;
        let mut may_be_meant = false;
        for FolderEntry { name, kind, .. } in &folder.entries {
            let path = path.join(name);
            match (kind, Lookalike::of(name)) {
                (Kind::Folder(inner), _) => may_be_meant |= self.find_lookalikes(content, section, &path, inner),
                (Kind::File(_), Some(lookalike)) => {
                    let is_index = lookalike.is_index();
                    if name == LIST_PAGE && is_top {
                        self.mistakes.extend(list_page::check(&path, content));
                    } else if !is_top && (is_index || name == LIST_PAGE) {
                        let remedy = format!("move its folder up, into {section}/");
                        self.note(content, &path, "a story inside another story's folder: it is not built", &remedy);
                    } else if is_index && !matches!(lookalike, Lookalike::Other(_)) {
                        // It is a version of the story.
                    } else if is_index || has_front_matter(content, &path) {
                        may_be_meant |= is_index;
                        let (what, remedy) = lookalike.fault();
                        self.note(content, &path, what, &remedy);
                    }
                }
                _ => {}
            }
        }
        may_be_meant
    }

    /// Adds the versions of a story. The original is the file without a language in its name, or else the one in the
    /// newspaper's language, or else the first one; each translation is a story of its own, called `<name>-<language>`.
    fn add_versions(&mut self, (section, name): (&str, &str), folder: &Path, own: &str, versions: Vec<Version<'_>>) {
        let is_own = |version: &Version<'_>| version.language.is_some_and(|tag| tag.eq_ignore_ascii_case(own));
        let original = versions.iter().position(|version| version.language.is_none());
        let original = original.or_else(|| versions.iter().position(is_own)).unwrap_or_default();
        let original = versions.get(original).map(|version| version.language);
        for Version { path, language, stamp } in versions {
            let is_original = Some(language) == original;
            let translation = language.map(|tag| FileTranslation {
                language: String::from(tag),
                original: (!is_original).then(|| String::from(name)),
            });
            let name = match language.filter(|_| !is_original) {
                Some(tag) => format!("{name}-{}", tag.to_ascii_lowercase()),
                None => String::from(name),
            };
            let (section, folder) = (String::from(section), folder.to_path_buf());
            self.stories.push(Arc::new(StoryFile { section, name, translation, path, folder, stamp }));
        }
    }

    fn check_slug(&mut self, content: &ContentFolder, path: &Path, slug: &str) {
        if !Route::is_slug(slug) {
            self.note(content, path, message!("\"{slug}\" is not valid in an address"), SLUG_REMEDY);
        }
    }

    /// The entries of the folder at `path`, sorted by name, without Hugo's list pages.
    fn entries<'a>(
        &mut self,
        content: &ContentFolder,
        path: &Path,
        folder: &'a Folder,
    ) -> impl Iterator<Item = &'a FolderEntry> + use<'a> {
        let seen = match &folder.fault {
            Some(fault) => {
                self.note(
                    content,
                    path,
                    message!("the folder cannot be read: {fault}"),
                    "check that it exists, and its permissions",
                );
                &[]
            }
            None => folder.entries.as_slice(),
        };
        if let Some(Kind::File(_)) = folder.get(LIST_PAGE) {
            self.mistakes.extend(list_page::check(&path.join(LIST_PAGE), content));
        }
        seen.iter().filter(|entry| entry.name != LIST_PAGE)
    }

    fn note(&mut self, content: &ContentFolder, file: &Path, what: impl Into<Message>, remedy: &str) {
        self.mistakes.push(Diagnostic::mistake(content.name(file), None, what, remedy));
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
