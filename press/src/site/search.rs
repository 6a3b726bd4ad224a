//! The search index of a site.
//!
//! Each story gets a `text.json` with what a list of results shows. The index files are in `assets/search/`, with
//! content hashes as names, and `search/catalogue.bin` lists them. All are written through [`Output`], as pages are,
//! so an edition has the index of its own stories or none. The worker, which reads the index, is a file of the
//! [shell](super::shell).
//!
//! Only what has changed is built: the words of a story are counted once and cached in a [`Ledger`], and only new files
//! are compressed.

mod ledger;
mod names;

use std::collections::BTreeMap;
use std::path::PathBuf;

use hashbrown::HashMap;
use journal::model::{Article, FORMAT, Site, Subject, Teaser};
use rayon::prelude::*;
use search::{Entry, Indexer, Named, Words};
use serde::Serialize;

use crate::diagnostics::failure::Failure;
use crate::diagnostics::progress::Progress;
use crate::edition::Edition;
use crate::output::Output;
use crate::pictures::Pictures;
use crate::store::fingerprint::{Fingerprint, HashEach};
use crate::store::once::Once;
use crate::stories::story::Story;
pub use ledger::{Ledger, NewWords, Rows};
use names::Names;

/// The weights of a word in different parts of a story.
const HEADLINE: u32 = 8;
const STANDFIRST: u32 = 2;
const TAGS: u32 = 5;
const AUTHORS: u32 = 5;
const SECTION: u32 = 2;
const PICTURE: u32 = 1;
const TEXT: u32 = 1;

/// The folder of the index in a site.
const FOLDER: &str = "assets/search";

/// How many stories are counted at once: their words take up memory until they are in the ledger.
const AT_ONCE: usize = 256;

/// What to do about search in an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search {
    /// Build the index.
    Made {
        /// The folder with the worker, `search.js` and `search_bg.wasm`, as wasm-bindgen writes them. None to keep the
        /// shell's worker.
        worker: Option<PathBuf>,
    },
    /// Keep the search files of the previous edition. Another press builds the index afterwards.
    Later {
        /// The folder with the worker for that press.
        worker: PathBuf,
    },
    /// Leave search out.
    LeftOut,
}

/// Whether the file at this address of a site belongs to search. The search page does not.
pub fn is_of_search(address: &str) -> bool {
    let in_folder = address.strip_prefix(FOLDER).is_some_and(|rest| rest.starts_with('/'));
    in_folder || ["search/catalogue.bin", "search/worker.js"].contains(&address) || address.ends_with("/text.json")
}

/// Builds the search index of an edition.
pub struct SearchPress<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// The pictures of the content.
    pub pictures: &'a Pictures,
    /// The folder of the site.
    pub output: &'a Output,
    /// The fingerprint of press and newspaper; without one nothing is cached.
    pub press: Option<Fingerprint>,
    /// The cache file for the names of the index files. The ledger is next to it.
    pub kept: PathBuf,
    /// Whether to ignore the cache.
    pub clean: bool,
}

/// A story to index.
struct IndexedStory<'a> {
    story: &'a Story,
    /// The fingerprint of everything that the story can be found by.
    fingerprint: Fingerprint,
}

/// The `text.json` of a story.
#[derive(Serialize)]
struct Copy {
    format: u32,
    teaser: Teaser,
    text: String,
}

