//! The ledger: which terms occur in which stories. It is cached, so that only the words of new stories have to be
//! counted. The index files depend on all stories and are computed from the ledger each time.

use std::borrow::Cow;
use std::path::Path;

use hashbrown::HashMap;
use search::Words;
use serde::{Deserialize, Serialize};

use crate::diagnostics::failure::Failure;
use crate::store::cache_file::{self, CachedBytes};
use crate::store::fingerprint::Fingerprint;

/// What the file begins with. The number goes up when the format changes.
const FORM: &str = "press ledger 1\n";

/// The terms of the stories of an index.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The stories, oldest first: the fingerprint of each, and its number of words.
    stories: Vec<(Fingerprint, u32)>,
    /// The file, in which the rows follow the stories.
    content: CachedBytes,
    begin: usize,
}

/// A term as it is stored in the file.
#[derive(Serialize, Deserialize)]
struct Row<'a> {
    term: &'a str,
    /// The ways in which the term is written.
    #[serde(borrow)]
    forms: Vec<&'a str>,
    /// The stories that have the term: difference to the number of the previous story, index of the form, weight.
    stories: Vec<(u32, u32, u32)>,
}

/// A term of new stories: the ways in which it is written, and for each story its number, index of the form, and
/// weight.
#[derive(Debug, Default)]
struct Term {
    forms: Vec<String>,
    stories: Vec<(u32, u32, u32)>,
}

/// The words of stories that are not in the ledger yet.
#[derive(Debug, Default)]
pub struct NewWords(HashMap<String, Term>);

impl NewWords {
    /// Adds the words of the story with this number.
    pub fn add(&mut self, story: u32, words: Words) {
        for (term, (form, weight)) in words.terms {
            let Term { forms, stories } = self.0.entry(term).or_default();
            let known = forms.iter().position(|known| *known == form);
            let place = known.unwrap_or_else(|| {
                forms.push(form);
                forms.len() - 1
            });
            stories.push((story, place as u32, weight));
        }
    }
}

impl Ledger {
    /// Reads the cache file. If it is missing or not valid, the ledger is empty.
    pub fn read(file: &Path) -> Ledger {
        let ledger = || {
            let content = cache_file::read(file, FORM)?;
            let (stories, rows): (Vec<(Fingerprint, u32)>, &[u8]) = postcard::take_from_bytes(&content).ok()?;
            let begin = content.len() - rows.len();
            Some(Ledger { stories, content, begin })
        };
        ledger().unwrap_or_default()
    }

    /// The stories in the ledger, with the number of words of each.
    pub fn lengths(&self) -> HashMap<Fingerprint, u32> {
        self.stories.iter().copied().collect()
    }

    /// Calls `each` for every term of these `stories`, in alphabetical order, with the term, its most frequent form,
    /// and the numbers of the stories that have it, each with the term's weight. `stories` are sorted oldest first,
    /// with their numbers of words; `new` has the words of those that are not in the ledger. Returns the rows of the
    /// next ledger.
    ///
    /// # Errors
    /// The ledger is damaged.
    pub fn renew(
        &self,
        stories: &[(Fingerprint, u32)],
        new: NewWords,
        mut each: impl FnMut(&str, &str, &[(u32, u32)]),
    ) -> Result<Rows, Failure> {
        let numbers: HashMap<Fingerprint, u32> = stories.iter().map(|(fingerprint, _)| *fingerprint).zip(0..).collect();
        let moved: Vec<Option<u32>> =
            self.stories.iter().map(|(fingerprint, _)| numbers.get(fingerprint).copied()).collect();
        let mut new: Vec<(String, Term)> = new.0.into_iter().collect();
        new.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let (mut new, mut rest) = (new.iter().peekable(), &self.content[self.begin..]);
        let mut rows = Rows(cache_file::packed(&stories)?);
        let mut before: Option<Row<'_>> = None;
        loop {
            if before.is_none() && !rest.is_empty() {
                let damaged = |_| Failure::damaged(&self.content.path);
                let (row, behind) = postcard::take_from_bytes(rest).map_err(damaged)?;
                (before, rest) = (Some(row), behind);
            }
            let term = match (&before, new.peek()) {
                (None, None) => return Ok(rows),
                (Some(row), Some((term, _))) => row.term.min(term),
                (Some(row), None) => row.term,
                (None, Some((term, _))) => term.as_str(),
            };
            let old = before.take_if(|row| row.term == term);
            let added = new.next_if(|(other, _)| other == term).map(|(_, term)| term);
            let mut entry = LedgerEntry::default();
            if let Some(row) = old {
                entry.take(row, &moved);
            }
            if let Some(term) = added {
                entry.add(term);
            }
            if entry.stories.is_empty() {
                continue;
            }
            let form = entry.settle();
            let weights: Vec<(u32, u32)> = entry.stories.iter().map(|(story, _, weight)| (*story, *weight)).collect();
            each(term, &form, &weights);
            rows.push(term, &entry)?;
        }
    }
}

