//! The newspaper's existing stories and authors.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use journal::route::Route;

use super::links::path_key;
use crate::content::files::Source;
use crate::content::folder::ContentFolder;
use crate::content::front_matter::foreign::ForeignKeys;
use crate::content::front_matter::slug;
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
    /// Its address.
    pub route: Route,
    /// The last part of its address.
    pub slug: String,
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
            let mut marks = Vec::new();
            let (mut draft, mut slug) = (false, file.name.clone());
            let is_read = peek(content, &file.path, |fields, notes| {
                slug = slug::slug(fields, &file, notes);
                draft = fields.flag("draft", notes) || ForeignKeys::are_of_draft(fields);
                marks.extend(fields.texts("aliases", notes).iter().map(|alias| path_key(&alias.value)));
                marks.extend(fields.text(ExistingStories::ORIGIN, notes).map(|origin| origin.value));
                let foreign = ForeignKeys::take(fields, &site.calendar, notes);
                marks.extend(foreign.addresses.iter().map(|address| path_key(&address.value)));
            });
            let route = file.route(&slug);
            marks.insert(0, path_key(&route.path()));
            for mark in marks {
                existing.marks.entry(mark).or_insert(index);
            }
            existing.stories.push(Shelved { file, route, slug, draft: draft || is_read.is_none() });
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
