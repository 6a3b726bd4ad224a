//! Finds stories in the files of an index that have been loaded.
//!
//! It says which files a question needs, is given them, and answers. It waits for nothing itself.

use std::collections::BTreeMap;

use crate::catalogue::{BLOCK, Catalogue};
use crate::query::{Query, Word};
use crate::reader::{ByteReader, Damaged, unpacked};
use crate::shard::{self, ShardTerm};

/// The weights of another form of a word, and of a word that only begins with what was typed.
const KIN: f32 = 0.9;
const BEGUN: f32 = 0.5;

/// The maximum number of terms that a word matches: those that only begin with it come last, and the most frequent
/// of each kind first.
const BEGINNINGS: usize = 40;

/// Restricts a search to some stories.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The slug of a section.
    pub section: Option<String>,
    /// The slug of an author.
    pub author: Option<String>,
    /// A year.
    pub year: Option<u32>,
}

impl Filter {
    /// Whether it needs the sections and authors of the stories.
    pub fn needs_facets(&self) -> bool {
        self.section.is_some() || self.author.is_some()
    }
}

/// Which stories come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Those that match best.
    #[default]
    Relevance,
    /// The newest.
    Date,
}

/// The result of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The numbers of the stories, in the order that was asked for.
    pub stories: Vec<u32>,
    /// Whether they have all words. If not, they have some, because no story has all.
    pub all: bool,
    /// The words that no story has: where each was typed, in bytes, and a similar word that some stories have, if
    /// there is one.
    pub unknown: Vec<(std::ops::Range<usize>, Option<String>)>,
}

/// Finds stories.
#[derive(Debug)]
pub struct Finder {
    catalogue: Catalogue,
    shards: BTreeMap<usize, Vec<u8>>,
    blocks: BTreeMap<usize, Vec<(u32, String)>>,
    facets: Option<Vec<(u32, Vec<u32>)>>,
}

