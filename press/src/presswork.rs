//! Presswork: the documents of an edition become the files of its site. Only those are made that the site has not got by their key.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::fs;

use journal::components::Corrected;
use journal::model::{Article, Document, FORMAT, Image, Sheet};
use journal::route::Route;
use rayon::prelude::*;
use serde_json::Value;

use crate::edition::Edition;
use crate::failure::Failure;
use crate::feeds::{self, Feed, FeedCorrection, FeedStory};
use crate::key::Key;
use crate::meta::Meta;
use crate::output::Output;
use crate::pictures::Pictures;
use crate::prerender::prerender;
use crate::progress::Progress;
use crate::shell::Shell;
use crate::standing::Standing;

/// Puts the pages of an edition into the site, and what else is made of their documents.
pub struct Press<'a> {
    /// The frame around every page.
    pub shell: &'a Shell,
    /// What stands in the heads.
    pub meta: Meta<'a>,
    /// The address of the whole stylesheet.
    pub stylesheet: String,
    /// The key of all that stands around the documents.
    pub around: Key,
    /// The folder of the site.
    pub output: &'a Output,
    /// Pages that are kept, where the folder is always a fresh one.
    pub standing: Option<&'a Standing>,
    /// The edition. Its pages are handed over.
    pub edition: &'a Edition,
    /// The pictures of the content.
    pub pictures: &'a Pictures,
}

