//! The story cache: the stories as earlier editions read them, so that an edition reads only files that have changed.
//!
//! It consists of one file and a blob file next to it. If it is damaged, or was written by another build of press or
//! for another newspaper, it is ignored and all stories are read again.

mod entry;
mod program;
mod related;

use std::borrow::Cow;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hashbrown::HashMap;
use journal::model::FORMAT;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use entry::{CacheEntry, NewEntry};
use program::RunningPress;
pub use related::{KeptRelated, Related};

use super::context::ReadContext;
use super::story::{Reading, Story};
use crate::content::story_file::StoryFile;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::failure::Failure;
use crate::store::blob_file::{Blob, BlobFile, BlobFileHeader};
use crate::store::cache_file::{self, CachedBytes};
use crate::store::file_stamp::now;
use crate::store::fingerprint::Fingerprint;

/// What the file begins with. The number goes up when the format changes.
const FORM: &str = "press stories 2\n";

/// The stories that earlier editions read.
#[derive(Debug, Default)]
pub struct StoryCache {
    /// Which stories are related.
    pub related: KeptRelated,
    /// The running press.
    running: Option<RunningPress>,
    /// The head of the file that the previous edition wrote.
    head: CacheHead,
    /// When the files were looked at for this edition, in nanoseconds since 1970.
    looked: u64,
    /// The file that the previous edition wrote; its entries follow one another from `begin` on.
    before: Arc<CachedBytes>,
    begin: usize,
    /// The entries of this edition.
    entries: Vec<Kept>,
    blob_file: Option<Arc<BlobFile>>,
    /// Whether anything is cached at all.
    open: bool,
}

/// What precedes the entries in the file.
#[derive(Debug, Default, Serialize, Deserialize)]
struct CacheHead {
    /// When the files were looked at, in nanoseconds since 1970.
    looked: u64,
    program: Option<RunningPress>,
    /// The fingerprint of press and newspaper.
    press: Option<Fingerprint>,
    header: BlobFileHeader,
    related: KeptRelated,
    /// The length of each entry in bytes.
    lengths: Vec<usize>,
}

/// An entry of this edition.
#[derive(Debug)]
enum Kept {
    /// The entry is in the file, and its article in the blob file.
    Before(Range<usize>, Option<Blob>),
    /// The entry is new or its file has a new stamp. In the second case its article is in the blob file.
    New(Box<NewEntry>),
}

impl StoryCache {
    /// An empty cache. (The default one caches nothing.)
    pub fn empty() -> StoryCache {
        StoryCache { open: true, ..StoryCache::default() }
    }

    /// The same cache without its entries.
    pub fn emptied(self) -> StoryCache {
        StoryCache { running: self.running, ..StoryCache::empty() }
    }

    /// Reads the file. If it is missing or not valid, the cache is empty.
    pub fn read(file: &Path) -> StoryCache {
        let cache = StoryCache::from_file(file).unwrap_or_else(StoryCache::empty);
        StoryCache { running: RunningPress::running(cache.head.program.as_ref()), ..cache }
    }

    fn from_file(file: &Path) -> Option<StoryCache> {
        let before = cache_file::read(file, FORM)?;
        let (head, entries): (CacheHead, &[u8]) = postcard::take_from_bytes(&before).ok()?;
        if head.lengths.iter().sum::<usize>() != entries.len() {
            return None;
        }
        let blob_file = BlobFile::open(&blob_file_of(file), head.header)?;
        let begin = before.len() - entries.len();
        let related = head.related.clone();
        let before = Arc::new(before);
        Some(StoryCache { related, head, before, begin, blob_file: Some(Arc::new(blob_file)), ..StoryCache::empty() })
    }

    /// Writes the entries of this edition to `file`, unless the file already has exactly these.
    ///
    /// # Errors
    /// A file cannot be written, or the old entries are damaged.
    pub fn write(&self, file: &Path) -> Result<(), Failure> {
        if self.head.press.is_none() || self.is_as_before() {
            return Ok(());
        }
        let blob_file = self.blob_file.as_deref();
        let there: Vec<Blob> = self.entries.iter().filter_map(Kept::blob).collect();
        let new: Vec<&[u8]> = self.entries.iter().filter_map(|kept| Some(kept.article()?.as_bytes())).collect();
        let (header, blobs, new_blobs) = BlobFile::put(blob_file, &blob_file_of(file), &there, &new)?;
        let is_same = blobs == there;
        let (mut blobs, mut new_blobs) = (blobs.into_iter(), new_blobs.into_iter());
        let mut lengths = Vec::with_capacity(self.entries.len());
        // Unchanged entries are copied as bytes, adjacent ones together.
        let mut entries: Vec<Cow<'_, [u8]>> = Vec::new();
        let mut run = self.begin..self.begin;
        for kept in &self.entries {
            let blob = if kept.article().is_some() {
                new_blobs.next()
            } else if kept.blob().is_some() {
                blobs.next()
            } else {
                None
            };
            let entry = match kept {
                Kept::Before(range, _) if is_same => {
                    lengths.push(range.len());
                    if run.end == range.start {
                        run.end = range.end;
                    } else {
                        entries.push(Cow::Borrowed(&self.before[std::mem::replace(&mut run, range.clone())]));
                    }
                    continue;
                }
                Kept::Before(range, _) => {
                    let (entry, cached_links) =
                        CacheEntry::read(&self.before, range).ok_or_else(|| Failure::damaged(file))?;
                    [&cache_file::packed(&entry.with_blob(blob))?, cached_links.bytes()].concat()
                }
                Kept::New(new_entry) => {
                    [cache_file::packed(&new_entry.entry.with_blob(blob))?.as_slice(), &new_entry.tail].concat()
                }
            };
            lengths.push(entry.len());
            entries.extend([Cow::Borrowed(&self.before[run.clone()]), Cow::Owned(entry)]);
            run.start = run.end;
        }
        entries.push(Cow::Borrowed(&self.before[run]));
        let (looked, press) = (self.looked, self.head.press);
        let (program, related) = (self.running.clone(), self.related.clone());
        let head = CacheHead { looked, program, press, header, related, lengths };
        let head = cache_file::packed(&head)?;
        let parts: Vec<&[u8]> = [head.as_slice()].into_iter().chain(entries.iter().map(Cow::as_ref)).collect();
        cache_file::write(file, FORM, &parts)
    }

