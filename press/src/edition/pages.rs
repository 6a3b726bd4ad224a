//! The pages of the edition.

use hashbrown::HashMap;
use journal::model::{Document, Listing, PlainPage, Subject, SubjectPage};
use journal::route::Route;
use rayon::prelude::*;

use super::archive::archive_pages;
use super::cut::Cut;
use super::front_pages::front_pages;
use super::lists;
use super::page::{Content, Page};
use super::related::{Related, Scores};
use super::top::{self, Top};
use crate::about_page::AboutPage;
use crate::author::Author;
use crate::key::Key;
use crate::language::Language;
use crate::morgue::{KeptRelated, Near};
use crate::site_file::SiteFile;
use crate::story::Story;

/// As many of a list's stories as its feed has.
pub const NEWEST: usize = 20;

/// What the pages are made of, beside the stories.
pub struct Sources<'a> {
    /// The newspaper.
    pub site: &'a SiteFile,
    /// The stories of Top article.
    pub top: &'a Top,
    /// By slug.
    pub authors: Vec<Author>,
    /// The page about the newspaper.
    pub about: Option<AboutPage>,
    /// The page of what was corrected.
    pub corrections: PlainPage,
}

/// A page before it has its key.
struct Planned {
    route: Route,
    name: String,
    newest: Vec<usize>,
    content: Content,
}

impl Planned {
    fn of((route, content): (Route, Content)) -> Planned {
        Planned { route, name: String::new(), newest: Vec::new(), content }
    }

    /// The pages of a list of `stories`, which is called `name`; on the first one is said what is the newest of all.
    fn list(name: &str, stories: &[usize], pages: impl Iterator<Item = (Route, Content)>) -> Vec<Planned> {
        let newest = |place: usize| stories.iter().take(if place == 0 { NEWEST } else { 0 }).copied().collect();
        let plan = |(place, page)| Planned { name: String::from(name), newest: newest(place), ..Planned::of(page) };
        pages.enumerate().map(plan).collect()
    }
}

/// All pages, without their documents: they are known by their keys.
///
/// Related stories are those that are `kept` of the edition before, if it had the same stories with the same tags.
pub fn pages(stories: &[Story], sources: Sources<'_>, kept: &mut KeptRelated) -> Vec<Page> {
    let Sources { site, top, authors, about, corrections } = sources;
    let ready = |route: Route, document: Document| Planned::of((route, Content::Ready(Box::new(document))));
    let all: Vec<usize> = (0..stories.len()).take(NEWEST).collect();
    let mut planned = Planned::list("", &all, front_pages(stories, site).into_iter());
    let lists = || {
        let by_whom = || author_pages(stories, authors, site);
        let by_time = || (section_pages(stories, site), archive_pages(stories, site));
        rayon::join(by_time, || rayon::join(by_whom, || tag_pages(stories, site)))
    };
    let (of_stories, ((of_sections, archive), (of_authors, of_tags))) =
        rayon::join(|| story_pages(stories, top, kept), lists);
    planned.extend(of_sections);
    planned.extend(of_stories.into_iter().map(Planned::of));
    planned.extend(of_authors.into_iter().chain(of_tags));
    planned.extend(archive.into_iter().map(Planned::of));
    let newest = (0..stories.len().min(2 * site.page_size)).collect();
    planned.push(Planned::of((Route::Search, Content::Search(newest))));
    let name = corrections.headline.clone();
    planned.push(Planned { name, ..ready(Route::Corrections, Document::Corrections(corrections)) });
    planned.push(ready(Route::Saved, Document::Saved));
    planned.extend(about.map(|about| ready(Route::About, Document::About(about.about))));
    let page = |Planned { route, name, newest, content }| Page::of(route, content, stories).with_feed(name, newest);
    planned.into_par_iter().map(page).collect()
}

