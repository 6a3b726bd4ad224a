//! All pages of the edition.

use std::sync::Arc;

use hashbrown::HashMap;
use journal::model::{Document, Listing, PlainPage, Subject, SubjectPage};
use journal::route::Route;
use rayon::prelude::*;

use super::archive::archive_pages;
use super::front_pages::front_pages;
use super::list_page::ListPage;
use super::lists;
use super::page::{Page, PageContent};
use super::related::{RelatedFinder, Scores};
use super::top::{self, Top};
use crate::content::site_file::{SectionEntry, SiteFile};
use crate::store::fingerprint::Fingerprint;
use crate::stories::about_page::AboutPage;
use crate::stories::author::Author;
use crate::stories::cache::{KeptRelated, Related};
use crate::stories::story::Story;

/// What the pages are built from, besides the stories.
pub struct PageSources<'a> {
    /// The newspaper.
    pub site: &'a SiteFile,
    /// The stories of Top article.
    pub top: &'a Top,
    /// Sorted by slug.
    pub authors: &'a [Author],
    /// The page about the newspaper.
    pub about: Option<&'a AboutPage>,
    /// The page of corrections.
    pub corrections: PlainPage,
}

/// All pages with their fingerprints. Their documents are not built yet.
///
/// Related stories come from `kept` if everything they depend on is the same as in the previous edition; otherwise they
/// are computed and put there.
pub fn pages(stories: &[Story], sources: PageSources<'_>, kept: &mut KeptRelated) -> Vec<Page> {
    let PageSources { site, top, authors, about, corrections } = sources;
    let ready = |route: Route, document: Document| Page::of(route, PageContent::Ready(Box::new(document)), stories);
    let all: Vec<usize> = (0..stories.len()).collect();
    let lists = || {
        let by_whom = || author_pages(stories, authors, site);
        let fronts = || list("", &all, front_pages(stories, &top.stories, site), stories);
        let by_time = || (fronts(), section_pages(stories, site), archive_pages(stories, site));
        rayon::join(by_time, || rayon::join(by_whom, || tag_pages(stories, site)))
    };
    let (of_stories, ((fronts, of_sections, archive), (of_authors, of_tags))) =
        rayon::join(|| story_pages(stories, top, kept), lists);
    let newest = all.iter().copied().take(2 * site.page_size).collect();
    let mut others = vec![
        Page::of(Route::Search, PageContent::Search(newest), stories),
        ready(Route::Corrections, Document::Corrections(corrections.clone())).with_feed(&corrections.headline, &[]),
        ready(Route::Saved, Document::Saved),
    ];
    others.extend(about.map(|about| ready(Route::About, Document::About(about.about.clone()))));
    let parts = [fronts, of_sections, of_stories, of_authors, of_tags, archive, others];
    let mut pages = Vec::with_capacity(parts.iter().map(Vec::len).sum());
    pages.extend(parts.into_iter().flatten());
    pages
}

/// The pages of a `list` of indices into `stories`. The first page has the feeds; `name` is the name of the list.
fn list(
    name: &str,
    list: &[usize],
    pages: impl IntoIterator<Item = (Route, PageContent)>,
    stories: &[Story],
) -> Vec<Page> {
    let page = |(place, (route, content)): (usize, (Route, PageContent))| {
        let page = Page::of(route, content, stories);
        if place == 0 { page.with_feed(name, list) } else { page }
    };
    pages.into_iter().enumerate().map(page).collect()
}

fn section_pages(stories: &[Story], site: &SiteFile) -> Vec<Page> {
    let mut by_section: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, story) in stories.iter().enumerate() {
        by_section.entry(&story.section).or_default().push(index);
    }
    let pages = |section: &SectionEntry| {
        let of_section = by_section.get(section.slug.as_str()).map_or(&[][..], Vec::as_slice);
        let page = |list_page: ListPage| {
            let route = Route::Section { section: section.slug.clone(), page: list_page.page };
            (route, PageContent::Section(section.slug.clone(), list_page))
        };
        list(&section.name, of_section, lists::pages(of_section, site.page_size).map(page), stories)
    };
    site.sections.par_iter().flat_map_iter(pages).collect()
}

