//! A story, as it was read for an edition before.

use std::fs;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use journal::model::{Article, Subject};
use serde::{Deserialize, Serialize};

use crate::content::story_file::StoryFile;
use crate::markdown::link_target::LinkTarget;
use crate::store::blob_file::{Blob, BlobFile};
use crate::store::cache_file::Content;
use crate::store::file_stamp::FileStamp;
use crate::store::fingerprint::Fingerprint;
use crate::stories::article::LazyArticle;
use crate::stories::context::ReadContext;
use crate::stories::references::{CachedLinks, LinkDetails, PageLinks};
use crate::stories::source_key::source_key;
use crate::stories::story::{Reading, Story};
use crate::stories::summary::StorySummary;

/// A story that was read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CacheEntry {
    /// Below the content folder.
    path: String,
    stamp: FileStamp,
    /// The key of its text.
    text: Fingerprint,
    /// Where [`Article`] without its text lies, as JSON; nothing of a draft.
    pub article: Option<Blob>,
    /// Nothing of a draft.
    note: Option<CachedStory>,
}

/// What is kept of a story that was read.
#[derive(Debug)]
pub struct NewEntry {
    /// The clipping.
    pub entry: CacheEntry,
    /// Its [`Article`] for the drawer.
    pub article: Option<String>,
    /// What is kept behind it, for its [`CachedLinks`].
    pub tail: Vec<u8>,
}

/// What there is to know of a story, but for what stands on pages.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct CachedStory {
    summary: Box<StorySummary>,
    /// Where its links lead.
    targets: Vec<LinkTarget>,
    /// The places on it.
    places: Vec<LinkTarget>,
    /// Each with its name, which says what it looks like.
    pictures: Vec<(PathBuf, String)>,
}

impl CacheEntry {
    /// What is kept of a story that was read; nothing of one that could not be.
    pub fn of(file: &StoryFile, text: Fingerprint, reading: &Reading, context: &ReadContext<'_>) -> Option<NewEntry> {
        let (note, article, tail) = match reading {
            Reading::Unreadable => return None,
            Reading::Draft => (None, None, Vec::new()),
            Reading::Story(story) => {
                let article = Article { body: String::new(), ..story.article.get().ok()?.clone() };
                (
                    Some(CachedStory::of(story, context)?),
                    Some(serde_json::to_string(&article).ok()?),
                    CachedLinks::tail(&story.links)?,
                )
            }
        };
        let path = String::from(file.path.to_str()?);
        Some(NewEntry { entry: CacheEntry { path, stamp: file.stamp, text, article: None, note }, article, tail })
    }

    /// The clipping that is kept in this part of `file`, and where its leaf is.
    pub fn read(file: &Arc<Content>, range: &Range<usize>) -> Option<(CacheEntry, CachedLinks)> {
        let (entry, tail) = postcard::take_from_bytes(&file[range.clone()]).ok()?;
        let range = range.end - tail.len()..range.end;
        Some((entry, CachedLinks { file: file.clone(), range }))
    }

    /// Itself, with its article at another place.
    pub fn with_blob(&self, article: Option<Blob>) -> CacheEntry {
        CacheEntry { article, ..self.clone() }
    }

    /// The path in the bytes of a clipping.
    pub fn path_in(bytes: &[u8]) -> Option<&str> {
        postcard::take_from_bytes(bytes).ok().map(|(path, _)| path)
    }

    /// Itself, if the file has the same text as then, with the stamp that it has now; and whether that is the same.
    pub fn still_true(self, file: &StoryFile, context: &ReadContext<'_>, last_look: u64) -> Option<(CacheEntry, bool)> {
        if file.stamp == self.stamp && self.stamp.was_settled(last_look) {
            return Some((self, true));
        }
        let text = Fingerprint::of(&fs::read(context.content.path(&file.path)).ok()?);
        if text == self.text { Some((CacheEntry { stamp: file.stamp, ..self }, false)) } else { None }
    }

    /// The story without its text; none if what it depends on has changed.
    pub fn story(
        self,
        cached_links: CachedLinks,
        file: &Arc<StoryFile>,
        context: &ReadContext<'_>,
        blob_file: Option<&Arc<BlobFile>>,
    ) -> Option<Reading> {
        let Some(CachedStory { summary, targets, places, pictures }) = self.note else { return Some(Reading::Draft) };
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
