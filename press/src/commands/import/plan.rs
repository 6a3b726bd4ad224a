//! Decides where each story goes before anything is written, because stories link to each other.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;

use journal::route::Route;

use super::existing::ExistingStories;
use super::links::{OldLinks, path_key, path_of};
use super::note::Note;
use super::report::ImportReport;
use super::sections::Sections;
use super::slug::slug;
use super::source::site::OldSite;
use super::source::story::OldStory;
use super::tag_slugs::TagSlugs;
use crate::content::folder::ContentFolder;

/// The destination of a story.
#[derive(Clone, Debug)]
pub struct PlannedStory {
    /// Its section.
    pub section: String,
    /// Its new slug.
    pub slug: String,
    /// Its old addresses, as written in the front matter.
    pub aliases: Vec<String>,
    /// Its tags, as slugs.
    pub tags: Vec<String>,
    /// The address of the story that it was translated from.
    pub translation_of: Option<String>,
    /// Its existing file, if it has one, relative to the content folder.
    pub there: Option<PathBuf>,
    /// Whether it is published now: links to an unpublished story would be errors.
    is_public: bool,
}

impl PlannedStory {
    /// The story's name in the report. Two stories may have the same headline, so it includes the address.
    pub fn title(&self, story: &OldStory) -> String {
        format!("{} ({}/{})", short_title(story), self.section, self.slug)
    }

    /// Whether readers can open it now.
    pub fn is_public(&self) -> bool {
        self.is_public
    }

    /// Its new address.
    pub fn route(&self) -> Route {
        Route::Story { section: self.section.clone(), slug: self.slug.clone() }
    }
}

/// The slugs that are taken, by section.
#[derive(Debug, Default)]
struct TakenSlugs {
    slugs: HashSet<(String, String)>,
    /// The last number that was tried for a slug, by section.
    numbers: HashMap<(String, String), usize>,
}

impl TakenSlugs {
    /// Takes the slug `wanted` or, with a number at its end, the first one that is free.
    fn take(&mut self, section: &str, wanted: String, is_free: impl Fn(&str) -> bool) -> String {
        let mut slug = wanted.clone();
        while self.slugs.contains(&(section.into(), slug.clone())) || !is_free(&slug) {
            let number = self.numbers.entry((section.into(), wanted.clone())).or_insert(1);
            *number += 1;
            slug = format!("{wanted}-{number}");
        }
        self.slugs.insert((section.into(), slug.clone()));
        slug
    }
}

/// Assigns a place to each story of `site`, in order; none, and a note, for stories that are left out.
pub fn plan(
    site: &OldSite,
    content: &ContentFolder,
    existing: &ExistingStories,
    sections: &Sections,
    tag_slugs: &TagSlugs,
    report: &mut ImportReport,
) -> Vec<Option<PlannedStory>> {
    let mut taken = TakenSlugs::default();
    let mut places: Vec<Option<PlannedStory>> = Vec::new();
    for story in &site.stories {
        let place = place(story, content, existing, sections, &mut taken);
        let place = place.map(|place| PlannedStory { tags: tags(story, sections, tag_slugs, &place.section), ..place });
        if let Err(why) = &place {
            report.note(&short_title(story), Note::to_do(format!("left out: {why}")));
        }
        places.push(place.ok());
    }
    places
}

