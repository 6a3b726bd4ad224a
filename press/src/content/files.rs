//! Finds the newspaper's files in its content folder, in an order that does not depend on the file system.
//!
//! Stories follow Hugo's page bundles: `<section>/<slug>/index.md` with the story's pictures next to it, or
//! `<section>/<slug>.md` for a story alone. Hidden files, `README.md`, and an `_index.md` without a text are
//! ignored. A file that looks like a story but would not be built is an error.

mod list_page;
mod lookalike;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use journal::route::Route;
use rayon::prelude::*;

use super::folder::ContentFolder;
use super::inventory::{Folder, FolderEntry, Inventory, Kind};
use super::site_file::SiteFile;
use super::story_file::StoryFile;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::{Message, message};
use crate::diagnostics::spelling;
use list_page::LIST_PAGE;
use lookalike::{Lookalike, has_front_matter};

/// The newspaper's files; paths are relative to the content folder.
#[derive(Debug, Default)]
pub struct Source {
    /// The stories, sorted by section and slug.
    pub stories: Vec<Arc<StoryFile>>,
    /// The file of each author, by slug.
    pub authors: BTreeMap<String, PathBuf>,
    /// The errors found on the way.
    pub mistakes: Vec<Diagnostic>,
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
        source.find_collisions(content);
        source
    }

    /// Finds the files in one top-level entry of the content folder.
    fn part(FolderEntry { name, kind, .. }: &FolderEntry, content: &ContentFolder, site: &SiteFile) -> Source {
        let mut source = Source::default();
        let path = PathBuf::from(name);
        match kind {
            Kind::Folder(folder) if name == Source::AUTHORS => source.find_authors(content, folder),
            Kind::Folder(folder) if site.section(name).is_some() => source.find_stories(content, name, folder),
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
            } else if let Some(Lookalike::Markdown(stem) | Lookalike::Other(stem)) = Lookalike::of(name) {
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

    fn find_stories(&mut self, content: &ContentFolder, section: &str, stories: &Folder) {
        let folder = PathBuf::from(section);
        for FolderEntry { name, kind, .. } in self.entries(content, &folder, stories) {
            let path = folder.join(name);
            match (kind, Lookalike::of(name)) {
                (Kind::Folder(bundle), _) => self.find_bundle(content, section, name, bundle),
                (Kind::File(_), Some(lookalike)) if lookalike.stem() == "index" => {
                    let remedy = "put it into a folder that is named after the story; a section itself has no text";
                    self.note(content, &path, "a story without a name", remedy);
                }
                (Kind::File(stamp), Some(Lookalike::Text(slug))) => {
                    let (section, slug, folder) = (String::from(section), String::from(slug), folder.clone());
                    self.add_story(content, StoryFile { section, slug, path, folder, stamp: *stamp });
                }
                (Kind::File(_), Some(lookalike)) => {
                    let (what, remedy) = lookalike.fault(section, lookalike.stem());
                    self.note(content, &path, what, &remedy);
                }
                _ => {}
            }
        }
    }

    /// Finds the story in its own folder.
    fn find_bundle(&mut self, content: &ContentFolder, section: &str, slug: &str, bundle: &Folder) {
        let folder = Path::new(section).join(slug);
        let lacks_text = self.find_lookalikes(content, section, slug, &folder, bundle);
        if let Some(Kind::File(stamp)) = bundle.get(StoryFile::TEXT) {
            let (section, slug, path) = (String::from(section), String::from(slug), folder.join(StoryFile::TEXT));
            self.add_story(content, StoryFile { section, slug, path, folder, stamp: *stamp });
        } else if lacks_text {
            let remedy = "put the story into an index.md in this folder, or move the folder away";
            self.note(content, &folder, "a story's folder without index.md", remedy);
        }
    }

    /// Notes files that look like stories in a story's folder or its subfolders. Returns whether the folder lacks
    /// anything that may be meant as its index.md.
    fn find_lookalikes(
        &mut self,
        content: &ContentFolder,
        section: &str,
        slug: &str,
        path: &Path,
        folder: &Folder,
    ) -> bool {
        let is_top = path.components().count() == 2;
        let mut lacks_text = true;
        for FolderEntry { name, kind, .. } in &folder.entries {
            let path = path.join(name);
            match (kind, Lookalike::of(name)) {
                (Kind::Folder(inner), _) => _ = self.find_lookalikes(content, section, slug, &path, inner),
                (Kind::File(_), Some(_)) if name == StoryFile::TEXT && is_top => {}
                (Kind::File(_), Some(lookalike)) => {
                    let is_index = lookalike.stem().eq_ignore_ascii_case("index");
                    if name == LIST_PAGE && is_top {
                        self.mistakes.extend(list_page::check(&path, content));
                    } else if !is_top && (is_index || name == LIST_PAGE) {
                        let remedy = format!("move its folder up, into {section}/");
                        self.note(content, &path, "a story inside another story's folder: it is not built", &remedy);
                    } else if is_index || has_front_matter(&content.path(&path)) {
                        lacks_text &= !is_index;
                        let (what, remedy) = lookalike.fault(section, slug);
                        self.note(content, &path, what, &remedy);
                    }
                }
                _ => {}
            }
        }
        lacks_text
    }

    fn add_story(&mut self, content: &ContentFolder, story: StoryFile) {
        let named = if story.path.ends_with(StoryFile::TEXT) { &story.folder } else { &story.path };
        self.check_slug(content, named, &story.slug);
        // It would have the address of the section's further pages.
        if story.slug == "page" {
            let remedy = "give the story another name";
            self.note(content, named, "\"page\" is reserved for the pages of the section", remedy);
        }
        self.stories.push(Arc::new(story));
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
                let what = message!("the same address as {other}: {}", second.route().path());
                self.note(content, &second.path, what, "rename or remove one of the two");
            }
        }
        self.stories = stories;
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
