//! Finds the files of the newspaper in its content folder, in an order that does not depend on the disk.
//!
//! Stories follow Hugo's page bundles: `<section>/<slug>/index.md` with the story's pictures beside it, or
//! `<section>/<slug>.md` for a story alone. Hidden files and `_index.md` belong to others and are left alone.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use journal::route::Route;
use rayon::prelude::*;

use crate::content_folder::ContentFolder;
use crate::inventory::{Entry, Folder, Inventory, Kind};
use crate::mistake::Mistake;
use crate::rule::Rule;
use crate::site_file::SiteFile;
use crate::spelling;
use crate::story_file::StoryFile;

/// The files of the newspaper, each named by its path below the content folder.
#[derive(Debug, Default)]
pub struct Source {
    /// By section and slug, both in alphabetical order.
    pub stories: Vec<Arc<StoryFile>>,
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
        Source::among(&Inventory::take(&content.path(Path::new(""))), content, site)
    }

    /// Finds them in what is known to lie there.
    pub fn among(inventory: &Inventory, content: &ContentFolder, site: &SiteFile) -> Source {
        let mut source = Source::default();
        let entries: Vec<&Entry> = source.entries(content, Path::new(""), &inventory.root).collect();
        let parts: Vec<Source> = entries.into_par_iter().map(|entry| Source::part(entry, content, site)).collect();
        for Source { stories, authors, mistakes } in parts {
            source.stories.extend(stories);
            source.authors.extend(authors);
            source.mistakes.extend(mistakes);
        }
        if !matches!(inventory.root.get(Source::ABOUT), Some(Kind::File(_))) {
            let remedy = "write it: front matter with a title, then the text about the newspaper";
            source.note(content, Path::new(Source::ABOUT), String::from("the file is missing"), remedy);
        }
        source.find_collisions(content);
        source
    }

    /// What is found in an entry of the content folder.
    fn part(Entry { name, kind, .. }: &Entry, content: &ContentFolder, site: &SiteFile) -> Source {
        let mut source = Source::default();
        let path = PathBuf::from(name);
        match kind {
            Kind::Folder(folder) if name == Source::AUTHORS => source.find_authors(content, folder),
            Kind::Folder(folder) if site.section(name).is_some() => source.find_stories(content, name, folder),
            Kind::Folder(_) => {
                let known = site.sections.iter().map(|section| section.slug.as_str());
                let remedy = match spelling::nearest(name, known) {
                    Some(meant) => format!("did you mean {meant}? Else add it to the [[sections]] of site.toml"),
                    None => String::from("add it to the [[sections]] of site.toml, or move the folder away"),
                };
                source.note(content, &path, format!("unknown section \"{name}\""), &remedy);
            }
            _ if is_markdown(&path) && name != Source::ABOUT => {
                let remedy = "move it into the folder of a section; only about.md stands here";
                source.note(content, &path, String::from("a story without a section"), remedy);
            }
            _ => {}
        }
        source
    }

    fn find_authors(&mut self, content: &ContentFolder, authors: &Folder) {
        let folder = PathBuf::from(Source::AUTHORS);
        for Entry { name, kind, .. } in self.entries(content, &folder, authors) {
            let path = folder.join(name);
            if matches!(kind, Kind::File(_)) && is_markdown(&path) {
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

    fn find_stories(&mut self, content: &ContentFolder, section: &str, stories: &Folder) {
        let folder = PathBuf::from(section);
        for Entry { name, kind, .. } in self.entries(content, &folder, stories) {
            let path = folder.join(name);
            if let Kind::File(stamp) = kind
                && is_markdown(&path)
            {
                let (slug, stamp) = (stem(&path), *stamp);
                if slug == "index" {
                    let remedy = "put it into a folder of its own, which names the story; a section itself has no text";
                    self.note(content, &path, String::from("a story without a name"), remedy);
                    continue;
                }
                let folder = folder.clone();
                self.add_story(content, StoryFile { section: section.into(), slug, path, folder, stamp });
            } else if let Kind::Folder(bundle) = kind {
                if let Some(Kind::File(stamp)) = bundle.get("index.md") {
                    let (section, slug, text) = (String::from(section), name.clone(), path.join("index.md"));
                    self.add_story(content, StoryFile { section, slug, path: text, folder: path, stamp: *stamp });
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

    /// What lies in the folder at `path`, by name, but for Hugo's pages of lists.
    fn entries<'a>(
        &mut self,
        content: &ContentFolder,
        path: &Path,
        folder: &'a Folder,
    ) -> impl Iterator<Item = &'a Entry> + use<'a> {
        let seen = match &folder.fault {
            Some(fault) => {
                self.note(content, path, format!("it cannot be read: {fault}"), "see that it is there and may be read");
                &[]
            }
            None => folder.entries.as_slice(),
        };
        seen.iter().filter(|entry| entry.name != "_index.md")
    }

    fn note(&mut self, content: &ContentFolder, file: &Path, what: String, remedy: &str) {
        let (file, remedy) = (content.name(file), String::from(remedy));
        self.mistakes.push(Mistake { file, line: None, what, remedy, rule: Rule::Mistake });
    }
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "md")
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
