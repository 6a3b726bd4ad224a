//! All that was read from the content, before pages are made of it.

use std::collections::HashSet;
use std::path::PathBuf;

use jiff::Timestamp;
use journal::model::Subject;
use journal::route::Route;
use rayon::prelude::*;

use super::{former_addresses, order};
use crate::content::files::Source;
use crate::content::views::Views;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::stories::about_page::AboutPage;
use crate::stories::author::Author;
use crate::stories::cache::StoryCache;
use crate::stories::context::ReadContext;
use crate::stories::references::PageLinks;
use crate::stories::story::{Reading, Story};

/// All that was read from the content.
#[derive(Debug, Default)]
pub struct EditionInput {
    /// In their order, newest first, without drafts.
    pub stories: Vec<Story>,
    /// By slug.
    pub authors: Vec<Author>,
    /// How often they were read.
    pub views: Views,
    /// None if it could not be read.
    pub about: Option<AboutPage>,
    /// Addresses of files that could not be read: links to them are not to blame.
    pub unreadable: Vec<Route>,
    /// Addresses of drafts, and of stories whose time has not come.
    pub held: HashSet<Route>,
    /// When the latter are due, the next one first.
    pub due: Vec<Timestamp>,
    /// The pictures of the latter, below the content folder: they are made ready, so that these come out at once.
    pub pictures_of_due: Vec<PathBuf>,
    /// What is to be put right.
    pub mistakes: Vec<Diagnostic>,
}

impl EditionInput {
    /// Reads the authors, who are then known to `context`, the page about the newspaper, and the stories on all cores.
    ///
    /// What was read for an edition before, and is still so, comes from the `cache`.
    pub fn read(context: &mut ReadContext<'_>, cache: &mut StoryCache) -> EditionInput {
        let source = Source::among(context.pictures.inventory(), context.content, context.site);
        let mut input = EditionInput::default();
        input.read_authors(&source, context);
        if context.content.path(Source::ABOUT.as_ref()).is_file() {
            input.about = input.keep(AboutPage::read(context));
        }
        if input.about.is_none() {
            input.unreadable.push(Route::About);
        }
        input.read_stories(&source, context, cache);
        input.mistakes.extend(source.mistakes);
        input
    }

    /// Takes the links and places of all texts that are no stories, to be checked once all pages are known.
    pub fn take_links(&mut self) -> Vec<(Route, PageLinks)> {
        let author =
            |author: &mut Author| (Route::Author { author: author.author.slug.clone(), page: 1 }, author.links.take());
        let about = self.about.iter_mut().map(|about| (Route::About, about.links.take()));
        self.authors.iter_mut().map(author).chain(about).collect()
    }

    fn read_authors(&mut self, source: &Source, context: &mut ReadContext<'_>) {
        for (slug, path) in &source.authors {
            match self.keep(Author::read(slug, path, context)) {
                Some(author) => self.authors.push(author),
                None => self.unreadable.push(Route::Author { author: slug.clone(), page: 1 }),
            }
            // Known even if the file could not be read.
            let author = self.authors.last().map(|author| author.author.clone()).filter(|author| author.slug == *slug);
            let author = author.unwrap_or_else(|| Subject { slug: slug.clone(), name: slug.clone() });
            context.authors.insert(slug.clone(), author);
        }
    }

    fn read_stories(&mut self, source: &Source, context: &ReadContext<'_>, cache: &mut StoryCache) {
        let (views, readings) =
            rayon::join(|| Views::read(context.content), || cache.read_stories(&source.stories, context));
        self.views = self.keep(views.map(|views| (views, Vec::new()))).unwrap_or_default();
        let mut stories = Vec::with_capacity(readings.len());
        for (file, (reading, mistakes)) in source.stories.iter().zip(readings) {
            self.mistakes.extend(mistakes);
            if let Reading::Story(story) = &reading
                && let Some(embargo) = &story.summary.embargo
            {
                self.mistakes.extend(embargo.mistake(
                    &story.links.file,
                    &story.path,
                    &context.site.calendar,
                    context.now.timestamp(),
                ));
            }
            match reading {
                Reading::Story(story) if story.summary.published() > context.now.timestamp() && !context.drafts => {
                    self.due.push(story.summary.published());
                    self.pictures_of_due.extend(story.links.pictures);
                    self.held.insert(file.route());
                }
                Reading::Story(story) => stories.push(story),
                Reading::Draft => _ = self.held.insert(file.route()),
                Reading::Unreadable => self.unreadable.push(file.route()),
            }
        }
        self.due.sort_unstable();
        order::sort(&mut stories);
        self.stories = stories.into_par_iter().map(|story| *story).collect();
        former_addresses::bring_views(&mut self.stories, &mut self.views);
        let of_day = self.views.of_day(context.morning());
        self.stories.par_iter_mut().for_each(|Story { path, summary, facts, .. }| {
            let published = summary.published();
            facts.unpublished |= published > context.now.timestamp();
            facts.years_old = context.years_since(published);
            (facts.views, facts.views_of_day) = of_day.newest_and_of_day(path);
        });
    }

    /// Puts the mistakes of a file aside.
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
