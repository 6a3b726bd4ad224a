//! Top article: the most read stories.

use std::cmp::Reverse;

use jiff::Timestamp;
use journal::model::{Ranking, Site};
use rayon::prelude::*;

use crate::content::views::OfDay;
use crate::stories::story::Story;

/// The stories of Top article.
#[derive(Debug)]
pub struct Top {
    /// What they are ranked by.
    pub ranking: Ranking,
    /// Indices into the edition's stories, in order of rank.
    pub stories: Vec<usize>,
}

/// The stories of Top article on the day that began at `morning`, from the `views` of that day: the most read this
/// week if enough stories were read, otherwise the most read ever. If there are too few of these, the newest follow,
/// starting with those published before `morning`. Of two stories with as many views, the newer one comes first.
pub fn top(stories: &[Story], views: OfDay<'_>, morning: Timestamp) -> Top {
    let ever = |story: &Story| story.facts.views_of_day;
    let week = views.a_week_ago(morning);
    let this_week = |story: &Story| views.in_week(week.as_ref()?, &story.path, story.summary.published());
    let most_this_week = most(stories, this_week);
    // Views of a few stories are not enough for a ranking.
    if most_this_week.len() == Site::TOP.min(stories.len()) && !stories.is_empty() {
        return Top { ranking: Ranking::Week, stories: most_this_week };
    }
    let mut top = most(stories, ever);
    let ranking = if top.is_empty() { Ranking::Latest } else { Ranking::Ever };
    let (out, later): (Vec<usize>, _) =
        (0..stories.len()).partition(|index| stories[*index].summary.published() < morning);
    for newest in out.into_iter().chain(later) {
        if top.len() == Site::TOP {
            break;
        }
        if !top.contains(&newest) {
            top.push(newest);
        }
    }
    Top { ranking, stories: top }
}

/// The stories with the highest numbers, highest first, without those whose number is missing or zero.
fn most(stories: &[Story], number: impl Fn(&Story) -> Option<u64> + Sync) -> Vec<usize> {
    let numbers: Vec<u64> = stories.par_iter().map(|story| number(story).unwrap_or_default()).collect();
    let mut order: Vec<usize> = (0..stories.len()).filter(|index| numbers[*index] > 0).collect();
    order.sort_by_key(|index| (Reverse(numbers[*index]), *index));
    order.truncate(Site::TOP);
    order
}

/// The stories that Top article shows on the page of `story`; see [`Site::top_beside`].
pub fn beside(top: &Top, story: usize) -> Vec<usize> {
    top.stories.iter().copied().filter(|index| *index != story).take(Site::BESIDE).collect()
}
