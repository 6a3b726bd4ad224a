//! Everything read from the content folder, before it becomes pages.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;

use jiff::Timestamp;
use journal::model::Subject;
use journal::route::Route;
use rayon::prelude::*;

use super::{former_addresses, order};
use crate::content::files::Source;
use crate::content::inventory::Inventory;
use crate::content::story_file::StoryFile;
use crate::content::views::Views;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::message;
use crate::stories::about_page::AboutPage;
use crate::stories::author::Author;
use crate::stories::cache::StoryCache;
use crate::stories::context::ReadContext;
use crate::stories::story::{Reading, Story};

/// Everything read from the content folder.
#[derive(Debug, Default)]
pub struct EditionInput {
    /// Newest first, without drafts.
    pub stories: Vec<Story>,
    /// By slug.
    pub authors: Vec<Author>,
    /// The names of all authors, by slug.
    pub names: BTreeMap<String, Subject>,
    /// How often the stories were read.
    pub views: Views,
    /// The page about the newspaper; `None` if it could not be read.
    pub about: Option<AboutPage>,
    /// Addresses of files that could not be read: links to them are not errors.
    pub unreadable: Vec<Route>,
    /// Addresses of drafts and scheduled stories.
    pub held: HashSet<Route>,
    /// Addresses of stories that have expired.
    pub expired: HashSet<Route>,
    /// The addresses that stories would have by the names of their files, if they have others.
    pub renamed: HashMap<Route, Route>,
    /// When the scheduled stories are due, the next one first.
    pub due: Vec<Timestamp>,
    /// The pictures of the scheduled stories, relative to the content folder: press prepares them in advance.
    pub pictures_of_due: Vec<PathBuf>,
    /// The mistakes in all of it.
    pub mistakes: Vec<Diagnostic>,
}

impl EditionInput {
    /// Reads the authors, then the page about the newspaper and the stories, on all cores.
    ///
    /// Stories that have not changed since the last edition come from the `cache`. The authors of `context` are not used.
    pub fn read(inventory: &Inventory, context: &ReadContext<'_>, cache: &mut StoryCache) -> EditionInput {
        let source = Source::among(inventory, context.content, context.site);
        let mut input = EditionInput::default();
        let names = input.read_authors(&source, context);
        let context = &ReadContext { authors: &names, ..*context };
        if context.content.path(Source::ABOUT.as_ref()).is_file() {
            input.about = input.keep(AboutPage::read(context));
        }
        if input.about.is_none() {
            input.unreadable.push(Route::About);
        }
        input.read_stories(&source, context, cache);
        input.mistakes.extend(source.mistakes);
        EditionInput { names, ..input }
    }

    /// Returns the names of the authors by slug, also of those whose file could not be read.
    fn read_authors(&mut self, source: &Source, context: &ReadContext<'_>) -> BTreeMap<String, Subject> {
        let mut names = BTreeMap::new();
        for (slug, path) in &source.authors {
            let author = self.keep(Author::read(slug, path, context));
            let name = author.as_ref().map(|author| author.author.clone());
            names.insert(slug.clone(), name.unwrap_or_else(|| Subject { slug: slug.clone(), name: slug.clone() }));
            match author {
                Some(author) => self.authors.push(author),
                None => self.unreadable.push(Route::Author { author: slug.clone(), page: 1 }),
            }
        }
        names
    }

    fn read_stories(&mut self, source: &Source, context: &ReadContext<'_>, cache: &mut StoryCache) {
        let (views, readings) =
            rayon::join(|| Views::read(context.content), || cache.read_stories(&source.stories, context));
        self.views = self.keep(views.map(|views| (views, Vec::new()))).unwrap_or_default();
        let mut stories = Vec::with_capacity(readings.len());
        let now = context.now.timestamp();
        let mut taken: HashMap<Route, &StoryFile> = HashMap::new();
        for (file, (reading, mistakes)) in source.stories.iter().zip(readings) {
            self.mistakes.extend(mistakes);
            let named = file.route(&file.name);
            let route = match &reading {
                Reading::Story(story) => &story.route,
                Reading::Draft(route) => route,
                Reading::Unreadable => &named,
            };
            if let Some(other) = taken.insert(route.clone(), file) {
                self.mistakes.push(same_address(route, other, file, context));
            }
            if *route != named {
                self.renamed.insert(named.clone(), route.clone());
            }
            match reading {
                Reading::Story(story) if story.summary.has_expired(now) && !context.drafts => {
                    self.expired.insert(story.route);
                }
                Reading::Story(story) if story.summary.due() > now && !context.drafts => {
                    self.due.push(story.summary.due());
                    self.pictures_of_due.extend(story.links.pictures);
                    self.held.insert(story.route);
                }
                Reading::Story(story) => stories.push(story),
                Reading::Draft(route) => _ = self.held.insert(route),
                Reading::Unreadable => self.unreadable.push(named),
            }
        }
        self.due.sort_unstable();
        order::sort(&mut stories);
        self.stories = stories.into_par_iter().map(|story| *story).collect();
        former_addresses::bring_views(&mut self.stories, &mut self.views);
        let of_day = self.views.of_day(context.morning());
        self.stories.par_iter_mut().for_each(|Story { path, summary, facts, .. }| {
            let published = summary.published();
            facts.unpublished |= summary.due() > now || summary.has_expired(now);
            facts.years_old = context.years_since(published);
            (facts.views, facts.views_of_day) = of_day.newest_and_of_day(path);
        });
    }

    /// Collects the mistakes of a file.
    fn keep<T>(&mut self, read: Result<(T, Vec<Diagnostic>), Vec<Diagnostic>>) -> Option<T> {
        match read {
            Ok((content, mistakes)) => {
                self.mistakes.extend(mistakes);
                Some(content)
            }
            Err(mistakes) => {
                self.mistakes.extend(mistakes);
                None
            }
        }
    }
}

/// The mistake in the second of two files whose stories have the same address.
fn same_address(route: &Route, first: &StoryFile, second: &StoryFile, context: &ReadContext<'_>) -> Diagnostic {
    let other = context.content.name(&first.path).to_string_lossy().replace('\\', "/");
    let what = message!("the same address as {other}: {}", route.path());
    Diagnostic::mistake(context.content.name(&second.path), None, what, "rename or remove one of the two")
}