fn section_pages(stories: &[Story], site: &SiteFile) -> Vec<Planned> {
    let mut pages = Vec::new();
    let mut by_section: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, story) in stories.iter().enumerate() {
        by_section.entry(&story.section).or_default().push(index);
    }
    for section in &site.sections {
        let of_section = by_section.remove(section.slug.as_str()).unwrap_or_default();
        let page = |cut: Cut| {
            let route = Route::Section { section: section.slug.clone(), page: cut.page };
            (route, Content::Section(section.slug.clone(), cut))
        };
        let cuts = lists::pages(&of_section, site.page_size, |story| day(&stories[story], site));
        pages.extend(Planned::list(&section.name, &of_section, cuts.into_iter().map(page)));
    }
    pages
}

fn story_pages(stories: &[Story], top: &Top, kept: &mut KeptRelated) -> Vec<(Route, Content)> {
    let related = Related::among(stories);
    let translated = stories.iter().enumerate().filter(|(_, story)| !story.standing.translations.is_empty());
    let translated: HashMap<&str, usize> = translated.map(|(place, story)| (story.path.as_str(), place)).collect();
    let translations = |story: usize| {
        let translations = stories[story].standing.translations.iter();
        translations.filter_map(|translation| translated.get(translation.href.as_str()).copied()).collect::<Vec<_>>()
    };
    // What it stands beside anyway.
    let beside = |story: usize| [top::beside(top, story), translations(story)].concat();
    let mut places: Vec<(usize, Vec<usize>)> =
        translated.values().map(|story| (*story, translations(*story))).collect();
    places.sort_unstable();
    let key = Key::of_value(&(related.key(), &top.stories, places));
    if kept.key != key || kept.related.len() != stories.len() {
        let to = |scores: &mut Scores, story: usize| related.to(story, &beside(story), scores);
        let all = (0..stories.len()).into_par_iter().map_init(|| Scores::of(stories.len()), to).collect();
        *kept = KeptRelated { key, related: all };
    }
    let page = |(story, related): (usize, &Near)| (stories[story].route.clone(), Content::Story(story, *related));
    kept.related.iter().enumerate().map(page).collect()
}

fn author_pages(stories: &[Story], authors: Vec<Author>, site: &SiteFile) -> Vec<Planned> {
    let mut pages = Vec::new();
    let mut by_author: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, story) in stories.iter().enumerate() {
        for author in &story.slip.authors {
            by_author.entry(&author.slug).or_default().push(index);
        }
    }
    for Author { author, role, bio, .. } in authors {
        let written = by_author.remove(author.slug.as_str()).unwrap_or_default();
        let page = |cut: Cut| {
            let route = Route::Author { author: author.slug.clone(), page: cut.page };
            let listing =
                Listing { teasers: Vec::new(), page: cut.page, span: String::new(), newer: None, older: None };
            let page = SubjectPage { subject: author.clone(), role: role.clone(), bio: bio.clone(), listing };
            (route, Content::Author(page, cut))
        };
        let cuts = lists::pages(&written, site.page_size, |story| day(&stories[story], site));
        pages.extend(Planned::list(&author.name, &written, cuts.into_iter().map(page)));
    }
    pages
}

/// Tags in alphabetical order of their addresses.
fn tag_pages(stories: &[Story], site: &SiteFile) -> Vec<Planned> {
    let mut pages = Vec::new();
    let mut by_tag: HashMap<&str, (&Subject, Vec<usize>)> = HashMap::new();
    for (index, story) in stories.iter().enumerate() {
        for tag in &story.slip.tags {
            by_tag.entry(&tag.slug).or_insert_with(|| (tag, Vec::new())).1.push(index);
        }
    }
    let mut by_tag: Vec<(&Subject, Vec<usize>)> = by_tag.into_values().collect();
    by_tag.sort_unstable_by_key(|(tag, _)| tag.slug.as_str());
    for (tag, with_tag) in by_tag {
        let page = |cut: Cut| {
            let route = Route::Tag { tag: tag.slug.clone(), page: cut.page };
            (route, Content::Tag(tag.clone(), cut))
        };
        let cuts = lists::pages(&with_tag, site.page_size, |story| day(&stories[story], site));
        pages.extend(Planned::list(&tag.name, &with_tag, cuts.into_iter().map(page)));
    }
    pages
}

/// The day on which a story was published, in the newspaper's words, whatever language the story is in.
pub fn day(story: &Story, site: &SiteFile) -> String {
    Language::of(&site.language).day(site.calendar.at(story.slip.published()).date())
}
