//! Builds an index of stories: first from what is known of each, then from the terms, in sorted order.

use crate::catalogue::{BLOCK, Catalogue, Named};
use crate::reader::{put_number, put_text};
use crate::shard::{self, Posting};
use crate::sheets::Sheets;

/// The approximate size of a shard in bytes, before compression: small enough for a bad network, large enough to
/// keep the files few.
const SHARD: usize = 7 * 1024;

/// Which terms are common: those of at least so many stories, and of more than half of all, which say little about
/// any. A common term keeps one story in so many.
const COMMON: (usize, usize) = (500, 8);

/// How soon a repeated term stops counting (BM25's k1), and how strongly the length of a story counts against it (b).
const SATURATION: f32 = 1.2;
const LENGTH: f32 = 0.6;

/// A story to be found. Stories are given oldest first.
#[derive(Debug, Default)]
pub struct Entry {
    /// The slug of its section.
    pub section: String,
    /// Its own slug.
    pub slug: String,
    /// The slugs of its authors.
    pub authors: Vec<String>,
    /// The year of its date.
    pub year: u32,
    /// How many words its texts have.
    pub length: u32,
}

/// Builds an index.
#[derive(Debug)]
pub struct Indexer {
    catalogue: Catalogue,
    lengths: Vec<f32>,
    /// How many words a story has on average.
    average: f32,
    files: Vec<Vec<u8>>,
    /// The first terms of the finished shards.
    firsts: Vec<String>,
    shard: Vec<u8>,
    first: String,
    before: String,
    addresses: Vec<(u32, String)>,
    authors: Vec<Vec<u32>>,
}

impl Indexer {
    /// An indexer for a newspaper in this language (a BCP 47 tag), with these sections, authors and stories.
    pub fn new(language: &str, sections: Vec<Named>, authors: Vec<Named>, stories: &[Entry]) -> Indexer {
        let mut indexer = Indexer {
            catalogue: Catalogue { language: language.into(), sections, authors, ..Catalogue::default() },
            lengths: stories.iter().map(|story| story.length as f32).collect(),
            average: 0.0,
            files: Vec::new(),
            firsts: Vec::new(),
            shard: Vec::new(),
            first: String::new(),
            before: String::new(),
            addresses: Vec::new(),
            authors: Vec::new(),
        };
        indexer.average = indexer.lengths.iter().sum::<f32>() / (stories.len().max(1) as f32);
        stories.iter().for_each(|story| indexer.add(story));
        indexer
    }

    fn add(&mut self, story: &Entry) {
        let place =
            |list: &[Named], slug: &str| list.iter().position(|named| named.slug == slug).unwrap_or_default() as u32;
        self.addresses.push((place(&self.catalogue.sections, &story.section), story.slug.clone()));
        self.authors.push(story.authors.iter().map(|slug| place(&self.catalogue.authors, slug)).collect());
        match self.catalogue.years.last_mut() {
            Some((year, stories)) if *year == story.year => *stories += 1,
            _ => self.catalogue.years.push((story.year, 1)),
        }
        self.catalogue.stories += 1;
    }

    /// Adds a term, which must follow the one before in sorted order. `form` is how it is written most. `stories`
    /// are the numbers of the stories that have it, each with the weight of the term in it.
    pub fn put(&mut self, term: &str, form: &str, stories: &[(u32, u32)]) {
        if self.shard.is_empty() {
            self.first = String::from(term);
            self.before.clear();
        }
        let entry = self.entry(term, form, stories);
        shard::put(&mut self.shard, &entry, &self.before);
        self.before = String::from(term);
        if self.shard.len() >= SHARD {
            self.end_shard();
        }
    }

    fn end_shard(&mut self) {
        self.firsts.push(std::mem::take(&mut self.first));
        self.files.push(std::mem::take(&mut self.shard));
    }

    /// Finishes the index.
    pub fn finish(mut self) -> Sheets {
        if !self.shard.is_empty() {
            self.end_shard();
        }
        for block in self.addresses.chunks(BLOCK) {
            let mut bytes = Vec::new();
            for (section, slug) in block {
                put_number(&mut bytes, *section);
                put_text(&mut bytes, slug);
            }
            self.files.push(bytes);
        }
        let mut facets = Vec::new();
        for (section, _) in &self.addresses {
            put_number(&mut facets, *section);
        }
        for authors in &self.authors {
            put_number(&mut facets, authors.len() as u32);
            authors.iter().for_each(|author| put_number(&mut facets, *author));
        }
        self.files.push(facets);
        Sheets { files: self.files, firsts: self.firsts, catalogue: self.catalogue }
    }

    fn entry(&self, term: &str, form: &str, stories: &[(u32, u32)]) -> shard::ShardTerm {
        let impact = |(story, weight): &(u32, u32)| {
            let long = 1.0 - LENGTH + LENGTH * self.lengths[*story as usize] / self.average;
            let weight = *weight as f32;
            let says = weight / (weight + SATURATION * long);
            Posting { story: *story, impact: (says * 15.0).ceil().clamp(1.0, 15.0) as u8 }
        };
        let mut postings: Vec<Posting> = stories.iter().map(impact).collect();
        let stories = postings.len();
        let (many, one_of) = COMMON;
        if stories >= many && stories > self.lengths.len() / 2 {
            postings.sort_by_key(|posting| (std::cmp::Reverse(posting.impact), std::cmp::Reverse(posting.story)));
            postings.truncate(stories / one_of);
            postings.sort_by_key(|posting| posting.story);
        }
        shard::ShardTerm { term: term.into(), form: form.into(), stories: stories as u32, postings }
    }
}
