//! The order of stories.

use std::cmp::Reverse;

use crate::stories::story::Story;

/// Sorts stories by date, newest first. Stories with the same date keep their given order, which is that of their
/// addresses.
pub fn sort(stories: &mut [Box<Story>]) {
    stories.sort_by_cached_key(|story| Reverse(story.summary.published));
}

/// The index of the story that leads the front page: the newest with `lead = true`, or else the newest.
pub fn lead(stories: &[Story]) -> Option<usize> {
    let wanted = stories.iter().position(|story| story.summary.lead);
    wanted.or(if stories.is_empty() { None } else { Some(0) })
}
