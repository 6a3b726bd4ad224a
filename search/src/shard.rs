//! Terms in sorted order, each with the stories that have it and how much it says about them.

use crate::reader::{ByteReader, Damaged, put_number, put_text};

/// A story that has a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Its number: stories are numbered from 0, oldest first.
    pub story: u32,
    /// How much the term says about it, from 1 to 15: depends on how often and where the story has the term, and on
    /// the story's length.
    pub impact: u8,
}

/// A term of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShardTerm {
    /// The term, by which it is found.
    pub term: String,
    /// The form in which it is written most.
    pub form: String,
    /// How many stories have it.
    pub stories: u32,
    /// Those stories, oldest first; of a common term, only those about which it says most.
    pub postings: Vec<Posting>,
}

impl ShardTerm {
    /// Whether so many stories have it that it does not tell them apart: it has fewer postings than stories.
    pub fn is_common(&self) -> bool {
        self.postings.len() < self.stories as usize
    }
}

/// Appends `entry`, which follows one with the term `before`.
pub fn put(bytes: &mut Vec<u8>, entry: &ShardTerm, before: &str) {
    let shared = common_start(before, &entry.term);
    put_number(bytes, shared as u32);
    put_text(bytes, &entry.term[shared..]);
    let kept = common_start(&entry.term, &entry.form);
    put_number(bytes, kept as u32);
    put_text(bytes, &entry.form[kept..]);
    put_number(bytes, entry.stories);
    put_number(bytes, entry.postings.len() as u32);
    let mut postings = Vec::new();
    let mut last = 0;
    for posting in &entry.postings {
        put_number(&mut postings, (posting.story - last) << 4 | u32::from(posting.impact));
        last = posting.story;
    }
    put_number(bytes, postings.len() as u32);
    bytes.extend(postings);
}

/// The length of the beginning that two texts share, in bytes, without cutting a letter.
fn common_start(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).map(|(letter, _)| letter.len_utf8()).sum()
}

/// The entries for whose term `wanted` returns a value, with that value; the others are skipped.
///
/// # Errors
/// The shard is damaged.
pub fn entries<T>(shard: &[u8], mut wanted: impl FnMut(&str) -> Option<T>) -> Result<Vec<(ShardTerm, T)>, Damaged> {
    let mut reader = ByteReader(shard);
    let mut term = String::new();
    let mut found = Vec::new();
    while !reader.0.is_empty() {
        let shared = reader.number()? as usize;
        if !term.is_char_boundary(shared) {
            return Err(Damaged);
        }
        term.truncate(shared);
        term += reader.text()?;
        let kept = reader.number()? as usize;
        let rest = reader.text()?;
        let (stories, count) = (reader.number()?, reader.number()?);
        let length = reader.number()? as usize;
        let postings = reader.bytes(length)?;
        let Some(value) = wanted(&term) else { continue };
        let form = [term.get(..kept).ok_or(Damaged)?, rest].concat();
        found.push((ShardTerm { term: term.clone(), form, stories, postings: read_postings(postings, count)? }, value));
    }
    Ok(found)
}

fn read_postings(bytes: &[u8], count: u32) -> Result<Vec<Posting>, Damaged> {
    let mut reader = ByteReader(bytes);
    let mut story = 0u32;
    let read = |_| {
        let number = reader.number()?;
        story = story.checked_add(number >> 4).ok_or(Damaged)?;
        Ok(Posting { story, impact: (number & 15) as u8 })
    };
    (0..count).map(read).collect()
}
