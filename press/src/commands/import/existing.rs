//! The newspaper's existing stories and authors.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::links::path_key;
use crate::content::files::Source;
use crate::content::folder::ContentFolder;
use crate::content::peek::peek;
use crate::content::site_file::SiteFile;
use crate::content::story_file::StoryFile;

/// The newspaper's existing stories and authors.
#[derive(Debug, Default)]
pub struct ExistingStories {
    stories: Vec<Shelved>,
    /// Indices of stories by their current path, their aliases and their origin.
    marks: HashMap<String, usize>,
    /// Author names by slug.
    pub authors: BTreeMap<String, String>,
}

/// An existing story.
#[derive(Debug)]
pub struct Shelved {
    /// Its file.
    pub file: Arc<StoryFile>,
    /// Whether it is a draft; true if its file cannot be read.
    pub draft: bool,
}

impl ExistingStories {
    /// The front matter key for the origin of a story without an old address.
    pub const ORIGIN: &str = "imported_from";

    /// Finds the existing stories and authors. Unreadable files are included, but nothing more is known about them.
    pub fn look(content: &ContentFolder, site: &SiteFile) -> ExistingStories {
        let source = Source::find(content, site);
        let mut existing = ExistingStories::default();
        for (slug, path) in &source.authors {
            let name = peek(content, path, |fields, notes| fields.text("name", notes)).flatten();
            existing.authors.insert(slug.clone(), name.map_or_else(|| slug.clone(), |name| name.value));
        }
        for file in source.stories {
            let index = existing.stories.len();
            let mut marks = vec![path_key(&file.route().path())];
            let mut draft = false;
            let is_read = peek(content, &file.path, |fields, notes| {
                draft = fields.flag("draft", notes);
                marks.extend(fields.texts("aliases", notes).iter().map(|alias| path_key(&alias.value)));
                marks.extend(fields.text(ExistingStories::ORIGIN, notes).map(|origin| origin.value));
            });
            for mark in marks {
                existing.marks.entry(mark).or_insert(index);
            }
            existing.stories.push(Shelved { file, draft: draft || is_read.is_none() });
        }
        existing
    }

    /// The story with this origin or one of these old paths.
    pub fn find(&self, paths: &[String], origin: &str) -> Option<&Shelved> {
        let by_path = paths.iter().find_map(|path| self.marks.get(&path_key(path)));
        let index = self.marks.get(origin).or(by_path)?;
        self.stories.get(*index)
    }

    /// All stories.
    pub fn stories(&self) -> &[Shelved] {
        &self.stories
    }
}
