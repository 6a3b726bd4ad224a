//! The archive: all stories by year and month, so that every story can be reached without searching.

use std::collections::BTreeMap;

use journal::model::{ArchiveMonth, ArchivePage, PageLink};
use journal::route::Route;

use super::page::{ArchiveStories, Page, PageContent};
use crate::content::site_file::SiteFile;
use crate::locale::language::Language;
use crate::stories::story::Story;

/// How many headlines of a month the page of its year has.
const HEADLINES: usize = 5;

/// A month with stories.
struct Month {
    year: i16,
    /// 1 to 12.
    number: i8,
    /// Indices into the edition's stories, newest first.
    stories: Vec<usize>,
    language: Language,
}

/// The pages of the archive: one for all years, one for each year, and one for each month with stories.
pub fn archive_pages(stories: &[Story], site: &SiteFile) -> Vec<Page> {
    let language = Language::of(&site.language);
    let mut places: BTreeMap<(i16, i8), Vec<usize>> = BTreeMap::new();
    for (place, story) in stories.iter().enumerate() {
        let date = site.calendar.at(story.summary.published());
        places.entry((date.year(), date.month())).or_default().push(place);
    }
    let newest_first = places.into_iter().rev();
    let months: Vec<Month> =
        newest_first.map(|((year, number), stories)| Month { year, number, stories, language }).collect();
    let whole = link(String::from(language.words().archive()), "");
    let (mut pages, mut lines) = (Vec::new(), Vec::new());
    let (mut older, mut later) = (months.iter().skip(1), None);
    for of_year in months.chunk_by(|one, other| one.year == other.year) {
        let year = of_year.first().map(|month| month.year.to_string()).unwrap_or_default();
        let mut line = vec![link(year.clone(), &year)];
        line.extend(of_year.iter().map(Month::counted));
        pages.push(year_page(year, of_year, &whole));
        for month in of_year {
            let years = vec![vec![whole.clone()], line.clone()];
            let (earlier, later) = (older.next().map(Month::plain), later.replace(month.plain()));
            let (period, title) = (month.period(), month.name());
            let page = ArchivePage { period, title, years, earlier, later, ..ArchivePage::default() };
            pages.push((page, ArchiveStories::OfMonth(month.stories.clone())));
        }
        lines.push(line);
    }
    let first = ArchivePage { title: whole.label, years: lines, ..ArchivePage::default() };
    pages.insert(0, (first, ArchiveStories::OfYear(Vec::new())));
    let pages = pages.into_iter().map(|(page, places)| {
        let route = Route::Archive { period: page.period.clone() };
        Page::of(route, PageContent::Archive(Box::new(page), places), stories)
    });
    pages.collect()
}

fn year_page(year: String, months: &[Month], whole: &PageLink) -> (ArchivePage, ArchiveStories) {
    let places = months.iter().map(|month| month.stories.iter().copied().take(HEADLINES).collect());
    let months = months.iter().map(|month| ArchiveMonth { link: month.counted(), stories: Vec::new() }).collect();
    let places = ArchiveStories::OfYear(places.collect());
    let (period, title, years) = (year.clone(), year, vec![vec![whole.clone()]]);
    (ArchivePage { period, title, years, months, ..ArchivePage::default() }, places)
}

impl Month {
    /// `October 2024`
    fn name(&self) -> String {
        self.language.month(self.year, self.number)
    }

    /// As in addresses: `2026/03`.
    fn period(&self) -> String {
        format!("{}/{:02}", self.year, self.number)
    }

    fn plain(&self) -> PageLink {
        link(self.name(), &self.period())
    }

    /// With its number of stories.
    fn counted(&self) -> PageLink {
        link(format!("{} ({})", self.name(), self.stories.len()), &self.period())
    }
}

fn link(label: String, period: &str) -> PageLink {
    PageLink { label, href: Route::Archive { period: String::from(period) }.path(), language: None }
}