impl Press<'_> {
    /// Presses all pages, on all cores; says how far it is when that takes long.
    ///
    /// # Errors
    /// A file cannot be read or written, or has changed meanwhile.
    pub fn press_all(&self, pages: &[(Route, Document)]) -> Result<(), Failure> {
        let progress = Progress::of(pages.len(), "pages");
        let unpressed = self.edition.unpressed(pages);
        pages.par_iter().try_for_each(|(route, document)| {
            self.press(route, document, unpressed.contains(route))?;
            progress.step();
            Ok(())
        })
    }

    /// Puts a page and its document into the site, or the document alone. They are made only where they are not kept standing.
    fn press(&self, route: &Route, document: &Document, document_alone: bool) -> Result<(), Failure> {
        let key = match document {
            // Its text may be missing, and is known by the key of its source.
            Document::Story(article) => Key::of_value(&(self.around, self.source_key(article), article.without_text())),
            _ => Key::of_value(&(self.around, document)),
        };
        let of_file = |kind: usize| Key::of_value(&(key, kind));
        let addresses = [[route.path().as_str(), "index.html"].concat(), route.data_path()];
        let wanted = || addresses.iter().enumerate().skip(usize::from(document_alone));
        let make = || self.make(route, document);
        if let Some(standing) = self.standing {
            standing.note(key);
            let files = Once::default();
            for (kind, address) in wanted() {
                self.output
                    .link(address, of_file(kind), || Ok(files.get(|| standing.page(key, make))?[kind].clone()))?;
            }
        } else {
            let files = Once::default();
            for (kind, address) in wanted() {
                self.output.make(address, of_file(kind), || Ok(files.get(make)?[kind].clone()))?;
            }
        }
        Ok(())
    }

    fn make(&self, route: &Route, document: &Document) -> Result<[String; 2], Failure> {
        let mut document = document.clone();
        if let Document::Story(article) = &mut document {
            article.body = self.text(article)?;
        }
        let html = self.page(&self.edition.site.href(route), &document)?;
        Ok([html, serde_json::to_string(&Sheet { format: FORMAT, document })?])
    }

    /// The page that a host shows for addresses that have none.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn press_missing(&self) -> Result<(), Failure> {
        let path = [self.edition.site.base.as_str(), "/404.html"].concat();
        self.output.write("404.html", self.page(&path, &Document::Missing)?)
    }

    /// The feeds of the newspaper, its sections, authors and tags, and of what was corrected.
    ///
    /// # Errors
    /// A file cannot be read or written, or has changed meanwhile.
    pub fn press_feeds(&self, pages: &[(Route, Document)]) -> Result<(), Failure> {
        let site = &self.edition.site;
        let newest = newest(pages.iter().filter_map(|(_, document)| document.story()));
        pages.par_iter().try_for_each(|(page, document)| {
            let name = match document {
                Document::Section(page) => site.section_name(&page.section),
                Document::Author(page) => &page.subject.name,
                Document::Tag(page) => &page.subject.name,
                Document::Corrections(_) => site.words().corrections(),
                _ => "",
            };
            let Some(feed) = Feed::of(site, page, name) else { return Ok(()) };
            if let Document::Corrections(_) = document {
                return self.press_corrections(&feed, self.edition.corrections.iter().take(feeds::MOST));
            }
            self.press_feed(&feed, newest.get(page).map(Vec::as_slice).unwrap_or_default())
        })
    }

    fn press_feed(&self, feed: &Feed, stories: &[&Article]) -> Result<(), Failure> {
        // What other stories and readers do changes no feed.
        let own = |article: &Article| Article { related: Vec::new(), views: None, years_old: 0, ..article.clone() };
        let key = |article: &&Article| Key::of_value(&(self.source_key(article), own(article).without_text()));
        let key = Key::of_value(&(self.around, feed, stories.iter().map(key).collect::<Vec<_>>()));
        let site = &self.edition.site;
        let files = Once::default();
        let make = || -> Result<[String; 2], Failure> {
            let stories =
                stories.iter().map(|article| self.feed_story(article)).collect::<Result<Vec<_>, Failure>>()?;
            let items = stories.iter().map(|story| story.item(site)).collect::<Result<_, _>>()?;
            let values: Vec<Value> = stories.iter().map(|story| story.json(site)).collect();
            Ok([feed.rss(site, items), feed.json(site, &values)?])
        };
        for (kind, address) in feed.addresses().iter().enumerate() {
            self.output.make(address, Key::of_value(&(key, kind)), || Ok(files.get(make)?[kind].clone()))?;
        }
        Ok(())
    }

    fn press_corrections<'a>(
        &self,
        feed: &Feed,
        corrections: impl Iterator<Item = &'a Corrected> + Clone,
    ) -> Result<(), Failure> {
        let site = &self.edition.site;
        let corrections = || corrections.clone().map(FeedCorrection);
        let items = corrections().map(|correction| correction.item(site)).collect::<Result<_, _>>()?;
        let values: Vec<Value> = corrections().map(|correction| correction.json(site)).collect();
        let files = [feed.rss(site, items), feed.json(site, &values)?];
        feed.addresses().iter().zip(files).try_for_each(|(address, file)| self.output.write(address, file))
    }

    /// The story with its text and the size of its picture.
    fn feed_story<'a>(&self, article: &'a Article) -> Result<FeedStory<'a>, Failure> {
        let picture = article.picture.as_ref().map(|picture| &picture.image);
        let file = picture.map(Image::largest_address);
        let asset = file.and_then(|file| self.edition.assets.iter().find(|asset| asset.address == file));
        let size = asset.map(|asset| fs::metadata(&asset.source).map_err(Failure::file("read", &asset.source)));
        let picture_size = size.transpose()?.map(|file| file.len()).unwrap_or_default();
        Ok(FeedStory { article, text: self.text(article)?, picture_size })
    }

    fn source_key(&self, article: &Article) -> Option<Key> {
        self.edition.sources.get(&article.route()).map(|source| source.key)
    }

    /// The text of a story, also if its document has none.
    fn text(&self, article: &Article) -> Result<String, Failure> {
        let source = self.edition.sources.get(&article.route());
        match source.and_then(|source| Some((source.key, source.without_text.as_ref()?))) {
            Some((key, file)) => self.edition.text_of(file, key, self.pictures),
            None => Ok(article.body.clone()),
        }
    }

    fn page(&self, path: &str, document: &Document) -> Result<String, Failure> {
        let mut body = prerender(path, &self.edition.site, document)?;
        // Last, where nothing that has to be painted waits for it.
        body += &["<link rel=\"stylesheet\" href=\"", &self.stylesheet, "\" fetchpriority=\"low\">"].concat();
        Ok(self.shell.page(&self.edition.site.language, &self.meta.head(document), &body))
    }
}

/// The stories of each feed, by the first page of its list.
fn newest<'a>(stories: impl Iterator<Item = &'a Article>) -> HashMap<Route, Vec<&'a Article>> {
    let mut lists: HashMap<Route, Vec<&Article>> = HashMap::new();
    for article in stories {
        let section = Route::Section { section: article.section.clone(), page: 1 };
        let authors = article.authors.iter().map(|author| Route::Author { author: author.slug.clone(), page: 1 });
        let tags = article.tags.iter().map(|tag| Route::Tag { tag: tag.slug.clone(), page: 1 });
        for list in [Route::Front { page: 1 }, section].into_iter().chain(authors).chain(tags) {
            let list = lists.entry(list).or_default();
            if list.len() < feeds::MOST {
                list.push(article);
            }
        }
    }
    lists
}

/// Something that is made when it is needed, and once.
struct Once<T>(OnceCell<T>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Once(OnceCell::new())
    }
}

impl<T> Once<T> {
    fn get(&self, make: impl FnOnce() -> Result<T, Failure>) -> Result<&T, Failure> {
        match self.0.get() {
            Some(made) => Ok(made),
            None => {
                let made = make()?;
                Ok(self.0.get_or_init(|| made))
            }
        }
    }
}
