//! Lists of stories, cut into pages.

use journal::model::{Listing, Teaser};

/// Cuts a list of stories, by their place in the edition, into pages of `size`. There is always a first page.
pub fn pages(stories: &[usize], size: usize, teasers: &[Teaser]) -> Vec<Listing> {
    let mut cuts: Vec<&[usize]> = stories.chunks(size).collect();
    if cuts.is_empty() {
        cuts.push(&[]);
    }
    let count = number(cuts.len());
    let listings = cuts.iter().zip(1..).map(|(cut, page)| Listing { teasers: pick(cut, teasers), page, pages: count });
    listings.collect()
}

/// The teasers of some stories, in their order.
pub fn pick(stories: &[usize], teasers: &[Teaser]) -> Vec<Teaser> {
    stories.iter().map(|story| teasers[*story].clone()).collect()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
