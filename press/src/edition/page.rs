//! A page of the edition: its fingerprint, and its document, which is built on demand.
//!
//! Most pages of an edition are the same as in the previous one. Their fingerprints are enough to find that out, so
//! documents are built only for the others.

use std::sync::Arc;

use journal::model::{
    ArchivePage, Article, Document, Front, Listing, SearchPage, SectionPage, Strip, Subject, SubjectPage, Teaser,
};
use journal::route::Route;

use super::list_page::ListPage;
use crate::content::site_file::SiteFile;
use crate::diagnostics::failure::Failure;
use crate::store::fingerprint::{Fingerprint, HashEach};
use crate::stories::cache::Related;
use crate::stories::story::{EditionFacts, Story};

/// The maximum number of stories in a feed.
pub const NEWEST: usize = 20;

/// A page of the edition.
#[derive(Debug)]
pub struct Page {
    /// Its address.
    pub route: Route,
    /// The path of its address.
    pub path: String,
    /// The fingerprint of its document.
    pub fingerprint: Fingerprint,
    /// The content of its feeds, if it has any.
    pub feed: Option<Box<Newest>>,
    /// The index of the story, if this is a story's own page.
    pub story: Option<usize>,
    content: PageContent,
}

/// The content of a page's feeds.
#[derive(Debug)]
pub struct Newest {
    /// The name of the list; empty for the front page.
    pub name: String,
    /// The indices of the newest stories of the whole list, at most [`NEWEST`].
    pub stories: Vec<usize>,
}

/// What a document is built from. Stories are indices into the edition's stories.
#[derive(Debug)]
pub enum PageContent {
    /// A front page. Only the first one has the lead and the strips.
    Front {
        /// The lead.
        lead: Option<usize>,
        /// The latest stories.
        latest: ListPage,
        /// The strips.
        strips: Vec<StripContent>,
    },
    /// A section, by its slug.
    Section(String, ListPage),
    /// A story, and its related stories.
    Story(usize, Related),
    /// An author.
    Author(Arc<SubjectPage>, ListPage),
    /// A tag.
    Tag(Arc<Subject>, ListPage),
    /// The search page with the newest stories.
    Search(Vec<usize>),
    /// A page of the archive.
    Archive(Box<ArchivePage>, ArchiveStories),
    /// A document that does not depend on the list of stories.
    Ready(Box<Document>),
}

/// The stories of a page of the archive, as indices into the edition's stories.
#[derive(Debug)]
pub enum ArchiveStories {
    /// The newest of each month of a year; none on the page of all years.
    OfYear(Vec<Vec<usize>>),
    /// All of a month.
    OfMonth(Vec<usize>),
}

/// What a section's strip is built from.
#[derive(Debug)]
pub struct StripContent {
    /// The slug of the section.
    pub section: String,
    /// What the section is about.
    pub description: Option<String>,
    /// Indices into the edition's stories.
    pub stories: Vec<usize>,
}

impl Page {
    /// The page at `route` of an edition with these `stories`.
    pub fn of(route: Route, content: PageContent, stories: &[Story]) -> Page {
        let story = match &content {
            PageContent::Story(story, _) => Some(*story),
            _ => None,
        };
        Page { fingerprint: content.fingerprint(stories), path: route.path(), route, feed: None, story, content }
    }

    /// The same page with feeds of the newest of these stories; `name` is the name of the list.
    pub fn with_feed(self, name: &str, stories: &[usize]) -> Page {
        let stories = stories.iter().take(NEWEST).copied().collect();
        Page { feed: Some(Box::new(Newest { name: String::from(name), stories })), ..self }
    }

    /// Builds the document of the page. The text of a story may be missing.
    ///
    /// # Errors
    /// The cached article of a story is damaged.
    pub fn document(&self, stories: &[Story], site: &SiteFile) -> Result<Document, Failure> {
        self.content.document(stories, site)
    }
}