/// The content of the next ledger.
pub struct Rows(Vec<u8>);

impl Rows {
    fn push(&mut self, term: &str, entry: &LedgerEntry<'_>) -> Result<(), Failure> {
        let mut last = 0;
        let since =
            |(story, form, weight): &(u32, u32, u32)| (*story - std::mem::replace(&mut last, *story), *form, *weight);
        let stories = entry.stories.iter().map(since).collect();
        let row = Row { term, forms: entry.forms.iter().map(AsRef::as_ref).collect(), stories };
        self.0.extend(cache_file::packed(&row)?);
        Ok(())
    }

    /// Writes the ledger to `file`.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, file: &Path) -> Result<(), Failure> {
        cache_file::write(file, FORM, &[&self.0])
    }
}

/// A term with all its stories.
#[derive(Default)]
struct LedgerEntry<'a> {
    forms: Vec<Cow<'a, str>>,
    stories: Vec<(u32, u32, u32)>,
}

impl<'a> LedgerEntry<'a> {
    /// Takes the term's old row, without stories that no longer exist; `moved` has the new numbers of the others.
    fn take(&mut self, row: Row<'a>, moved: &[Option<u32>]) {
        self.forms = row.forms.into_iter().map(Cow::Borrowed).collect();
        let mut story = 0;
        for (since, form, weight) in row.stories {
            story += since;
            if let Some(number) = moved.get(story as usize).copied().flatten() {
                self.stories.push((number, form, weight));
            }
        }
    }

    /// Adds the new stories that have the term.
    fn add(&mut self, term: &'a Term) {
        let place = |form: &'a String| {
            let known = self.forms.iter().position(|known| *known == *form);
            known.unwrap_or_else(|| {
                self.forms.push(Cow::Borrowed(form));
                self.forms.len() - 1
            })
        };
        let places: Vec<usize> = term.forms.iter().map(place).collect();
        let stories = term.stories.iter();
        self.stories.extend(stories.map(|(story, form, weight)| (*story, places[*form as usize] as u32, *weight)));
    }

    /// Sorts the stories and drops forms that none of them has. Returns the form of most stories; among equals, the
    /// first in alphabetical order.
    fn settle(&mut self) -> String {
        if !self.stories.is_sorted() {
            self.stories.sort_unstable();
        }
        let mut counts = vec![0_u32; self.forms.len()];
        self.stories.iter().for_each(|(_, form, _)| counts[*form as usize] += 1);
        let most = self
            .forms
            .iter()
            .zip(&counts)
            .max_by(|(one, times), (other, others)| times.cmp(others).then(other.cmp(one)));
        let form = most.map(|(form, _)| form.to_string()).unwrap_or_default();
        if counts.contains(&0) {
            let places: Vec<u32> =
                (0..).zip(&counts).filter(|(_, times)| **times > 0).map(|(place, _)| place).collect();
            self.forms = places.iter().map(|place| self.forms[*place as usize].clone()).collect();
            for (_, form, _) in &mut self.stories {
                *form = places.partition_point(|place| place < form) as u32;
            }
        }
        form
    }
}