/// Gives every place its aliases and makes links to its old addresses lead there.
pub fn lead(
    site: &OldSite,
    places: &mut [Option<PlannedStory>],
    existing: &ExistingStories,
    links: &mut OldLinks,
    report: &mut ImportReport,
) {
    for (story, place) in site.stories.iter().zip(places.iter()) {
        if let Some(place) = place.as_ref().filter(|place| place.is_public) {
            links.lead(&main_path(story).into_iter().collect::<Vec<_>>(), &story.id, &place.route());
        }
    }
    let mut given: HashMap<String, usize> = HashMap::new();
    for (index, story) in site.stories.iter().enumerate() {
        if places[index].is_some()
            && let Some(path) = main_path(story)
        {
            given.entry(path_key(&path)).or_insert(index);
        }
    }
    for (index, (story, place)) in site.stories.iter().zip(places.iter_mut()).enumerate() {
        let Some(place) = place else { continue };
        let own = path_key(&place.route().path());
        for path in main_path(story).into_iter().chain(story.older_paths.iter().cloned()) {
            let key = path_key(&path);
            // It may be an address of a story that existed before.
            let there = existing.find(std::slice::from_ref(&path), "").map(|there| there.route.clone());
            if key == own
                || there.is_some_and(|there| there != place.route())
                || *given.entry(key.clone()).or_insert(index) != index
            {
                continue;
            }
            let is_page = |route: &Route| links.known().contains(route);
            let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
            if Route::RESERVED.contains(&first) || Route::parse(&path).as_ref().is_some_and(is_page) {
                report.note(
                    &place.title(story),
                    Note::left_out(format!("its old address {path} now belongs to another page")),
                );
            } else if !place.aliases.iter().any(|alias| path_key(alias) == key) {
                place.aliases.push(path);
            }
        }
        if place.is_public {
            links.lead(&story.older_paths, "", &place.route());
        }
    }
    // An attachment page shows nothing that its story does not, so links to it lead to the story.
    let by_number: HashMap<&str, usize> =
        site.stories.iter().enumerate().map(|(index, story)| (story.id.as_str(), index)).collect();
    for (number, address) in &site.attachment_pages {
        let parent = site.pictures.get(number).and_then(|picture| by_number.get(picture.parent.as_str()));
        let place = parent.and_then(|index| places[*index].as_ref()).filter(|place| place.is_public);
        if let Some(place) = place {
            links.lead(&path_of(address).into_iter().collect::<Vec<_>>(), number, &place.route());
        }
    }
}

/// The longest headline in the report, in characters.
const LONGEST: usize = 120;

/// A story's headline for the report, not too long.
fn short_title(story: &OldStory) -> String {
    let title = title(story);
    match title.char_indices().nth(LONGEST) {
        Some((end, _)) => [&title[..end], "…"].concat(),
        None => title,
    }
}

/// A story's headline, or what there is instead of one.
pub fn title(story: &OldStory) -> String {
    match (story.title.is_empty(), story.slug.is_empty()) {
        (false, _) => story.title.clone(),
        (true, false) => story.slug.clone(),
        (true, true) => format!("number {}", story.id),
    }
}

fn place(
    story: &OldStory,
    content: &ContentFolder,
    existing: &ExistingStories,
    sections: &Sections,
    taken: &mut TakenSlugs,
) -> Result<PlannedStory, String> {
    if let Some(why) = &story.unreadable {
        return Err(why.clone());
    }
    let own = sections.home(story);
    let main: Vec<String> = main_path(story).into_iter().collect();
    if let Some(there) = existing.find(&main, &story.origin)
        && taken.slugs.insert((there.file.section.clone(), there.slug.clone()))
    {
        return Ok(PlannedStory {
            section: there.file.section.clone(),
            slug: there.slug.clone(),
            aliases: Vec::new(),
            tags: Vec::new(),
            translation_of: None,
            there: Some(there.file.path.clone()),
            is_public: !there.draft && !story.scheduled,
        });
    }
    let Some((section, _)) = own else {
        let names = story.categories.iter().chain(&story.folders);
        let names: Vec<&str> = names.map(|category| category.name.as_str()).collect();
        return Err(match names.is_empty() {
            true => String::from("it has no category to find a section by; set one with --default-section"),
            false => format!("none of its categories has a section ({}); set one with --section", names.join(", ")),
        });
    };
    let wanted = kept(&story.slug).or_else(|| slug(&story.slug)).or_else(|| slug(&story.title));
    let wanted = wanted.or_else(|| slug(&format!("story {}", story.id)));
    let wanted = wanted.unwrap_or_else(|| String::from("story"));
    let is_free = |slug: &str| {
        let folder = PathBuf::from(section).join(slug);
        let is_there = |path: PathBuf| content.path(&path).symlink_metadata().is_ok();
        slug != "page"
            && slug != "index"
            && !is_there(PathBuf::from(section).join(format!("{slug}.md")))
            && !is_there(folder)
    };
    let slug = taken.take(section, wanted, is_free);
    let is_public = !story.draft && !story.scheduled && story.published.is_some();
    let section = String::from(section);
    let (aliases, tags) = (Vec::new(), Vec::new());
    Ok(PlannedStory { section, slug, aliases, tags, translation_of: None, there: None, is_public })
}