impl Finder {
    /// A finder that has only the catalogue.
    pub fn new(catalogue: Catalogue) -> Finder {
        Finder { catalogue, shards: BTreeMap::new(), blocks: BTreeMap::new(), facets: None }
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The shards that `query` needs and that have not been loaded, by position and name. Ask again when they have
    /// been: a word that no story has may be misspelt, and needs more shards.
    ///
    /// # Errors
    /// A loaded shard is damaged.
    pub fn shards_for(&self, query: &Query) -> Result<Vec<(usize, &str)>, Damaged> {
        let mut shards = Vec::new();
        for word in &query.words {
            let whole = word.terms.iter().flat_map(|term| self.catalogue.shards_with(term, true));
            let begun = word.open.then(|| self.catalogue.shards_with(&word.word, false)).into_iter().flatten();
            let mut own: Vec<usize> = whole.chain(begun.take(3)).collect();
            if !word.open && own.iter().all(|shard| self.shards.contains_key(shard)) && self.entries(word)?.is_empty() {
                own = self.shards_near(word).collect();
            }
            shards.extend(own.into_iter().filter(|shard| !self.shards.contains_key(shard)));
        }
        shards.sort_unstable();
        shards.dedup();
        Ok(shards.into_iter().map(|shard| (shard, self.catalogue.shards[shard].1.as_str())).collect())
    }

    /// The shards with the words that may have been meant by one that no story has.
    fn shards_near(&self, word: &Word) -> impl Iterator<Item = usize> {
        word.beginnings().into_iter().flat_map(|term| self.catalogue.shards_with(&term, true))
    }

    /// Takes a shard that has been loaded.
    ///
    /// # Errors
    /// The file is damaged.
    pub fn take_shard(&mut self, shard: usize, file: &[u8]) -> Result<(), Damaged> {
        self.shards.insert(shard, unpacked(file)?);
        Ok(())
    }

    /// The blocks with the addresses of `stories` that have not been loaded, by position and name.
    pub fn blocks_for(&self, stories: &[u32]) -> Vec<(usize, &str)> {
        let mut blocks: Vec<usize> = stories.iter().map(|story| *story as usize / BLOCK).collect();
        blocks.sort_unstable();
        blocks.dedup();
        blocks.retain(|block| !self.blocks.contains_key(block));
        blocks.into_iter().filter_map(|block| Some((block, self.catalogue.blocks.get(block)?.as_str()))).collect()
    }

    /// Takes a block of addresses that has been loaded.
    ///
    /// # Errors
    /// The file is damaged.
    pub fn take_block(&mut self, block: usize, file: &[u8]) -> Result<(), Damaged> {
        let bytes = unpacked(file)?;
        let mut reader = ByteReader(&bytes);
        let mut addresses = Vec::new();
        while !reader.0.is_empty() {
            addresses.push((reader.number()?, String::from(reader.text()?)));
        }
        self.blocks.insert(block, addresses);
        Ok(())
    }

    /// The name of the file with sections and authors, if `filter` needs it and it has not been loaded.
    pub fn facets_for(&self, filter: &Filter) -> Option<&str> {
        (filter.needs_facets() && self.facets.is_none()).then_some(self.catalogue.facets.as_str())
    }

    /// Takes the file with sections and authors.
    ///
    /// # Errors
    /// The file is damaged.
    pub fn take_facets(&mut self, file: &[u8]) -> Result<(), Damaged> {
        let bytes = unpacked(file)?;
        let mut reader = ByteReader(&bytes);
        let sections: Vec<u32> = (0..self.catalogue.stories).map(|_| reader.number()).collect::<Result<_, _>>()?;
        let with_authors = |section| Ok((section, reader.list(|reader| reader.number())?));
        self.facets = Some(sections.into_iter().map(with_authors).collect::<Result<_, _>>()?);
        Ok(())
    }

    /// The slugs of the section and of the story with this number, if its block has been loaded.
    pub fn address(&self, story: u32) -> Option<(&str, &str)> {
        let (section, slug) = self.blocks.get(&(story as usize / BLOCK))?.get(story as usize % BLOCK)?;
        Some((self.catalogue.sections.get(*section as usize)?.slug.as_str(), slug))
    }

    /// The stories for `query`, from the files that have been loaded.
    ///
    /// # Errors
    /// A loaded shard is damaged.
    pub fn find(&self, query: &Query, filter: &Filter, order: Order) -> Result<Found, Damaged> {
        let mut scores = vec![0f32; self.catalogue.stories as usize];
        let mut words = vec![0u8; scores.len()];
        let (mut required, mut found) = (0u8, Found::default());
        for word in &query.words {
            let entries = self.entries(word)?;
            if entries.is_empty() {
                found.unknown.push((word.place.clone(), self.nearest(word)?));
            }
            let mut own = vec![0f32; scores.len()];
            for (entry, worth) in &entries {
                let rare = self.rarity(entry) * worth;
                for posting in &entry.postings {
                    let score = own.get_mut(posting.story as usize).ok_or(Damaged)?;
                    *score = score.max(rare * f32::from(posting.impact));
                }
            }
            // A word that so many stories have need not be found, unless it is the only one.
            let asked = !entries.iter().any(|(entry, _)| entry.is_common()) || query.words.len() == 1;
            required += u8::from(asked);
            for (story, own) in own.into_iter().enumerate().filter(|(_, own)| *own > 0.0) {
                scores[story] += own;
                words[story] += u8::from(asked);
            }
        }
        let most = words.iter().copied().max().unwrap_or_default();
        found.all = most == required && required > 0;
        let is_wanted = self.wanted(filter);
        let least = if found.all { required.max(1) } else { 1 };
        let is_found = |story: &u32| words[*story as usize] >= least && is_wanted(*story);
        found.stories = (0..self.catalogue.stories).filter(is_found).collect();
        found.stories.reverse();
        if order == Order::Relevance {
            let rank = |story: &u32| (words[*story as usize], scores[*story as usize]);
            found
                .stories
                .sort_by(|one, other| rank(other).partial_cmp(&rank(one)).unwrap_or(std::cmp::Ordering::Equal));
        }
        Ok(found)
    }

    /// The entries that a word matches, each with its weight.
    fn entries(&self, word: &Word) -> Result<Vec<(ShardTerm, f32)>, Damaged> {
        let mut entries = Vec::new();
        for shard in self.shards.values() {
            entries.extend(shard::entries(shard, |term| {
                let meant =
                    word.terms.iter().position(|known| known == term).map(|place| if place == 0 { 1.0 } else { KIN });
                meant.or_else(|| (word.open && term.starts_with(&word.word)).then_some(BEGUN))
            })?);
        }
        entries.sort_by_key(|(entry, worth)| (*worth <= BEGUN, std::cmp::Reverse(entry.stories)));
        entries.truncate(BEGINNINGS);
        Ok(entries)
    }

    /// How rare a term is: BM25's inverse document frequency.
    fn rarity(&self, entry: &ShardTerm) -> f32 {
        let (all, with) = (self.catalogue.stories as f32, entry.stories as f32);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    fn wanted(&self, filter: &Filter) -> impl Fn(u32) -> bool {
        let place = |list: &[crate::Named], slug: &Option<String>| {
            slug.as_ref().map(|slug| list.iter().position(|named| named.slug == *slug).map(|place| place as u32))
        };
        let section = place(&self.catalogue.sections, &filter.section);
        let author = place(&self.catalogue.authors, &filter.author);
        let year = filter.year.map(|year| self.catalogue.stories_of(year));
        move |story| {
            let facets = self.facets.as_ref().and_then(|facets| facets.get(story as usize));
            let of_section = |wanted: Option<u32>| facets.is_some_and(|(section, _)| Some(*section) == wanted);
            let of_author =
                |wanted: Option<u32>| facets.is_some_and(|(_, authors)| wanted.is_some_and(|it| authors.contains(&it)));
            section.is_none_or(of_section)
                && author.is_none_or(of_author)
                && year.as_ref().is_none_or(|year| year.contains(&story))
        }
    }

    /// A word of some story that is similar to the one that was typed.
    fn nearest(&self, word: &Word) -> Result<Option<String>, Damaged> {
        let letters: Vec<char> = word.word.chars().collect();
        let most = if letters.len() < 4 { return Ok(None) } else { 1 + usize::from(letters.len() > 7) };
        let mut near = Vec::new();
        let mut shards: Vec<usize> = self.shards_near(word).collect();
        shards.sort_unstable();
        shards.dedup();
        for shard in shards {
            let Some(shard) = self.shards.get(&shard) else { continue };
            near.extend(shard::entries(shard, |term| {
                // A term is a stem and may lack an ending, so compare it with the stem of the word, too.
                let of_word = distance(&letters, term, most);
                of_word.or_else(|| distance(&word.terms[0].chars().collect::<Vec<_>>(), term, most))
            })?);
        }
        let nearest = near.into_iter().min_by_key(|(entry, distance)| (*distance, std::cmp::Reverse(entry.stories)));
        Ok(nearest.map(|(entry, _)| entry.form))
    }
}

/// How many letters must be added, removed, replaced or swapped to make `other` from `word`; `None` if more than
/// `most`.
fn distance(word: &[char], other: &str, most: usize) -> Option<usize> {
    let other: Vec<char> = other.chars().collect();
    if word.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut rows = vec![vec![0; other.len() + 1]; word.len() + 1];
    for (row, cells) in rows.iter_mut().enumerate() {
        cells[0] = row;
    }
    rows[0] = (0..=other.len()).collect();
    for row in 1..=word.len() {
        for column in 1..=other.len() {
            let same = usize::from(word[row - 1] != other[column - 1]);
            let mut least =
                (rows[row - 1][column] + 1).min(rows[row][column - 1] + 1).min(rows[row - 1][column - 1] + same);
            let swapped =
                row > 1 && column > 1 && word[row - 1] == other[column - 2] && word[row - 2] == other[column - 1];
            if swapped {
                least = least.min(rows[row - 2][column - 2] + 1);
            }
            rows[row][column] = least;
        }
    }
    Some(rows[word.len()][other.len()]).filter(|distance| *distance <= most)
}