impl PageContent {
    fn fingerprint(&self, stories: &[Story]) -> Fingerprint {
        let of_day = |story: &usize| teaser_key(&stories[*story], stories[*story].facts.views_of_day);
        let newest = |story: &usize| teaser_key(&stories[*story], stories[*story].facts.views);
        match self {
            PageContent::Front { lead, latest, strips } => {
                let teaser = |story: &usize| if latest.page == 1 { newest(story) } else { of_day(story) };
                let strips = strips.iter().map(|StripContent { section, description, stories }| {
                    (section, description, HashEach(stories.iter().map(newest)))
                });
                Fingerprint::of_value(&("front", lead.as_ref().map(newest), latest.sum(teaser), HashEach(strips)))
            }
            PageContent::Section(section, list_page) => {
                Fingerprint::of_value(&("section", section, list_page.sum(of_day)))
            }
            PageContent::Story(story, related) => {
                let facts = &stories[*story].facts;
                let EditionFacts { views: _, views_of_day: _, earlier_views, years_old, unpublished, translations } =
                    facts;
                let facts = (facts.own_views(), earlier_views, years_old, unpublished, translations);
                let Story { source, summary, .. } = &stories[*story];
                let related = HashEach(related.places().map(|story| of_day(&story)));
                Fingerprint::of_value(&("story", source, summary.article, facts, related))
            }
            PageContent::Author(page, list_page) => Fingerprint::of_value(&("author", page, list_page.sum(of_day))),
            PageContent::Tag(tag, list_page) => Fingerprint::of_value(&("tag", tag, list_page.sum(of_day))),
            PageContent::Search(newest) => Fingerprint::of_value(&("search", HashEach(newest.iter().map(of_day)))),
            PageContent::Archive(page, ArchiveStories::OfYear(months)) => {
                let headline = |story: &usize| stories[*story].summary.teaser;
                let months = months.iter().map(|stories| HashEach(stories.iter().map(headline)));
                Fingerprint::of_value(&("archive", page, HashEach(months)))
            }
            PageContent::Archive(page, ArchiveStories::OfMonth(month)) => {
                Fingerprint::of_value(&("archive", page, HashEach(month.iter().map(of_day))))
            }
            PageContent::Ready(document) => Fingerprint::of_value(document),
        }
    }

    fn document(&self, stories: &[Story], site: &SiteFile) -> Result<Document, Failure> {
        let teasers = |list: &[usize]| list.iter().map(|story| stories[*story].teaser()).collect::<Result<Vec<_>, _>>();
        let newest =
            |list: &[usize]| list.iter().map(|story| stories[*story].newest_teaser()).collect::<Result<Vec<_>, _>>();
        Ok(match self {
            PageContent::Front { lead, latest, strips } => {
                let mut listing = latest.listing(stories, site)?;
                if latest.page == 1 {
                    listing.teasers = newest(&latest.stories)?;
                }
                let strip = |strip: &StripContent| -> Result<Strip, Failure> {
                    let StripContent { section, description, stories } = strip;
                    let (section, description) = (section.clone(), description.clone());
                    Ok(Strip { section, description, teasers: newest(stories)? })
                };
                Document::Front(Front {
                    lead: lead.map(|lead| stories[lead].newest_teaser()).transpose()?,
                    latest: listing,
                    strips: strips.iter().map(strip).collect::<Result<_, _>>()?,
                })
            }
            PageContent::Section(section, list_page) => {
                Document::Section(SectionPage { section: section.clone(), listing: list_page.listing(stories, site)? })
            }
            PageContent::Story(story, related) => {
                Document::Story(Box::new(article(&stories[*story], teasers(&related.places().collect::<Vec<_>>())?)?))
            }
            PageContent::Author(page, list_page) => {
                Document::Author(SubjectPage { listing: list_page.listing(stories, site)?, ..SubjectPage::clone(page) })
            }
            PageContent::Tag(tag, list_page) => {
                let listing: Listing = list_page.listing(stories, site)?;
                let subject = Subject::clone(tag);
                Document::Tag(SubjectPage { subject, role: None, bio: String::new(), listing })
            }
            PageContent::Search(newest) => Document::Search(SearchPage { newest: teasers(newest)? }),
            PageContent::Archive(page, ArchiveStories::OfYear(months)) => {
                let mut page = ArchivePage::clone(page);
                for (month, stories) in page.months.iter_mut().zip(months) {
                    let headline =
                        |teaser: Teaser| Teaser { summary: String::new(), image: None, views: None, ..teaser };
                    month.stories = teasers(stories)?.into_iter().map(headline).collect();
                }
                Document::Archive(page)
            }
            PageContent::Archive(page, ArchiveStories::OfMonth(month)) => {
                let mut page = ArchivePage::clone(page);
                let without_summary = |teaser: Teaser| Teaser { summary: String::new(), ..teaser };
                page.stories = teasers(month)?.into_iter().map(without_summary).collect();
                Document::Archive(page)
            }
            PageContent::Ready(document) => Document::clone(document),
        })
    }
}

fn teaser_key(story: &Story, views: Option<u64>) -> (Fingerprint, Option<u64>) {
    (story.summary.teaser, views)
}

/// The article of a story with what the edition adds to it.
fn article(story: &Story, related: Vec<Teaser>) -> Result<Article, Failure> {
    let views = story.facts.own_views();
    let EditionFacts { views: _, views_of_day: _, earlier_views, years_old, unpublished, translations } =
        story.facts.clone();
    let article = story.article.get()?.clone();
    Ok(Article { views, earlier_views, years_old, unpublished, translations, related, ..article })
}
