//! Makes an index of stories.

use std::collections::{BTreeMap, HashMap};

use super::catalogue::{BLOCK, Catalogue, Named};
use super::reader::{packed, put_number, put_text};
use super::shard::{self, Posting};
use super::stem::written;
use super::tokens::tokens;

/// How many bytes a shard has, packed, about: small enough for a bad network, large enough for few files.
const SHARD: usize = 7 * 1024;

/// A term of more than a half of the stories, where there are so many, tells little. It keeps one story of so many.
const COMMON: (usize, usize) = (500, 8);

/// How soon a term that is repeated says no more (BM25's k1), and how much a long story is held against it (b).
const SATURATION: f32 = 1.2;
const LENGTH: f32 = 0.6;

/// A story to be found. Stories are added the oldest first.
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
    /// Its texts, each with its weight: as many times as often as a word of the body it says what the story is about.
    pub texts: Vec<(f32, String)>,
}

/// Collects stories.
#[derive(Debug)]
pub struct Indexer {
    catalogue: Catalogue,
    terms: HashMap<String, Term>,
    lengths: Vec<f32>,
    addresses: Vec<(u32, String)>,
    authors: Vec<Vec<u32>>,
}

#[derive(Debug, Default)]
struct Term {
    forms: BTreeMap<String, u32>,
    /// Stories with the weight of the term in them.
    stories: Vec<(u32, f32)>,
}

/// An index: the files and the catalogue that names them.
#[derive(Debug)]
pub struct Index {
    /// The content of each file, by its name.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What they are.
    pub catalogue: Catalogue,
}

impl Indexer {
    /// For a newspaper in this language, with these sections and authors.
    pub fn new(language: &str, sections: Vec<Named>, authors: Vec<Named>) -> Indexer {
        Indexer {
            catalogue: Catalogue { language: language.into(), sections, authors, ..Catalogue::default() },
            terms: HashMap::new(),
            lengths: Vec::new(),
            addresses: Vec::new(),
            authors: Vec::new(),
        }
    }

    /// Adds a story, not older than the one before.
    pub fn add(&mut self, entry: &Entry) {
        let number = self.catalogue.stories;
        let mut weights: HashMap<String, (f32, String)> = HashMap::new();
        let mut length = 0.0;
        for (weight, text) in &entry.texts {
            for token in tokens(text) {
                length += 1.0;
                for term in written(&token.word) {
                    let (sum, form) = weights.entry(term).or_default();
                    *sum += weight;
                    if form.is_empty() {
                        form.clone_from(&token.word);
                    }
                }
            }
        }
        for (term, (weight, form)) in weights {
            let term = self.terms.entry(term).or_default();
            *term.forms.entry(form).or_default() += 1;
            term.stories.push((number, weight));
        }
        let place =
            |list: &[Named], slug: &str| list.iter().position(|named| named.slug == slug).unwrap_or_default() as u32;
        self.addresses.push((place(&self.catalogue.sections, &entry.section), entry.slug.clone()));
        self.authors.push(entry.authors.iter().map(|slug| place(&self.catalogue.authors, slug)).collect());
        self.lengths.push(length);
        match self.catalogue.years.last_mut() {
            Some((year, stories)) if *year == entry.year => *stories += 1,
            _ => self.catalogue.years.push((entry.year, 1)),
        }
        self.catalogue.stories += 1;
    }

    /// The index. `name` gives a file its name by its content: 16 hexadecimal digits.
    pub fn finish(mut self, name: impl Fn(&[u8]) -> String) -> Index {
        let mut files = BTreeMap::new();
        let mut keep = |content: &[u8]| {
            let file = packed(content);
            let name = name(&file);
            files.insert(name.clone(), file);
            name
        };
        let average = self.lengths.iter().sum::<f32>() / (self.lengths.len().max(1) as f32);
        let mut terms: Vec<(String, Term)> = std::mem::take(&mut self.terms).into_iter().collect();
        terms.sort_by(|(one, _), (other, _)| one.cmp(other));
        let (mut shard, mut first, mut before) = (Vec::new(), String::new(), String::new());
        for (term, found) in terms {
            let entry = self.entry(term, found, average);
            if shard.is_empty() {
                first.clone_from(&entry.term);
                before.clear();
            }
            shard::put(&mut shard, &entry, &before);
            before = entry.term;
            if shard.len() >= SHARD {
                self.catalogue.shards.push((first.clone(), keep(&shard)));
                shard.clear();
            }
        }
        if !shard.is_empty() {
            self.catalogue.shards.push((first, keep(&shard)));
        }
        for block in self.addresses.chunks(BLOCK) {
            let mut bytes = Vec::new();
            for (section, slug) in block {
                put_number(&mut bytes, *section);
                put_text(&mut bytes, slug);
            }
            self.catalogue.blocks.push(keep(&bytes));
        }
        let mut facets = Vec::new();
        for (section, _) in &self.addresses {
            put_number(&mut facets, *section);
        }
        for authors in &self.authors {
            put_number(&mut facets, authors.len() as u32);
            authors.iter().for_each(|author| put_number(&mut facets, *author));
        }
        self.catalogue.facets = keep(&facets);
        Index { files, catalogue: self.catalogue }
    }

    fn entry(&self, term: String, found: Term, average: f32) -> shard::Entry {
        let impact = |(story, weight): &(u32, f32)| {
            let long = 1.0 - LENGTH + LENGTH * self.lengths[*story as usize] / average;
            let says = weight / (weight + SATURATION * long);
            Posting { story: *story, impact: (says * 15.0).ceil().clamp(1.0, 15.0) as u8 }
        };
        let mut postings: Vec<Posting> = found.stories.iter().map(impact).collect();
        let stories = postings.len();
        let (many, one_of) = COMMON;
        if stories >= many && stories > self.lengths.len() / 2 {
            postings.sort_by_key(|posting| (std::cmp::Reverse(posting.impact), std::cmp::Reverse(posting.story)));
            postings.truncate(stories / one_of);
            postings.sort_by_key(|posting| posting.story);
        }
        // Of forms that are written as often the first by the alphabet.
        let form = found.forms.into_iter().rev().max_by_key(|(_, times)| *times).map(|(form, _)| form);
        shard::Entry { term, form: form.unwrap_or_default(), stories: stories as u32, postings }
    }
}
