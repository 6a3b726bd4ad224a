//! Reads a WordPress export, which is RSS with additional elements (WXR).
//!
//! Files of several hundred megabytes are common. A file is read twice, one item at a time: first everything but
//! the texts, then the texts.

mod blocks;
mod bylines;
mod categories;
mod comments;
mod decoded;
mod descriptions;
mod element;
mod item;
mod languages;
mod languages_in_text;
mod lists;
mod metadata;
mod shortcodes;
mod texts;
mod wxr;

use std::collections::BTreeMap;
use std::path::Path;

use bylines::Bylines;
use categories::Categories;
use element::XmlElement;
use item::Item;
use languages::Languages;
use languages_in_text::one_language;
use metadata::GUEST;
use shortcodes::StoryFiles;
use texts::{SHARED, WxrTexts};
use wxr::{Wanted, Wxr};

use super::links::path_of;
use super::note::Note;
use super::note_list::NoteList;
use super::plain_text::plain_text;
use super::source::picture::OldPicture;
use super::source::site::{OldSite, OldTexts};
use super::source::story::OldStory;
use crate::content::site_file::SiteFile;
use crate::diagnostics::failure::Failure;

/// The type of an ordinary story.
const POST: &str = "post";

/// Reads a WordPress export: its contents, and its texts separately. Items of the types `own_types` are stories, too.
///
/// # Errors
/// The file cannot be read or is not a WordPress export.
pub fn read(
    path: &Path,
    newspaper: &SiteFile,
    own_types: &[String],
    with_comments: bool,
) -> Result<(OldSite, Box<dyn OldTexts>), Failure> {
    let mut types = vec![String::from(POST)];
    types.extend(own_types.iter().cloned());
    let mut survey = Survey { types: types.clone(), ..Survey::default() };
    let mut wxr = Wxr::open(path, Wanted::default())?;
    while let Some(element) = wxr.next()? {
        survey.add(&element);
    }
    let faults = wxr.faults();
    let (mut site, numbers) = survey.into_site(newspaper);
    if let Some(faults) = faults {
        site.notes.push((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), Note::changed(faults)));
    }
    if wxr.comments > 0 && !with_comments {
        site.strangers.insert(String::from("comments"), vec![String::new(); wxr.comments]);
    }
    let has_shared = site.strangers.contains_key(BLOCKS);
    let texts = WxrTexts::of(path, &types, numbers, &site.pictures, has_shared)?;
    Ok((site, Box::new(texts.with(&newspaper.language, with_comments))))
}

/// What shared blocks are called in the report.
const BLOCKS: &str = "reusable blocks (their words are in the stories that use them)";

/// What the first pass over an export finds.
#[derive(Debug, Default)]
struct Survey {
    types: Vec<String>,
    site: OldSite,
    categories: Categories,
    languages: Languages,
    bylines: Bylines,
    stories: Vec<Item>,
    guests: Vec<Item>,
    /// The number of values of each custom field.
    fields: BTreeMap<String, usize>,
    /// Descriptions of categories and tags, by name.
    descriptions: Vec<String>,
}

impl Survey {
    fn add(&mut self, element: &XmlElement) {
        match element.name.as_str() {
            "wp:base_blog_url" => self.site.address = address(element).or(self.site.address.take()),
            "wp:base_site_url" | "link" => {
                self.site.address = self.site.address.take().or_else(|| address(element));
            }
            "wp:author" => self.bylines.add_user(element),
            "wp:category" => {
                self.categories.add(element);
                self.describe(element, "wp:category_description", "wp:cat_name");
            }
            "wp:tag" => self.describe(element, "wp:tag_description", "wp:tag_name"),
            "wp:term" => {
                self.categories.add_term(element);
                self.languages.add_term(element);
            }
            "item" => self.sort_in(Item::of(element)),
            _ => {}
        }
    }

    fn describe(&mut self, element: &XmlElement, description: &str, name: &str) {
        if element.child(description).is_some_and(|text| !text.trim().is_empty()) {
            self.descriptions.push(plain_text(element.child(name).unwrap_or_default()));
        }
    }

