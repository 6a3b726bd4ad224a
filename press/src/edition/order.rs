//! Which story comes first.

use std::cmp::Reverse;

use crate::stories::story::Story;

/// Puts the newest first; stories of one moment stay in the order that they are given in, which is that of their addresses.
pub fn sort(stories: &mut [Box<Story>]) {
    stories.sort_by_cached_key(|story| Reverse(story.summary.published));
}

/// The story that leads the front page: the newest with `lead = true`, else the newest.
pub fn lead(stories: &[Story]) -> Option<usize> {
    let wanted = stories.iter().position(|story| story.summary.lead);
    wanted.or(if stories.is_empty() { None } else { Some(0) })
}
