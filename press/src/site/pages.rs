//! Turns the documents of an edition into the files of its site. A file whose fingerprint the site already has is not
//! built.

use std::fs;

use journal::components::Corrected;
use journal::model::{Document, FORMAT, Sheet};
use journal::route::Route;
use rayon::prelude::*;

use super::assets::stylesheet::Stylesheets;
use super::body::BodyRenderer;
use super::feeds::{Feed, FeedCorrection, FeedItem, FeedStory};
use super::head::HeadWriter;
use super::html::Html;
use super::policy::Policy;
use super::shell::Shell;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::progress::Progress;
use crate::edition::{Edition, NEWEST, Newest, Page};
use crate::output::Output;
use crate::pictures::Pictures;
use crate::store::fingerprint::Fingerprint;
use crate::store::once::Once;
use crate::stories::story::Story;

/// Writes the pages of an edition, their documents and the feeds.
pub struct PageWriter<'a> {
    /// The frame around every page.
    pub shell: &'a Shell,
    /// Renders the bodies.
    pub body_renderer: BodyRenderer,
    /// Writes the heads.
    pub head_writer: HeadWriter<'a>,
    /// The policy of the pages.
    pub policy: &'a Policy,
    /// The styles of the pages.
    pub styles: &'a Stylesheets,
    /// The fingerprint of everything around the documents.
    pub around: Fingerprint,
    /// The folder of the site.
    pub output: &'a Output,
    /// The edition.
    pub edition: &'a Edition,
    /// The pictures of the content.
    pub pictures: &'a Pictures,
}

impl PageWriter<'_> {
    /// Writes all pages, on all cores, and reports progress if that takes long.
    ///
    /// # Errors
    /// A file cannot be read or written, or has changed in the meantime.
    pub fn press_all(&self) -> Result<(), Failure> {
        let pages = &self.edition.pages;
        let progress = Progress::of(pages.len(), "pages");
        pages.par_iter().try_for_each(|page| {
            self.press(page)?;
            progress.step();
            Ok(())
        })
    }

    /// Adds a page and its document to the site, or only the document. They are built only if the site does not have
    /// them.
    fn press(&self, page: &Page) -> Result<(), Failure> {
        let (path, fingerprint) = (page.path.as_str(), Fingerprint::of_value(&(self.around, page.fingerprint)));
        let document_alone = page.story.is_some_and(|story| self.edition.is_unpressed(story));
        let addresses = [[path, "index.html"].concat(), [path, Route::DATA].concat()];
        let files = Once::default();
        for (address, kind) in addresses.iter().zip(0..).skip(usize::from(document_alone)) {
            let make = || self.make(page);
            self.output.make(address, fingerprint.part(kind), || Ok(&files.get(make)?[usize::from(kind)]))?;
        }
        Ok(())
    }

    fn make(&self, page: &Page) -> Result<[String; 2], Failure> {
        let mut document = page.document(&self.edition.stories, &self.edition.site_file)?;
        if let (Some(story), Document::Story(article)) = (page.story, &mut document) {
            article.body = self.edition.text_of(&self.edition.stories[story], self.pictures)?;
        }
        let sheet = Sheet { format: FORMAT, document };
        let json = serde_json::to_string(&sheet)?;
        Ok([self.page(sheet.document)?, json])
    }

    /// Writes `404.html`, which a host serves for unknown URLs.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn press_missing(&self) -> Result<(), Failure> {
        self.output.write("404.html", self.page(Document::Missing)?)
    }

    /// Writes the feeds of the newspaper, its sections, authors and tags, and of the corrections.
    ///
    /// # Errors
    /// A file cannot be read or written, or has changed in the meantime.
    pub fn press_feeds(&self) -> Result<(), Failure> {
        // A new story is in several feeds.
        let set: Vec<Once<FeedStory<'_>>> = self.edition.stories.iter().map(|_| Once::default()).collect();
        self.edition.pages.par_iter().try_for_each(|page| {
            let Some(Newest { name, stories }) = page.feed.as_deref() else { return Ok(()) };
            let Some(feed) = Feed::of(&self.edition.site, &page.route, name) else { return Ok(()) };
            if page.route == Route::Corrections {
                return self.press_corrections(&feed, self.edition.corrections.iter().take(NEWEST));
            }
            self.press_feed(&feed, stories, &set)
        })
    }

    fn press_feed<'a>(&'a self, feed: &Feed, newest: &[usize], set: &[Once<FeedStory<'a>>]) -> Result<(), Failure> {
        let stories = &self.edition.stories;
        // Other stories and view counts do not affect a feed.
        let fingerprints: Vec<(Fingerprint, Fingerprint)> =
            newest.iter().map(|story| (stories[*story].source, stories[*story].summary.article)).collect();
        let fingerprint = Fingerprint::of_value(&(self.around, feed, fingerprints));
        let site = &self.edition.site;
        let files = Once::default();
        let story = |place: &usize| set[*place].get(|| self.feed_story(&stories[*place]));
        let make = || -> Result<Vec<String>, Failure> {
            let stories = newest.iter().map(story).collect::<Result<Vec<_>, Failure>>()?;
            let items: Vec<&dyn FeedItem> = stories.into_iter().map(|story| story as &dyn FeedItem).collect();
            Feed::FORMATS.iter().map(|format| (format.write)(feed, site, &items)).collect()
        };
        for (format, kind) in Feed::FORMATS.iter().zip(0..) {
            let file = || Ok(&files.get(make)?[usize::from(kind)]);
            self.output.make(&feed.address(format), fingerprint.part(kind), file)?;
        }
        Ok(())
    }

    fn press_corrections<'a>(
        &self,
        feed: &Feed,
        corrections: impl Iterator<Item = &'a Corrected>,
    ) -> Result<(), Failure> {
        let site = &self.edition.site;
        let corrections: Vec<FeedCorrection<'_>> = corrections.map(FeedCorrection).collect();
        let items: Vec<&dyn FeedItem> = corrections.iter().map(|correction| correction as &dyn FeedItem).collect();
        Feed::FORMATS
            .iter()
            .try_for_each(|format| self.output.write(&feed.address(format), (format.write)(feed, site, &items)?))
    }

    /// The story for feeds, with its text and the size of its picture.
    fn feed_story<'a>(&self, story: &'a Story) -> Result<FeedStory<'a>, Failure> {
        let file = story.summary.picture.as_ref();
        let asset = file.and_then(|file| self.edition.assets.iter().find(|asset| asset.address == *file));
        let size = asset.map(|asset| fs::metadata(&asset.source).map_err(Failure::file("read", &asset.source)));
        let picture_size = size.transpose()?.map(|file| file.len()).unwrap_or_default();
        let text = self.edition.text_of(story, self.pictures)?;
        Ok(FeedStory::of(story.article.get()?, &text, picture_size, &self.edition.site))
    }

    fn page(&self, document: Document) -> Result<String, Failure> {
        let head = self.head_writer.head(&document);
        let mut policy = Html::default();
        policy.meta("http-equiv", "Content-Security-Policy", &self.policy.of_page(&self.styles.of(&document).first));
        let language = String::from(document.language().unwrap_or(&self.edition.site.language));
        let base = &self.edition.site.base;
        let stylesheet = &self.styles.of(&document).address;
        let body = self.body_renderer.body(document)?;
        // At the end, where it does not delay painting.
        let stylesheet = ["<link rel=\"stylesheet\" href=\"", base, stylesheet, "\" fetchpriority=\"low\">"];
        Ok(self.shell.page(&language, &policy.into_text(), &head, &[&[body.as_str()][..], &stylesheet].concat()))
    }
}
