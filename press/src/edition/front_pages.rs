//! The front page and its further pages.

use journal::model::Site;
use journal::route::Route;

use super::page::{PageContent, StripContent};
use super::{lists, order};
use crate::content::site_file::SiteFile;
use crate::stories::story::Story;

/// The maximum number of stories in a section's strip.
const STRIP: usize = 3;

/// The front pages. The lead and the strips are on the first one, where Top article with the stories `top` stands above
/// the strips; the latest stories are divided among all of them.
pub fn front_pages(stories: &[Story], top: &[usize], site: &SiteFile) -> Vec<(Route, PageContent)> {
    let lead = order::lead(stories);
    let latest: Vec<usize> = (0..stories.len()).filter(|index| Some(*index) != lead).collect();
    let page = |list_page: super::list_page::ListPage| {
        let is_first = list_page.page == 1;
        let top = top.iter().take(Site::TOP);
        let shown: Vec<usize> = lead.iter().chain(&list_page.stories).chain(top).copied().collect();
        let strips = if is_first { strips(stories, site, &shown) } else { Vec::new() };
        (
            Route::Front { page: list_page.page },
            PageContent::Front { lead: lead.filter(|_| is_first), latest: list_page, strips },
        )
    };
    lists::pages(&latest, site.page_size).map(page).collect()
}

/// A strip for each section that has stories which are not `shown` above: its newest of them.
fn strips(stories: &[Story], site: &SiteFile, shown: &[usize]) -> Vec<StripContent> {
    let strips = site.sections.iter().map(|section| {
        let of_section = |index: &usize| stories[*index].section == section.slug;
        let unseen = (0..stories.len()).filter(of_section).filter(|index| !shown.contains(index));
        let stories = unseen.take(STRIP).collect();
        StripContent { section: section.slug.clone(), description: section.description.clone(), stories }
    });
    strips.filter(|strip| !strip.stories.is_empty()).collect()
}
