//! The documents of all pages.

use std::collections::{BTreeMap, HashMap};

use journal::model::{Document, PlainPage, SearchPage, SectionPage, Subject, SubjectPage, Teaser};
use journal::route::Route;
use rayon::prelude::*;

use super::archive::archive_pages;
use super::front_pages::front_pages;
use super::lists;
use super::material::Material;
use super::related::{Related, Scores};
use super::top::{self, Top};
use crate::author::Author;
use crate::language::Language;
use crate::site_file::SiteFile;
use crate::story::Story;

/// Makes the documents of all pages. `top` are the stories of Top article, `corrections` is the page of those.
pub fn pages(material: Material, site: &SiteFile, top: &Top, corrections: PlainPage) -> Vec<(Route, Document)> {
    let newest_numbers: Vec<Teaser> = material.stories.iter().map(Story::teaser).collect();
    // What many pages show changes once a day, what only the front shows with every edition: docs/adr/0017-the-morning-edition.md.
    let of_day = |teaser: &Teaser| Teaser { views: material.of_day.of(&teaser.route().path()), ..teaser.clone() };
    let teasers: Vec<Teaser> = newest_numbers.iter().map(of_day).collect();
    let stories = &material.stories;
    let mut pages: Vec<(Route, Document)> = Vec::new();
    for front in front_pages(stories, &teasers, &newest_numbers, site) {
        pages.push((Route::Front { page: front.latest.page }, Document::Front(front)));
    }
    section_pages(stories, &teasers, site, &mut pages);
    let authors = author_pages(stories, material.authors, &teasers, site);
    let tags = tag_pages(stories, &teasers, site);
    let archive = archive_pages(stories, &teasers, site);
    let newest: Vec<Teaser> = teasers.iter().take(2 * site.page_size).cloned().collect();
    pages.extend(story_pages(material.stories, &teasers, top));
    pages.extend(authors);
    pages.extend(tags);
    pages.extend(archive);
    pages.push((Route::Search, Document::Search(SearchPage { newest })));
    pages.push((Route::Corrections, Document::Corrections(corrections)));
    pages.push((Route::Saved, Document::Saved));
    pages.extend(material.about.map(|about| (Route::About, Document::About(about.about))));
    pages
}

fn section_pages(stories: &[Story], teasers: &[Teaser], site: &SiteFile, pages: &mut Vec<(Route, Document)>) {
    let mut by_section: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, story) in stories.iter().enumerate() {
        by_section.entry(&story.article.section).or_default().push(index);
    }
    for section in &site.sections {
        let of_section = by_section.remove(section.slug.as_str()).unwrap_or_default();
        for listing in lists::pages(&of_section, site.page_size, teasers, |story| day(&stories[story], site)) {
            let route = Route::Section { section: section.slug.clone(), page: listing.page };
            pages.push((route, Document::Section(SectionPage { section: section.slug.clone(), listing })));
        }
    }
}

fn story_pages(stories: Vec<Story>, teasers: &[Teaser], top: &Top) -> Vec<(Route, Document)> {
    let related = Related::among(&stories);
    let translated = stories.iter().enumerate().filter(|(_, story)| !story.article.translations.is_empty());
    let translated: HashMap<String, usize> =
        translated.map(|(place, story)| (story.article.route().path(), place)).collect();
    // What it stands beside anyway.
    let beside = |story: usize| {
        let translations = stories[story].article.translations.iter();
        let translations = translations.filter_map(|translation| translated.get(&translation.href).copied());
        top::beside(top, story).into_iter().chain(translations).collect::<Vec<_>>()
    };
    let related: Vec<Vec<Teaser>> = (0..stories.len())
        .into_par_iter()
        .map_init(
            || Scores::of(stories.len()),
            |scores, story| lists::pick(&related.to(story, &beside(story), scores), teasers),
        )
        .collect();
    let pages = stories.into_iter().zip(related).map(|(mut story, related)| {
        story.article.related = related;
        (story.page.route, Document::Story(Box::new(story.article)))
    });
    pages.collect()
}

fn author_pages(
    stories: &[Story],
    authors: Vec<Author>,
    teasers: &[Teaser],
    site: &SiteFile,
) -> Vec<(Route, Document)> {
    let mut by_author: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, story) in stories.iter().enumerate() {
        for author in &story.article.authors {
            by_author.entry(&author.slug).or_default().push(index);
        }
    }
    let mut pages = Vec::new();
    for Author { author, role, bio, .. } in authors {
        let written = by_author.remove(author.slug.as_str()).unwrap_or_default();
        for listing in lists::pages(&written, site.page_size, teasers, |story| day(&stories[story], site)) {
            let route = Route::Author { author: author.slug.clone(), page: listing.page };
            let page = SubjectPage { subject: author.clone(), role: role.clone(), bio: bio.clone(), listing };
            pages.push((route, Document::Author(page)));
        }
    }
    pages
}

/// Tags in alphabetical order of their addresses.
fn tag_pages(stories: &[Story], teasers: &[Teaser], site: &SiteFile) -> Vec<(Route, Document)> {
    let mut by_tag: BTreeMap<&str, (&Subject, Vec<usize>)> = BTreeMap::new();
    for (index, story) in stories.iter().enumerate() {
        for tag in &story.article.tags {
            by_tag.entry(&tag.slug).or_insert_with(|| (tag, Vec::new())).1.push(index);
        }
    }
    let mut pages = Vec::new();
    for (tag, with_tag) in by_tag.into_values() {
        for listing in lists::pages(&with_tag, site.page_size, teasers, |story| day(&stories[story], site)) {
            let route = Route::Tag { tag: tag.slug.clone(), page: listing.page };
            pages.push((
                route,
                Document::Tag(SubjectPage { subject: tag.clone(), role: None, bio: String::new(), listing }),
            ));
        }
    }
    pages
}

/// The day on which a story was published, in the newspaper's words, whatever language the story is in.
pub fn day(story: &Story, site: &SiteFile) -> String {
    Language::of(&site.language).day(site.calendar.at(story.published).date())
}
