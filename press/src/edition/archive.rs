//! The archive: all stories by year and month, so that every story can be reached without searching.

use std::collections::BTreeMap;

use jiff::ZonedDateTime;
use journal::model::{ArchivePage, PageLink};
use journal::route::Route;

use super::page::{Page, PageContent};
use crate::content::site_file::SiteFile;
use crate::locale::language::Language;
use crate::stories::story::Story;

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
    let mut all = Vec::new();
    let mut pages = Vec::new();
    for (year, months) in years.into_iter().rev() {
        let mut of_year = vec![link(year.to_string(), &year.to_string())];
        of_year.extend(months.iter().rev().map(|(number, stories)| month(year, *number, stories)));
        let years = vec![vec![link(whole.clone(), "")], of_year.clone()];
        all.push(of_year);
        pages.push(page(year.to_string(), year.to_string(), years.clone(), Vec::new()));
        for (month, stories) in months.into_iter().rev() {
            pages.push(page(period(year, month), language.month(year, month), years.clone(), stories));
        }
    }
    pages.insert(0, page(String::new(), whole, all, Vec::new()));
    pages.into_iter().map(|(route, content)| Page::of(route, content, stories)).collect()
}

/// A month as in addresses: `2026/03`.
fn period(year: i16, month: i8) -> String {
    format!("{year}/{month:02}")
}

fn page(period: String, title: String, years: Vec<Vec<PageLink>>, stories: Vec<usize>) -> (Route, PageContent) {
    let route = Route::Archive { period: period.clone() };
    (route, PageContent::Archive(Box::new(ArchivePage { period, title, years, stories: Vec::new() }), stories))
}

fn path(period: &str) -> String {
    Route::Archive { period: String::from(period) }.path()
}
