//! The archive: all stories by year and month, so that every story can be reached without searching.

use std::collections::BTreeMap;

use jiff::ZonedDateTime;
use journal::model::{ArchiveMonth, ArchivePage, PageLink};
use journal::route::Route;

use super::page::{Page, PageContent};
use crate::content::site_file::SiteFile;
use crate::locale::language::Language;
use crate::stories::story::Story;

/// How many headlines of a month the page of its year has.
const HEADLINES: usize = 5;

/// The pages of the archive: one for all years, one for each year, and one for each month with stories.
pub fn archive_pages(stories: &[Story], site: &SiteFile) -> Vec<Page> {
    let language = Language::of(&site.language);
    let mut years: BTreeMap<i16, BTreeMap<i8, Vec<usize>>> = BTreeMap::new();
    for (place, story) in stories.iter().enumerate() {
        let date: ZonedDateTime = site.calendar.at(story.summary.published());
        let months = years.entry(date.year()).or_default();
        months.entry(date.month()).or_default().push(place);
    }
    let whole = String::from(language.words().archive());
    let link = |label: String, period: &str| PageLink { label, href: path(period), language: None };
    let month = |year: i16, month: i8, stories: &[usize]| {
        let label = format!("{} ({})", language.month(year, month), stories.len());
        link(label, &period(year, month))
    };
    // A month without its number of stories, as a neighbour.
    let neighbour = |(year, month): &(i16, i8)| link(language.month(*year, *month), &period(*year, *month));
    let in_order: Vec<(i16, i8)> =
        years.iter().flat_map(|(year, months)| months.keys().map(|month| (*year, *month))).collect();
    let mut all = Vec::new();
    let mut pages = Vec::new();
    for (year, months) in years.iter().rev() {
        let year = *year;
        let newest_first = || months.iter().rev().map(|(number, stories)| (*number, stories));
        let mut of_year = vec![link(year.to_string(), &year.to_string())];
        of_year.extend(newest_first().map(|(number, stories)| month(year, number, stories)));
        let years = vec![vec![link(whole.clone(), "")], of_year.clone()];
        all.push(of_year);
        let with_headlines = newest_first().map(|(number, stories)| {
            let link = month(year, number, stories);
            (ArchiveMonth { link, stories: Vec::new() }, stories.iter().copied().take(HEADLINES).collect())
        });
        let (with_headlines, headlines) = with_headlines.unzip();
        let of_whole = vec![vec![link(whole.clone(), "")]];
        let blank = ArchivePage {
            period: year.to_string(),
            title: year.to_string(),
            years: of_whole,
            months: with_headlines,
            stories: Vec::new(),
            earlier: None,
            later: None,
        };
        pages.push(page(blank.clone(), headlines));
        for (month, stories) in newest_first() {
            let place = in_order.iter().position(|one| *one == (year, month));
            let at = |place: Option<usize>| place.and_then(|place| in_order.get(place)).map(neighbour);
            let of_month = ArchivePage {
                period: period(year, month),
                title: language.month(year, month),
                years: years.clone(),
                months: Vec::new(),
                earlier: at(place.and_then(|place| place.checked_sub(1))),
                later: at(place.map(|place| place + 1)),
                ..blank.clone()
            };
            pages.push(page(of_month, vec![stories.clone()]));
        }
    }
    let (period, title) = (String::new(), whole);
    let first =
        ArchivePage { period, title, years: all, months: Vec::new(), stories: Vec::new(), earlier: None, later: None };
    pages.insert(0, page(first, Vec::new()));
    pages.into_iter().map(|(route, content)| Page::of(route, content, stories)).collect()
}

/// A month as in addresses: `2026/03`.
fn period(year: i16, month: i8) -> String {
    format!("{year}/{month:02}")
}

fn page(page: ArchivePage, stories: Vec<Vec<usize>>) -> (Route, PageContent) {
    let route = Route::Archive { period: page.period.clone() };
    (route, PageContent::Archive(Box::new(page), stories))
}

fn path(period: &str) -> String {
    Route::Archive { period: String::from(period) }.path()
}
