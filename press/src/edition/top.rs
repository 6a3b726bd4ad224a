//! Top article: the most viewed stories.

use std::cmp::Reverse;

use journal::model::Site;

use crate::story::Story;

/// The most viewed stories, most viewed first; of two with the same views the newer one, then by address. One more
/// than Top article shows, so that a story can leave itself out. If too few were viewed, the newest follow.
pub fn most_viewed(stories: &[Story]) -> Vec<usize> {
    let views = |index: &usize| stories[*index].article.views.unwrap_or_default();
    let mut top: Vec<usize> = (0..stories.len()).filter(|index| views(index) > 0).collect();
    top.sort_by_key(|index| (Reverse(views(index)), *index));
    top.truncate(Site::TOP + 1);
    for newest in 0..stories.len() {
        if top.len() > Site::TOP {
            break;
        }
        if !top.contains(&newest) {
            top.push(newest);
        }
    }
    top
}

/// The stories that Top article shows on the page of `story`, see [`Site::top_beside`].
pub fn beside(top: &[usize], story: usize) -> Vec<usize> {
    top.iter().copied().filter(|index| *index != story).take(Site::TOP).collect()
}
