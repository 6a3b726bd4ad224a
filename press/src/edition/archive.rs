//! The archive: all stories by year and month, so that everything can be reached without searching.

use std::collections::BTreeMap;

use jiff::ZonedDateTime;
use journal::model::{ArchivePage, Document, FooterLink, Teaser};
use journal::route::Route;

use crate::language::Language;
use crate::site_file::SiteFile;
use crate::story::Story;

/// The pages of the archive: all years, each year, each month that has stories.
pub fn archive_pages(stories: &[Story], teasers: &[Teaser], site: &SiteFile) -> Vec<(Route, Document)> {
    let language = Language::of(&site.language);
    let mut years: BTreeMap<i16, BTreeMap<i8, Vec<Teaser>>> = BTreeMap::new();
    for (story, teaser) in stories.iter().zip(teasers) {
        let date: ZonedDateTime = site.calendar.at(story.published);
        let months = years.entry(date.year()).or_default();
        months.entry(date.month()).or_default().push(Teaser { summary: String::new(), ..teaser.clone() });
    }
    let whole = String::from(language.words().archive());
    let link = |label: String, period: &str| FooterLink { label, href: path(period) };
    let of_years: Vec<FooterLink> = years.keys().rev().map(|year| link(year.to_string(), &year.to_string())).collect();
    let back = link(whole.clone(), "");
    let mut pages = vec![page(String::new(), whole, of_years, Vec::new())];
    for (year, months) in years.into_iter().rev() {
        let period = |month: &i8| format!("{year}/{month:02}");
        let of_months = months.keys().rev().map(|month| link(language.month(year, *month), &period(month)));
        let parts: Vec<FooterLink> = [back.clone()].into_iter().chain(of_months).collect();
        pages.push(page(year.to_string(), year.to_string(), parts.clone(), Vec::new()));
        for (month, stories) in months.into_iter().rev() {
            pages.push(page(period(&month), language.month(year, month), parts.clone(), stories));
        }
    }
    pages
}

fn page(period: String, title: String, parts: Vec<FooterLink>, stories: Vec<Teaser>) -> (Route, Document) {
    let route = Route::Archive { period: period.clone() };
    (route, Document::Archive(ArchivePage { period, title, parts, stories }))
}

fn path(period: &str) -> String {
    Route::Archive { period: String::from(period) }.path()
}
