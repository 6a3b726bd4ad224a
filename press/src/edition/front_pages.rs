//! The front page and the pages after it.

use journal::model::{Front, Strip, Teaser};

use super::pages::day;
use super::{lists, order};
use crate::site_file::SiteFile;
use crate::story::Story;

/// How many stories a section's strip has at most.
const STRIP: usize = 3;

/// The front pages: the lead and the strips stand on the first one, the latest stories go through all of them. The first one has
/// the numbers of `newest` teasers.
pub fn front_pages(stories: &[Story], teasers: &[Teaser], newest: &[Teaser], site: &SiteFile) -> Vec<Front> {
    let lead = order::lead(stories);
    let latest: Vec<usize> = (0..stories.len()).filter(|index| Some(*index) != lead).collect();
    let pages = lists::pages(&latest, site.page_size, teasers, |story| day(&stories[story], site));
    let mut fronts: Vec<Front> =
        pages.into_iter().map(|latest| Front { lead: None, latest, strips: Vec::new() }).collect();
    if let Some(first) = fronts.first_mut() {
        let shown: Vec<usize> = lead.into_iter().chain(latest.iter().copied().take(site.page_size)).collect();
        first.lead = lead.map(|lead| newest[lead].clone());
        first.latest.teasers = lists::pick(latest.get(..site.page_size).unwrap_or(&latest), newest);
        first.strips = strips(stories, newest, site, &shown);
    }
    fronts
}

/// A strip for each section with stories: its newest that do not stand above, or its newest one if all of them do.
fn strips(stories: &[Story], teasers: &[Teaser], site: &SiteFile, shown: &[usize]) -> Vec<Strip> {
    let strips = site.sections.iter().filter_map(|section| {
        let of_section = |index: &usize| stories[*index].article.section == section.slug;
        let newest = (0..stories.len()).find(of_section)?;
        let unseen = (0..stories.len()).filter(of_section).filter(|index| !shown.contains(index));
        let mut strip: Vec<usize> = unseen.take(STRIP).collect();
        if strip.is_empty() {
            strip.push(newest);
        }
        Some(Strip { section: section.slug.clone(), teasers: lists::pick(&strip, teasers) })
    });
    strips.collect()
}
