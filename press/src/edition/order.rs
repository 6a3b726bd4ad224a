//! Which story comes first.

use crate::story::Story;

/// Puts the newest first; stories of one moment are ordered by their address.
pub fn sort(stories: &mut [Story]) {
    stories.sort_by(|one, other| {
        let address = |story: &Story| (story.article.section.clone(), story.article.slug.clone());
        other.published.cmp(&one.published).then_with(|| address(one).cmp(&address(other)))
    });
}

/// The story that leads the front page: the newest with `lead = true`, else the newest.
pub fn lead(stories: &[Story]) -> Option<usize> {
    let wanted = stories.iter().position(|story| story.lead);
    wanted.or(if stories.is_empty() { None } else { Some(0) })
}
