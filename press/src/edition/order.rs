//! Which story comes first.

use std::cmp::Reverse;

use crate::story::Story;

/// Puts the newest first; stories of one moment are ordered by their address.
pub fn sort(stories: &mut [Story]) {
    // Section by section: in a path, `/` would come between letters.
    let address = |story: &Story| story.path.split('/').map(String::from).collect::<Vec<_>>();
    // By their keys alone: stories are large.
    stories.sort_by_cached_key(|story| (Reverse(story.slip.published), address(story)));
}

/// The story that leads the front page: the newest with `lead = true`, else the newest.
pub fn lead(stories: &[Story]) -> Option<usize> {
    let wanted = stories.iter().position(|story| story.slip.lead);
    wanted.or(if stories.is_empty() { None } else { Some(0) })
}