impl SearchPress<'_> {
    /// Adds the index to the site.
    ///
    /// # Errors
    /// A file cannot be read or written, or has changed in the meantime.
    pub fn press(&self) -> Result<(), Failure> {
        let stories = self.stories();
        let index = Fingerprint::of_value(&(self.press, HashEach(stories.iter().map(|found| found.fingerprint))));
        let press = self.press.filter(|_| !self.clean);
        let names = press.map(|press| Names::read(&self.kept, press)).unwrap_or_default();
        if names.index == index && names.are_known(self.output) {
            self.copies(&stories, |_| false)?;
            return names.put_again(self.output);
        }
        let file = self.kept.with_extension("ledger");
        let ledger = press.map(|_| Ledger::read(&file)).unwrap_or_default();
        let mut lengths = ledger.lengths();
        let new = self.copies(&stories, |fingerprint| !lengths.contains_key(fingerprint))?;
        lengths.extend(new.lengths);
        let length = |found: &IndexedStory<'_>| lengths.get(&found.fingerprint).copied().unwrap_or_default();
        let entries: Vec<Entry> = stories.iter().map(|found| self.entry(found.story, length(found))).collect();
        let site = &self.edition.site;
        let all = stories.iter().flat_map(|found| &found.story.summary.authors);
        let mut indexer = Indexer::new(&site.language, sections(site), authors(all), &entries);
        let with_length: Vec<(Fingerprint, u32)> =
            stories.iter().map(|found| (found.fingerprint, length(found))).collect();
        let rows = ledger.renew(&with_length, new.words, |term, form, stories| indexer.put(term, form, stories))?;
        let next = names.put(index, indexer.finish(), self.output)?;
        if let Some(press) = self.press.filter(|_| next != names) {
            rows.write(&file)?;
            next.write(&self.kept, press)?;
        }
        Ok(())
    }

    /// All stories, oldest first.
    fn stories(&self) -> Vec<IndexedStory<'_>> {
        let fingerprint =
            |story: &Story| Fingerprint::of_value(&(self.press, FORMAT, story.source, story.summary.article));
        let found = self.edition.stories.iter().map(|story| IndexedStory { story, fingerprint: fingerprint(story) });
        let mut stories: Vec<IndexedStory<'_>> = found.collect();
        stories.sort_by(|IndexedStory { story: one, .. }, IndexedStory { story: other, .. }| {
            one.summary.published.cmp(&other.summary.published).then_with(|| one.path.cmp(&other.path))
        });
        stories
    }

    /// Adds the `text.json` of each story to the site, and counts the words of the stories that are `wanted`.
    fn copies(
        &self,
        stories: &[IndexedStory<'_>],
        wanted: impl Fn(&Fingerprint) -> bool + Sync,
    ) -> Result<Counted, Failure> {
        let mut counted = Counted::default();
        let progress = Progress::of(stories.len(), "stories for the search index");
        for (part, number) in stories.chunks(AT_ONCE).zip((0..).step_by(AT_ONCE)) {
            let words = part.par_iter().map(|found| {
                let words = self.copy(found, wanted(&found.fingerprint))?;
                progress.step();
                Ok(words)
            });
            let words: Vec<Option<Words>> = words.collect::<Result<_, Failure>>()?;
            for ((found, words), number) in part.iter().zip(words).zip(number..) {
                if let Some(words) = words {
                    counted.lengths.insert(found.fingerprint, words.length);
                    counted.words.add(number, words);
                }
            }
        }
        Ok(counted)
    }

    /// Adds the `text.json` of a story to the site. Returns the story's words if they are wanted.
    fn copy(&self, found: &IndexedStory<'_>, wanted: bool) -> Result<Option<Words>, Failure> {
        let story = found.story;
        let views = story.facts.own_views();
        let text = Once::default();
        let text = || text.get(|| Ok(text_of(story.article.get()?, &self.edition.text_of(story, self.pictures)?)));
        let make = || -> Result<Vec<u8>, Failure> {
            let teaser = Teaser { summary: String::new(), views, ..story.article.get()?.teaser() };
            Ok(serde_json::to_vec(&Copy { format: FORMAT, teaser, text: text()?.clone() })?)
        };
        let fingerprint = Fingerprint::of_value(&("text", found.fingerprint, views));
        self.output.make(&[story.path.as_str(), "text.json"].concat(), fingerprint, make)?;
        if !wanted {
            return Ok(None);
        }
        Ok(Some(words(&self.edition.site, story.article.get()?, text()?)))
    }

    fn entry(&self, story: &Story, length: u32) -> Entry {
        let time = self.edition.site_file.calendar.at(story.summary.published());
        Entry {
            section: story.section.clone(),
            slug: story.path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().into(),
            authors: story.summary.authors.iter().map(|author| author.slug.clone()).collect(),
            year: u32::try_from(time.year()).unwrap_or_default(),
            length,
        }
    }
}

/// The words of stories that had not been counted before, and the number of words of each.
#[derive(Default)]
struct Counted {
    lengths: HashMap<Fingerprint, u32>,
    words: NewWords,
}

/// The sections that readers can filter by.
pub fn sections(site: &Site) -> Vec<Named> {
    site.sections.iter().map(named).collect()
}

/// The authors that readers can filter by, without duplicates.
pub fn authors<'a>(all: impl Iterator<Item = &'a Subject>) -> Vec<Named> {
    let by_slug: BTreeMap<&str, &Subject> = all.map(|author| (author.slug.as_str(), author)).collect();
    by_slug.into_values().map(named).collect()
}

fn named(subject: &Subject) -> Named {
    Named { slug: subject.slug.clone(), name: subject.name.clone() }
}

/// The words that a story can be found by; `text` is the result of [`text_of`].
pub fn words(site: &Site, article: &Article, text: &str) -> Words {
    let names =
        |subjects: &[Subject]| subjects.iter().map(|subject| subject.name.as_str()).collect::<Vec<_>>().join(" ");
    let (tags, authors) = (names(&article.tags), names(&article.authors));
    let picture = article.picture.as_ref().map(|picture| picture.alt.as_str());
    Words::of([
        (HEADLINE, article.headline.as_str()),
        (STANDFIRST, article.standfirst.as_deref().unwrap_or_default()),
        (TAGS, &tags),
        (AUTHORS, &authors),
        (SECTION, site.section_name(&article.section)),
        (PICTURE, picture.unwrap_or_default()),
        (TEXT, text),
    ])
}

/// The text that excerpts are taken from: what readers see of the story, without the headline. `body` is the story's
/// text as HTML.
pub fn text_of(article: &Article, body: &str) -> String {
    let picture = article.picture.as_ref();
    let caption = picture.and_then(|picture| picture.caption.as_ref()).into_iter().cloned();
    let parts = article.standfirst.iter().cloned().chain([plain(body)]).chain(caption);
    parts.collect::<Vec<_>>().join("\n")
}

/// The plain text of HTML written by press, with a line for each block.
fn plain(html: &str) -> String {
    let mut lines = String::from(html);
    for end in ["</p>", "</li>", "</h2>", "</h3>", "</h4>", "</td>", "</th>", "</figcaption>", "</blockquote>", "<br>"]
    {
        lines = lines.replace(end, &["\n", end].concat());
    }
    let text = ammonia::Builder::empty().clean(&lines).to_string();
    let text = text.replace("&nbsp;", "\u{a0}").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let lines: Vec<String> = text.replace("&amp;", "&").lines().map(|line| line.trim().into()).collect();
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
