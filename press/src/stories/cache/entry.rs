//! The cache entry of a story.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use journal::model::{Article, Subject};
use journal::route::Route;
use serde::{Deserialize, Serialize};

use crate::content::folder::LARGEST;
use crate::content::story_file::StoryFile;
use crate::markdown::link_target::LinkTarget;
use crate::store::blob_file::{Blob, BlobFile};
use crate::store::cache_file::CachedBytes;
use crate::store::file_stamp::FileStamp;
use crate::store::fingerprint::Fingerprint;
use crate::stories::article::LazyArticle;
use crate::stories::context::ReadContext;
use crate::stories::references::{CachedLinks, LinkDetails, PageLinks};
use crate::stories::source_key::source_key;
use crate::stories::story::{Reading, Story};
use crate::stories::summary::StorySummary;

/// The cache entry of a story.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CacheEntry {
    /// The story's file, below the content folder.
    path: String,
    stamp: FileStamp,
    /// The fingerprint of the file.
    text: Fingerprint,
    /// The [`Article`] without its text, as JSON; none for a draft.
    pub article: Option<Blob>,
    note: CachedReading,
}

/// A new or renewed entry.
#[derive(Debug)]
pub struct NewEntry {
    /// The entry.
    pub entry: CacheEntry,
    /// Its [`Article`] for the blob file; none if it is there already.
    pub article: Option<String>,
    /// The serialised [`CachedLinks`], which follow the entry in the file.
    pub tail: Vec<u8>,
}

/// What a file is.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum CachedReading {
    /// A draft, with the last part of its address.
    Draft(String),
    Story(Box<CachedStory>),
}

/// What every edition needs of a story, as opposed to what only its page needs.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct CachedStory {
    summary: Box<StorySummary>,
    /// The targets of its links.
    targets: Vec<LinkTarget>,
    /// Its anchors, as targets of links.
    places: Vec<LinkTarget>,
    /// Its pictures, each with its name, which changes with its look.
    pictures: Vec<(PathBuf, String)>,
}

impl CacheEntry {
    /// The entry of a story that was read; none if the story could not be read.
    pub fn of(file: &StoryFile, text: Fingerprint, reading: &Reading, context: &ReadContext<'_>) -> Option<NewEntry> {
        let (note, article, tail) = match reading {
            Reading::Unreadable => return None,
            Reading::Draft(Route::Story { slug, .. }) => (CachedReading::Draft(slug.clone()), None, Vec::new()),
            Reading::Draft(_) => return None,
            Reading::Story(story) => {
                let article = Article { body: String::new(), ..story.article.get().ok()?.clone() };
                (
                    CachedReading::Story(Box::new(CachedStory::of(story, context)?)),
                    Some(serde_json::to_string(&article).ok()?),
                    CachedLinks::tail(&story.links)?,
                )
            }
        };
        let path = String::from(file.path.to_str()?);
        Some(NewEntry { entry: CacheEntry { path, stamp: file.stamp, text, article: None, note }, article, tail })
    }

    /// Reads the entry in this range of `file`, and finds its links.
    pub fn read(file: &Arc<CachedBytes>, range: &Range<usize>) -> Option<(CacheEntry, CachedLinks)> {
        let (entry, tail) = postcard::take_from_bytes(&file[range.clone()]).ok()?;
        let range = range.end - tail.len()..range.end;
        Some((entry, CachedLinks { file: file.clone(), range }))
    }

    /// The same entry with its article in another blob.
    pub fn with_blob(&self, article: Option<Blob>) -> CacheEntry {
        CacheEntry { article, ..self.clone() }
    }

    /// The path in a serialised entry.
    pub fn path_in(bytes: &[u8]) -> Option<&str> {
        postcard::take_from_bytes(bytes).ok().map(|(path, _)| path)
    }

    /// The entry with the file's current stamp, if the file has not changed; and whether the stamp is the same as
    /// before.
    pub fn still_true(self, file: &StoryFile, context: &ReadContext<'_>, last_look: u64) -> Option<(CacheEntry, bool)> {
        if file.stamp == self.stamp && self.stamp.was_settled(last_look) {
            return Some((self, true));
        }
        let text = Fingerprint::of(&context.content.read(LARGEST, &file.path).ok()?);
        if text == self.text { Some((CacheEntry { stamp: file.stamp, ..self }, false)) } else { None }
    }

    /// The story without its text; none if one of its authors or pictures has changed.
    pub fn story(
        self,
        cached_links: CachedLinks,
        file: &Arc<StoryFile>,
        context: &ReadContext<'_>,
        blob_file: Option<&Arc<BlobFile>>,
    ) -> Option<Reading> {
        let CachedStory { summary, targets, places, pictures } = match self.note {
            CachedReading::Draft(slug) => return Some(Reading::Draft(file.route(&slug))),
            CachedReading::Story(story) => *story,
        };
        let knows = |author: &Subject| context.authors.get(&author.slug) == Some(author);
        let is_there = |(path, name): &(PathBuf, String)| context.pictures.name_of(path) == Some(name.as_str());
        if !summary.authors.iter().all(knows) || !pictures.iter().all(is_there) {
            return None;
        }
        let links = PageLinks {
            file: context.content.name(&file.path),
            targets,
            places,
            details: LinkDetails::Kept(cached_links),
            pictures: pictures.into_iter().map(|(path, _)| path).collect(),
        };
        let source = source_key(self.text, &links.pictures, context);
        let article =
            LazyArticle::Kept { blob_file: blob_file?.clone(), blob: self.article?, article: OnceLock::new() };
        let story = Story::of(file, summary, article, links, source);
        Some(Reading::Story(Box::new(Story { without_text: Some(file.clone()), ..story })))
    }
}

impl CachedStory {
    fn of(story: &Story, context: &ReadContext<'_>) -> Option<CachedStory> {
        let picture = |path: &PathBuf| Some((path.clone(), String::from(context.pictures.name_of(path)?)));
        Some(CachedStory {
            summary: story.summary.clone(),
            targets: story.links.targets.clone(),
            places: story.links.places.clone(),
            pictures: story.links.pictures.iter().map(picture).collect::<Option<_>>()?,
        })
    }
}