/// The path of a story's public old address.
fn main_path(story: &OldStory) -> Option<String> {
    story.address.as_deref().and_then(path_of)
}

/// Sets which stories are translations of which: of the one in the newspaper's language or, without one, of the oldest.
/// A reader must be able to open it.
pub fn translations(site: &OldSite, places: &mut [Option<PlannedStory>], language: &str, report: &mut ImportReport) {
    let mut versions: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, story) in site.stories.iter().enumerate() {
        if let Some(key) = story.versions.as_deref().filter(|_| places[index].is_some()) {
            versions.entry(key).or_default().push(index);
        }
    }
    for indices in versions.values() {
        let is_original = |index: &&usize| places[**index].as_ref().is_some_and(|place| place.is_public);
        let order = |index: &&usize| {
            let story = &site.stories[**index];
            let is_own = story.language.as_deref().is_none_or(|own| is_same_language(own, language));
            (!is_own, story.published.as_ref().map(jiff::ZonedDateTime::timestamp), **index)
        };
        let Some(original) = indices.iter().filter(is_original).min_by_key(order).copied() else { continue };
        let address = places[original].as_ref().map(|place| place.route().path());
        let own = |index: usize| site.stories[index].language.as_deref().unwrap_or(language);
        let mut languages = vec![own(original)];
        for index in indices.iter().filter(|index| **index != original) {
            let Some(place) = &mut places[*index] else { continue };
            if languages.iter().any(|other| other.eq_ignore_ascii_case(own(*index))) {
                let what = "another version of it has the same language, so the two are not linked";
                report.note(&place.title(&site.stories[*index]), Note::left_out(what));
            } else {
                languages.push(own(*index));
                place.translation_of.clone_from(&address);
            }
        }
    }
}

/// Whether two language tags are the same, but for regions.
pub fn is_same_language(one: &str, other: &str) -> bool {
    let without_region = |tag: &str| {
        let parts = tag.split('-').enumerate().filter(|(index, part)| *index == 0 || part.len() > 3);
        parts.map(|(_, part)| part.to_lowercase()).collect::<Vec<_>>()
    };
    without_region(one) == without_region(other)
}

/// The old slug in lower case, if it can be part of an address here.
fn kept(slug: &str) -> Option<String> {
    Some(slug.to_lowercase()).filter(|slug| Route::is_story_slug(slug))
}

/// Slugs and names of the tags of a story in `section`: its tags, and the categories that did not determine the section.
pub fn labels<'a>(
    story: &'a OldStory,
    sections: &Sections,
    tag_slugs: &TagSlugs,
    section: &str,
) -> Vec<(String, &'a str)> {
    let filed = sections.home(story).and_then(|(_, filed)| filed);
    let others = story.categories.iter().enumerate().filter(|(index, _)| Some(*index) != filed);
    let others = others.map(|(_, category)| category);
    let others = others.filter(|category| sections.section(&category.slug, &category.name) != Some(section));
    let labels = story.tags.iter().chain(others);
    let mut known = BTreeSet::new();
    let slugs = labels.filter_map(|label| Some((tag_slugs.slug(label)?, label.name.as_str())));
    let is_word = |tag: &str| !["uncategorized", "uncategorised", "page"].contains(&tag);
    slugs.filter(|(tag, _)| is_word(tag) && known.insert(tag.clone())).collect()
}

fn tags(story: &OldStory, sections: &Sections, tag_slugs: &TagSlugs, section: &str) -> Vec<String> {
    labels(story, sections, tag_slugs, section).into_iter().map(|(slug, _)| slug).collect()
}
