//! Which story comes first.

use crate::story::Story;

/// Puts the newest first; stories of one moment are ordered by their address.
pub fn sort(stories: &mut [Story]) {
    stories.sort_by(|one, other| {
        let newest = other.slip.published.cmp(&one.slip.published);
        // Section by section: in a path, `/` would come between letters.
        newest.then_with(|| one.path.split('/').cmp(other.path.split('/')))
    });
}

/// The story that leads the front page: the newest with `lead = true`, else the newest.
pub fn lead(stories: &[Story]) -> Option<usize> {
    let wanted = stories.iter().position(|story| story.slip.lead);
    wanted.or(if stories.is_empty() { None } else { Some(0) })
}
