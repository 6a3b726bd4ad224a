//! The stories that a reader of this one may want to read next.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::story::Story;

/// How many related stories there are at most.
const MOST: usize = 4;

/// A tag on very many stories says little about any two of them: only its newest stories are looked at, so that
/// the work grows with the number of stories and not with its square.
const LOOKED_AT: usize = 256;

/// What a tag counts is divided by how many stories have it. Whole numbers: every machine comes to the same order.
const WHOLE: u64 = 1 << 32;

/// Finds related stories.
#[derive(Debug)]
pub struct Related<'a> {
    stories: &'a [Story],
    by_tag: HashMap<&'a str, Vec<usize>>,
    by_section: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Related<'a> {
    /// Looks through all stories once. They have to be in their order, newest first.
    pub fn among(stories: &'a [Story]) -> Related<'a> {
        let mut by_tag: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut by_section: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, story) in stories.iter().enumerate() {
            by_section.entry(&story.article.section).or_default().push(index);
            for tag in &story.article.tags {
                by_tag.entry(tag).or_default().push(index);
            }
        }
        Related { stories, by_tag, by_section }
    }

    /// Up to four stories, nearest first: those with shared tags, where a tag that `n` stories have counts 1/n, then
    /// those of the same section, then the newest. Never the story itself or one of `shown`.
    pub fn to(&self, story: usize, shown: &[usize]) -> Vec<usize> {
        let article = &self.stories[story].article;
        let mut scores: HashMap<usize, u64> = HashMap::new();
        for with_tag in article.tags.iter().filter_map(|tag| self.by_tag.get(tag.as_str())) {
            let weight = WHOLE / u64::try_from(with_tag.len()).unwrap_or(WHOLE);
            for other in with_tag.iter().take(LOOKED_AT) {
                *scores.entry(*other).or_default() += weight;
            }
        }
        let fits = |other: &usize| *other != story && !shown.contains(other);
        let mut nearest: Vec<usize> = scores.keys().copied().filter(fits).collect();
        let elsewhere = |other: usize| self.stories[other].article.section != article.section;
        nearest.sort_unstable_by_key(|other| (Reverse(scores[other]), elsewhere(*other), *other));
        nearest.truncate(MOST);
        let section = self.by_section.get(article.section.as_str()).into_iter().flatten().copied();
        for other in section.chain(0..self.stories.len()) {
            if nearest.len() == MOST {
                break;
            }
            if fits(&other) && !nearest.contains(&other) {
                nearest.push(other);
            }
        }
        nearest
    }
}
