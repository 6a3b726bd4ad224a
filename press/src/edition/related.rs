//! Related stories, which a reader may want to read next.

use std::cmp::Reverse;

use hashbrown::HashMap;

use crate::store::fingerprint::Fingerprint;
use crate::stories::cache::Related;
use crate::stories::story::Story;

/// How many stories with a tag are considered on either side of a story. A tag on very many stories says little about
/// any two of them, and without a limit the work would grow with the square of the number of stories.
const LOOKED_AT: usize = 128;

/// The weight of a tag before it is divided by the number of stories that have the tag. Integers give the same order on
/// every machine.
const WHOLE: u64 = 1 << 32;

/// Finds related stories.
#[derive(Debug)]
pub struct RelatedFinder {
    /// The tags of each story, as numbers.
    tags: Vec<Vec<usize>>,
    /// The stories with each tag.
    with_tag: Vec<Vec<usize>>,
    /// The section of each story, as a number.
    sections: Vec<usize>,
    of_section: Vec<Vec<usize>>,
    all: Vec<usize>,
}

impl RelatedFinder {
    /// Indexes all stories, which must be sorted newest first.
    pub fn among(stories: &[Story]) -> RelatedFinder {
        let (mut tags, mut sections) = (Numbers::default(), Numbers::default());
        let tag_numbers: Vec<Vec<usize>> =
            stories.iter().map(|story| story.summary.tags.iter().map(|tag| tags.of(&tag.slug)).collect()).collect();
        let section_numbers: Vec<usize> = stories.iter().map(|story| sections.of(&story.section)).collect();
        let mut with_tag = vec![Vec::new(); tags.0.len()];
        let mut of_section = vec![Vec::new(); sections.0.len()];
        for story in 0..stories.len() {
            tag_numbers[story].iter().for_each(|tag| with_tag[*tag].push(story));
            of_section[section_numbers[story]].push(story);
        }
        let all = (0..stories.len()).collect();
        RelatedFinder { tags: tag_numbers, with_tag, sections: section_numbers, of_section, all }
    }

    /// The fingerprint of everything that determines which stories are related, except for what each page shows anyway.
    pub fn fingerprint(&self) -> Fingerprint {
        let counts: Vec<usize> = self.tags.iter().map(Vec::len).collect();
        Fingerprint::of_value(&(self.tags.concat(), counts, &self.sections))
    }

    /// Finds up to four related stories, best first: those with shared tags, where a tag on `n` stories counts 1/n,
    /// then those of the same section, then any. Never the story itself or one of `shown`. Among equals, those
    /// closest in time come first, so that old stories keep their related stories and a new story changes few others.
    pub fn to(&self, story: usize, shown: &[usize], scores: &mut Scores) -> Related {
        self.score(story, shown, scores);
        let fits = |other: &usize| *other != story && !shown.contains(other);
        let elsewhere = |other: usize| self.sections[other] != self.sections[story];
        let distance = |other: usize| (elsewhere(other), other < story, other.abs_diff(story));
        let mut nearest: Vec<(usize, u64)> = Vec::new();
        for (other, score) in scores.take() {
            let rank = |other: usize, score: u64| (Reverse(score), distance(other));
            // If there are many candidates, nearly all rank below the last of the best so far.
            let last = nearest.get(Related::MOST - 1).copied();
            if last.is_some_and(|(last, most)| score < most || rank(last, most) < rank(other, score)) || !fits(&other) {
                continue;
            }
            let place = nearest.partition_point(|near| rank(near.0, near.1) < rank(other, score));
            nearest.insert(place, (other, score));
            nearest.truncate(Related::MOST);
        }
        let mut nearest: Vec<usize> = nearest.into_iter().map(|(other, _)| other).collect();
        let section = &self.of_section[self.sections[story]];
        for other in around(section, story).chain(around(&self.all, story)) {
            if nearest.len() == Related::MOST {
                break;
            }
            if fits(&other) && !nearest.contains(&other) {
                nearest.push(other);
            }
        }
        Related::of(&nearest)
    }

    /// Scores the stories with shared tags, at least all that can be among the best.
    fn score(&self, story: usize, shown: &[usize], scores: &mut Scores) {
        let weight = |tag: &usize| WHOLE / u64::try_from(self.with_tag[*tag].len()).unwrap_or(WHOLE);
        // The rarest tag first: it has the most weight and the fewest stories.
        let mut tags: Vec<(u64, usize)> = self.tags[story].iter().map(|tag| (weight(tag), *tag)).collect();
        tags.sort_unstable_by_key(|(weight, tag)| (Reverse(*weight), *tag));
        let mut left: u64 = tags.iter().map(|(weight, _)| weight).sum();
        for (weight, tag) in tags {
            let with_tag = self.with_tag[tag].as_slice();
            let place = with_tag.partition_point(|other| *other < story);
            let (first, last) = (place.saturating_sub(LOOKED_AT), (place + LOOKED_AT).min(with_tag.len()));
            if !scores.has_above(left, story, shown) {
                // In the order of their rank if this tag alone counted: then most are skipped without an insertion.
                let (later, earlier) = (&with_tag[first..place], &with_tag[place..last]);
                earlier.iter().chain(later.iter().rev()).for_each(|other| scores.add(*other, weight));
            } else if let [first, .., last] = &with_tag[first..last] {
                // Stories with none of the previous tags can no longer catch up.
                scores.add_to_counted(weight, |other| {
                    (*first..=*last).contains(&other) && self.tags[other].contains(&tag)
                });
            }
            left -= weight;
        }
    }
}

/// Numbers names in the order in which they first occur.
#[derive(Default)]
struct Numbers<'a>(HashMap<&'a str, usize>);

impl<'a> Numbers<'a> {
    fn of(&mut self, name: &'a str) -> usize {
        let next = self.0.len();
        *self.0.entry(name).or_insert(next)
    }
}

/// The scores of all stories in relation to one of them; reused for one story after the other.
#[derive(Clone, Debug)]
pub struct Scores {
    /// By index of the story.
    scores: Vec<u64>,
    /// The stories with a score.
    counted: Vec<usize>,
}

impl Scores {
    /// Scores for an edition with this number of stories.
    pub fn of(stories: usize) -> Scores {
        Scores { scores: vec![0; stories], counted: Vec::new() }
    }

    fn add(&mut self, story: usize, weight: u64) {
        if self.scores[story] == 0 {
            self.counted.push(story);
        }
        self.scores[story] += weight;
    }

    /// Whether enough stories that can be related to `story` have more than this score; `shown` cannot be.
    fn has_above(&self, score: u64, story: usize, shown: &[usize]) -> bool {
        let is_above = |other: &&usize| self.scores[**other] > score && **other != story && !shown.contains(other);
        self.counted.iter().filter(is_above).nth(Related::MOST - 1).is_some()
    }

    /// Adds weight to those stories that already have a score.
    fn add_to_counted(&mut self, weight: u64, whom: impl Fn(usize) -> bool) {
        for other in self.counted.iter().filter(|other| whom(**other)) {
            self.scores[*other] += weight;
        }
    }

    /// Takes out all stories with their scores.
    fn take(&mut self) -> impl Iterator<Item = (usize, u64)> {
        let scores = &mut self.scores;
        self.counted.drain(..).map(|story| (story, std::mem::take(&mut scores[story])))
    }
}

/// The stories of a list: those older than `story`, then those newer, each starting with the closest in time.
fn around(list: &[usize], story: usize) -> impl Iterator<Item = usize> {
    let place = list.partition_point(|other| *other < story);
    let (later, earlier) = list.split_at(place);
    earlier.iter().chain(later.iter().rev()).copied()
}