    /// Sorts in an item: a story, a file, an author, or something that cannot be imported.
    fn sort_in(&mut self, mut item: Item) {
        let mut left_out = |kind: String, title: String| self.site.strangers.entry(kind).or_default().push(title);
        if self.types.contains(&item.kind) {
            if item.is_in_bin() {
                return left_out(String::from("stories in the bin"), item.title);
            }
            for field in std::mem::take(&mut item.own_fields) {
                *self.fields.entry(field).or_default() += 1;
            }
            return self.stories.push(item);
        }
        match item.kind.as_str() {
            "attachment" => {
                let picture = OldPicture {
                    address: item.file.clone(),
                    alt: item.meta("_wp_attachment_image_alt").map(plain_text).unwrap_or_default(),
                    caption: without_shortcodes(&item.excerpt, &mut NoteList::default()),
                    parent: item.parent.clone(),
                };
                if path_of(&item.link).is_some() {
                    self.site.attachment_pages.insert(item.id.clone(), item.link.clone());
                }
                self.site.pictures.insert(item.id, picture);
            }
            GUEST => self.guests.push(item),
            SHARED => left_out(String::from(BLOCKS), item.title),
            // The program's own housekeeping.
            "revision"
            | "customize_changeset"
            | "oembed_cache"
            | "user_request"
            | "wp_global_styles"
            | "wp_navigation"
            | "wp_font_family"
            | "wp_font_face" => {}
            "page" if item.is_in_bin() => left_out(String::from("pages in the bin"), item.title),
            "page" => {
                let title = if item.title.is_empty() { item.slug } else { item.title };
                let what = format!("a page of the old site, {}, was not imported", item.link);
                self.site.notes.push((title, Note::left_out(what)));
            }
            "nav_menu_item" => left_out(String::from("menu entries"), item.title),
            "" => left_out(String::from("items without a type"), item.title),
            other => left_out(format!("items of type \"{other}\""), item.title),
        }
    }

    /// The old site, and the numbers of its stories.
    fn into_site(mut self, newspaper: &SiteFile) -> (OldSite, Vec<String>) {
        self.guests.iter().for_each(|guest| self.bylines.add_guest(guest));
        let old = self.site.address.clone().unwrap_or_default();
        let host = old.split_once("://").map_or(old.as_str(), |(_, rest)| rest.trim_end_matches('/'));
        let mut numbers = Vec::new();
        for item in std::mem::take(&mut self.stories) {
            let story = item.story(host, &newspaper.calendar, &self.categories, &self.site.pictures);
            let mut notes = NoteList::from_iter(story.notes);
            let title = one_language(&story.title, &newspaper.language, &mut notes).trim().to_owned();
            let mut plain = |html: &str| {
                let html = one_language(html, &newspaper.language, &mut notes).into_owned();
                without_shortcodes(&html, &mut notes)
            };
            let excerpt = plain(&item.excerpt);
            let description = if excerpt.is_empty() { descriptions::description(&item, plain) } else { Some(excerpt) };
            self.site.stories.push(OldStory {
                authors: self.bylines.keys(&item),
                language: self.languages.of(&item),
                versions: Languages::versions(&item),
                title,
                description,
                notes: notes.into_notes(),
                ..story
            });
            numbers.push(item.id);
        }
        self.site.authors = self.bylines.into_authors();
        self.site.lists = lists::lists(&self.site, &self.categories);
        self.site.feed = String::from("feed/");
        let fields = self.fields.into_iter().map(|(name, count)| format!("{name}, {count} times"));
        let fields: Vec<String> = fields.collect();
        if !fields.is_empty() {
            self.site.strangers.insert(String::from("custom fields of stories"), fields);
        }
        if !self.descriptions.is_empty() {
            self.site.strangers.insert(String::from("descriptions of categories and tags"), self.descriptions);
        }
        (self.site, numbers)
    }
}

/// A short text without shortcodes, as plain text.
fn without_shortcodes(html: &str, notes: &mut NoteList) -> String {
    plain_text(&shortcodes::replaced(html, &StoryFiles::default(), notes))
}

fn address(element: &XmlElement) -> Option<String> {
    let text = element.text.trim();
    url::Url::parse(text).ok().filter(|url| url.has_host()).map(|mut url| {
        if !url.path().ends_with('/') {
            url.set_path(&[url.path(), "/"].concat());
        }
        String::from(url)
    })
}
