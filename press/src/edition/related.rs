//! The stories that a reader of this one may want to read next.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::story::Story;

/// How many related stories there are at most.
const MOST: usize = 4;

/// A tag on very many stories says little about any two of them: only so many before and after the story are looked at, so
/// that the work grows with the number of stories and not with its square.
const LOOKED_AT: usize = 128;

/// What a tag counts is divided by how many stories have it. Whole numbers: every machine comes to the same order.
const WHOLE: u64 = 1 << 32;

/// Finds related stories.
#[derive(Debug)]
pub struct Related<'a> {
    stories: &'a [Story],
    by_tag: HashMap<&'a str, Vec<usize>>,
    by_section: HashMap<&'a str, Vec<usize>>,
    /// The section of each story, as a number.
    sections: Vec<usize>,
    all: Vec<usize>,
}

impl<'a> Related<'a> {
    /// Looks through all stories once. They have to be in their order, newest first.
    pub fn among(stories: &'a [Story]) -> Related<'a> {
        let mut by_tag: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut by_section: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, story) in stories.iter().enumerate() {
            by_section.entry(&story.section).or_default().push(index);
            for tag in &story.slip.tags {
                by_tag.entry(&tag.slug).or_default().push(index);
            }
        }
        let mut sections = vec![0; stories.len()];
        for (number, of_section) in by_section.values().enumerate() {
            of_section.iter().for_each(|story| sections[*story] = number);
        }
        Related { stories, by_tag, by_section, sections, all: (0..stories.len()).collect() }
    }

    /// Up to four stories, nearest first: those with shared tags, where a tag that `n` stories have counts 1/n, then
    /// those of the same section, then any. Never the story itself or one of `shown`. Between equals those of its own time come
    /// first: so a story that is old stays among what was written then, and a new one changes few others.
    pub fn to(&self, story: usize, shown: &[usize], scores: &mut Scores) -> Vec<usize> {
        let own = &self.stories[story];
        for with_tag in own.slip.tags.iter().filter_map(|tag| self.by_tag.get(tag.slug.as_str())) {
            let weight = WHOLE / u64::try_from(with_tag.len()).unwrap_or(WHOLE);
            let place = with_tag.partition_point(|other| *other < story);
            let near = place.saturating_sub(LOOKED_AT)..(place + LOOKED_AT).min(with_tag.len());
            for other in &with_tag[near] {
                scores.add(*other, weight);
            }
        }
        let fits = |other: &usize| *other != story && !shown.contains(other);
        let elsewhere = |other: usize| self.sections[other] != self.sections[story];
        let distance = |other: usize| (elsewhere(other), other < story, other.abs_diff(story));
        let mut nearest: Vec<(usize, u64)> = Vec::new();
        for (other, score) in scores.take() {
            let rank = |other: usize, score: u64| (Reverse(score), distance(other));
            // Nearly all of many are further away than the last of the nearest.
            let last = nearest.get(MOST - 1).copied();
            if last.is_some_and(|(last, most)| score < most || rank(last, most) < rank(other, score)) || !fits(&other) {
                continue;
            }
            let place = nearest.partition_point(|near| rank(near.0, near.1) < rank(other, score));
            nearest.insert(place, (other, score));
            nearest.truncate(MOST);
        }
        let mut nearest: Vec<usize> = nearest.into_iter().map(|(other, _)| other).collect();
        let section = self.by_section.get(own.section.as_str()).map(Vec::as_slice).unwrap_or_default();
        let all = self.all.as_slice();
        for other in around(section, story).chain(around(all, story)) {
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

/// What the stories of an edition count beside one of them: used for one story after the other.
#[derive(Clone, Debug)]
pub struct Scores {
    /// By the place of the story.
    scores: Vec<u64>,
    /// Those that count anything.
    counted: Vec<usize>,
}

impl Scores {
    /// For an edition of so many stories.
    pub fn of(stories: usize) -> Scores {
        Scores { scores: vec![0; stories], counted: Vec::new() }
    }

    fn add(&mut self, story: usize, weight: u64) {
        if self.scores[story] == 0 {
            self.counted.push(story);
        }
        self.scores[story] += weight;
    }

    /// All that count something, each with what it counts. Afterwards none does.
    fn take(&mut self) -> impl Iterator<Item = (usize, u64)> {
        let scores = &mut self.scores;
        self.counted.drain(..).map(|story| (story, std::mem::take(&mut scores[story])))
    }
}

/// The stories of a list, those before `story` in time first, the nearest first.
fn around(list: &[usize], story: usize) -> impl Iterator<Item = usize> {
    let place = list.partition_point(|other| *other < story);
    let (later, earlier) = list.split_at(place);
    earlier.iter().chain(later.iter().rev()).copied()
}