    /// Whether the file has exactly the entries of this edition.
    fn is_as_before(&self) -> bool {
        let are_there = self.entries.iter().all(|kept| matches!(kept, Kept::Before(..)));
        are_there
            && self.blob_file.is_some()
            && self.related == self.head.related
            && self.entries.len() == self.head.lengths.len()
    }

    /// The cache for an edition: this one, if the same press has written it for the same newspaper, otherwise an
    /// empty one. `newspaper` is everything that affects how stories are read.
    pub fn for_edition(self, newspaper: &str) -> StoryCache {
        if !self.open {
            return self;
        }
        let press =
            self.running.as_ref().map(|program| Fingerprint::of_value(&(program.fingerprint, FORMAT, newspaper)));
        let cache = if press == self.head.press { self } else { self.emptied() };
        StoryCache { head: CacheHead { press, ..cache.head }, ..cache }
    }

    /// The fingerprint of press and newspaper; none if press cannot read its own executable.
    pub fn press(&self) -> Option<Fingerprint> {
        self.head.press
    }

    /// Reads all stories on all cores, from their files only where those have changed. The entries of this edition
    /// become exactly those of `files`. May be called more than once for an edition.
    pub fn read_stories(
        &mut self,
        files: &[Arc<StoryFile>],
        context: &ReadContext<'_>,
    ) -> Vec<(Reading, Vec<Diagnostic>)> {
        self.looked = now();
        let last_look = self.head.looked;
        let mut end = self.begin;
        let range = |length: &usize| {
            let begin = end;
            end += length;
            begin..end
        };
        let ranges: Vec<Range<usize>> = self.head.lengths.iter().map(range).collect();
        let entry = |range: &Range<usize>| Some((CacheEntry::path_in(&self.before[range.clone()])?, range.clone()));
        let before: HashMap<&str, Range<usize>> = ranges.iter().filter_map(entry).collect();
        let from_cache = |file: &Arc<StoryFile>| -> Option<(Reading, Kept)> {
            let range = before.get(file.path.to_str()?)?;
            let (entry, cached_links) = CacheEntry::read(&self.before, range)?;
            let (entry, is_same) = entry.still_true(file, context, last_look)?;
            let kept = if is_same {
                Kept::Before(range.clone(), entry.article)
            } else {
                Kept::New(Box::new(NewEntry {
                    entry: entry.clone(),
                    article: None,
                    tail: cached_links.bytes().to_vec(),
                }))
            };
            Some((entry.story(cached_links, file, context, self.blob_file.as_ref())?, kept))
        };
        let read = |file: &Arc<StoryFile>| -> (Reading, Vec<Diagnostic>, Option<Kept>) {
            if let Some((reading, kept)) = from_cache(file) {
                return (reading, Vec::new(), Some(kept));
            }
            let (text, reading, mistakes) = Story::read(file, context);
            let entry = text.filter(|_| mistakes.is_empty() && self.open);
            let entry = entry.and_then(|text| CacheEntry::of(file, text, &reading, context));
            (reading, mistakes, entry.map(|new_entry| Kept::New(Box::new(new_entry))))
        };
        let all: Vec<_> = files.par_iter().map(read).collect();
        let mut entries = Vec::with_capacity(all.len());
        let keep = |(reading, mistakes, kept)| {
            entries.extend(kept);
            (reading, mistakes)
        };
        let readings = all.into_iter().map(keep).collect();
        self.entries = entries;
        readings
    }
}

impl Kept {
    /// Where its article is in the blob file, if it is there already.
    fn blob(&self) -> Option<Blob> {
        match self {
            Kept::Before(_, blob) => *blob,
            Kept::New(new_entry) => new_entry.entry.article,
        }
    }

    /// The serialised article that is to be added to the blob file.
    fn article(&self) -> Option<&str> {
        match self {
            Kept::Before(..) => None,
            Kept::New(new_entry) => new_entry.article.as_deref(),
        }
    }
}

/// The path of the blob file that belongs to the cache in `file`.
fn blob_file_of(file: &Path) -> PathBuf {
    file.with_extension("blobs")
}
