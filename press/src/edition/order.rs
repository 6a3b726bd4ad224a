//! Which story comes first.

use crate::story::Story;

/// Puts the newest first; stories of one moment are ordered by their address.
pub fn sort(stories: &mut [Story]) {
    stories.sort_by(|one, other| {
        let newest = other.published.cmp(&one.published);
        let (one, other) = (&one.article, &other.article);
        newest.then_with(|| one.section.cmp(&other.section)).then_with(|| one.slug.cmp(&other.slug))
    });
}

/// The story that leads the front page: the newest with `lead = true`, else the newest.
pub fn lead(stories: &[Story]) -> Option<usize> {
    let wanted = stories.iter().position(|story| story.lead);
    wanted.or(if stories.is_empty() { None } else { Some(0) })
}