fn story_pages(stories: &[Story], top: &Top, kept: &mut KeptRelated) -> Vec<Page> {
    let related = RelatedFinder::among(stories);
    let translated = stories.iter().enumerate().filter(|(_, story)| !story.facts.translations.is_empty());
    let translated: HashMap<&str, usize> = translated.map(|(place, story)| (story.path.as_str(), place)).collect();
    let translations = |story: usize| {
        let translations = stories[story].facts.translations.iter();
        translations.filter_map(|translation| translated.get(translation.href.as_str()).copied()).collect::<Vec<_>>()
    };
    // Stories that the page shows elsewhere.
    let shown = |story: usize| [top::beside(top, story), translations(story)].concat();
    let mut places: Vec<(usize, Vec<usize>)> =
        translated.values().map(|story| (*story, translations(*story))).collect();
    places.sort_unstable();
    let fingerprint = Fingerprint::of_value(&(related.fingerprint(), &top.stories, places));
    if kept.fingerprint != fingerprint || kept.related.len() != stories.len() {
        let to = |scores: &mut Scores, story: usize| related.to(story, &shown(story), scores);
        let all = (0..stories.len()).into_par_iter().map_init(|| Scores::of(stories.len()), to).collect();
        *kept = KeptRelated { fingerprint, related: all };
    }
    let page = |(story, related): (usize, &Related)| {
        Page::of(stories[story].route.clone(), PageContent::Story(story, *related), stories)
    };
    kept.related.par_iter().enumerate().map(page).collect()
}

fn author_pages(stories: &[Story], authors: &[Author], site: &SiteFile) -> Vec<Page> {
    let mut by_author: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, story) in stories.iter().enumerate() {
        for author in &story.summary.authors {
            by_author.entry(&author.slug).or_default().push(index);
        }
    }
    let pages = |Author { author, role, bio, .. }: &Author| {
        let written = by_author.get(author.slug.as_str()).map_or(&[][..], Vec::as_slice);
        let listing = Listing { teasers: Vec::new(), page: 1, span: String::new(), newer: None, older: None };
        let (name, slug) = (author.name.clone(), author.slug.clone());
        let subject = Arc::new(SubjectPage { subject: author.clone(), role: role.clone(), bio: bio.clone(), listing });
        let page = |list_page: ListPage| {
            let route = Route::Author { author: slug.clone(), page: list_page.page };
            (route, PageContent::Author(subject.clone(), list_page))
        };
        list(&name, written, lists::pages(written, site.page_size).map(page), stories)
    };
    authors.par_iter().flat_map_iter(pages).collect()
}

/// The pages of all tags, in alphabetical order of their slugs.
fn tag_pages(stories: &[Story], site: &SiteFile) -> Vec<Page> {
    let mut by_tag: HashMap<&str, (&Subject, Vec<usize>)> = HashMap::new();
    for (index, story) in stories.iter().enumerate() {
        for tag in &story.summary.tags {
            by_tag.entry(&tag.slug).or_insert_with(|| (tag, Vec::new())).1.push(index);
        }
    }
    let mut by_tag: Vec<(&Subject, Vec<usize>)> = by_tag.into_values().collect();
    by_tag.sort_unstable_by_key(|(tag, _)| tag.slug.as_str());
    let pages = |(tag, with_tag): (&Subject, Vec<usize>)| {
        let subject = Arc::new(tag.clone());
        let page = |list_page: ListPage| {
            let route = Route::Tag { tag: tag.slug.clone(), page: list_page.page };
            (route, PageContent::Tag(subject.clone(), list_page))
        };
        list(&tag.name, &with_tag, lists::pages(&with_tag, site.page_size).map(page), stories)
    };
    by_tag.into_par_iter().flat_map_iter(pages).collect()
}
