//! The front page and its further pages.

use journal::route::Route;

use super::page::PageContent;
use super::{lists, order};
use crate::content::site_file::SiteFile;
use crate::stories::story::Story;

/// The maximum number of stories in a section's strip.
const STRIP: usize = 3;

/// The front pages. The lead and the strips are on the first one; the latest stories are divided among all of them.
pub fn front_pages(stories: &[Story], site: &SiteFile) -> Vec<(Route, PageContent)> {
    let lead = order::lead(stories);
    let latest: Vec<usize> = (0..stories.len()).filter(|index| Some(*index) != lead).collect();
    let page = |list_page: super::list_page::ListPage| {
        let is_first = list_page.page == 1;
        let shown: Vec<usize> = lead.into_iter().chain(list_page.stories.iter().copied()).collect();
        let strips = if is_first { strips(stories, site, &shown) } else { Vec::new() };
        (
            Route::Front { page: list_page.page },
            PageContent::Front { lead: lead.filter(|_| is_first), latest: list_page, strips },
        )
    };
    lists::pages(&latest, site.page_size).map(page).collect()
}

/// A strip for each section with stories: its newest that are not `shown` above, or its newest one if all are.
fn strips(stories: &[Story], site: &SiteFile, shown: &[usize]) -> Vec<(String, Vec<usize>)> {
    let strips = site.sections.iter().filter_map(|section| {
        let of_section = |index: &usize| stories[*index].section == section.slug;
        let newest = (0..stories.len()).find(of_section)?;
        let unseen = (0..stories.len()).filter(of_section).filter(|index| !shown.contains(index));
        let mut strip: Vec<usize> = unseen.take(STRIP).collect();
        if strip.is_empty() {
            strip.push(newest);
        }
        Some((section.slug.clone(), strip))
    });
    strips.collect()
}
