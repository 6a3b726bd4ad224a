//! Reads a WordPress export, which is RSS with additional elements (WXR).
//!
//! Files of several hundred megabytes are common. A file is read twice, one item at a time: first everything but
//! the texts, then the texts.

mod blocks;
mod element;
mod item;
mod shortcodes;
mod wxr;

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use element::XmlElement;
use item::{Categories, Item};
use wxr::Wxr;

use super::links::path_of;
use super::plain_text::plain_text;
use super::source::author::OldAuthor;
use super::source::picture::OldPicture;
use super::source::site::{OldSite, OldText, OldTexts};
use crate::diagnostics::failure::Failure;
use crate::locale::calendar::Calendar;

/// Reads a WordPress export: its contents, and its texts separately.
///
/// # Errors
/// The file cannot be read or is not a WordPress export.
pub fn read(path: &Path, calendar: &Calendar) -> Result<(OldSite, Box<dyn OldTexts>), Failure> {
    let mut site = OldSite::default();
    let mut categories = Categories::default();
    let mut items = Vec::new();
    let mut comments = 0;
    let mut wxr = Wxr::open(path, false)?;
    while let Some(element) = wxr.next()? {
        match element.name.as_str() {
            "wp:base_blog_url" => site.address = address(&element).or(site.address),
            "wp:base_site_url" | "link" => site.address = site.address.or_else(|| address(&element)),
            "wp:author" => site.authors.extend(author(&element)),
            "wp:category" => categories.add(&element),
            "item" => {
                comments += element.children.iter().filter(|child| child.name == "wp:comment").count();
                items.push(Item::of(&element));
            }
            _ => {}
        }
    }
    for item in &items {
        sort_in(item, &mut site);
    }
    let old = site.address.clone().unwrap_or_default();
    let host = old.split_once("://").map_or(old.as_str(), |(_, rest)| rest.trim_end_matches('/'));
    for item in items.iter().filter(|item| item.is_story()) {
        let story = item.story(host, calendar, &categories, &site.pictures);
        for creator in &story.authors {
            if !site.authors.iter().any(|author| author.key == *creator) {
                let name = item.creator_name(creator);
                site.authors.push(OldAuthor { key: creator.clone(), name, bio: String::new() });
            }
        }
        site.stories.push(story);
    }
    if comments > 0 {
        site.strangers.insert(String::from("comments"), vec![String::new(); comments]);
    }
    let children = children(&site.pictures);
    let orders = items.iter().filter(|item| item.is_story()).map(|item| item.id.clone()).collect();
    Ok((site, Box::new(WxrTexts { path: path.to_path_buf(), numbers: orders, children })))
}

/// Adds an item that is not a story to `site`: a file as a picture, anything else as not imported.
fn sort_in(item: &Item, site: &mut OldSite) {
    match item.kind.as_str() {
        "post" if item.status == "trash" || item.status == "auto-draft" => {
            site.strangers.entry(String::from("stories in the bin")).or_default().push(item.title.clone());
        }
        "post" => {}
        "attachment" => {
            let picture = OldPicture {
                address: item.file.clone(),
                alt: item.meta("_wp_attachment_image_alt").map(plain_text).unwrap_or_default(),
                caption: plain_text(&item.excerpt),
                parent: item.parent.clone(),
            };
            site.pictures.insert(item.id.clone(), picture);
            if path_of(&item.link).is_some() {
                site.attachment_pages.insert(item.id.clone(), item.link.clone());
            }
        }
        // The program's own housekeeping.
        "revision" | "customize_changeset" | "oembed_cache" | "user_request" | "wp_global_styles" | "wp_navigation" => {
        }
        kind => {
            let kind = match kind {
                "page" => String::from("pages"),
                "nav_menu_item" => String::from("menu entries"),
                "" => String::from("items without a type"),
                other => format!("items of type \"{other}\""),
            };
            site.strangers.entry(kind).or_default().push(item.title.clone());
        }
    }
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

fn author(element: &XmlElement) -> Option<OldAuthor> {
    let key = String::from(element.child("wp:author_login")?.trim());
    let text = |name| element.child(name).map(plain_text).filter(|text: &String| !text.is_empty());
    let name = text("wp:author_display_name").or_else(|| {
        let parts = [text("wp:author_first_name"), text("wp:author_last_name")];
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then_some(name)
    });
    (!key.is_empty()).then(|| OldAuthor { name: name.unwrap_or_else(|| key.clone()), key, bio: String::new() })
}

/// The pictures uploaded for each story, sorted by number.
fn children(pictures: &BTreeMap<String, OldPicture>) -> HashMap<String, Vec<String>> {
    let mut children: HashMap<String, Vec<String>> = HashMap::new();
    for (number, picture) in pictures {
        if !picture.parent.is_empty() && picture.parent != "0" {
            children.entry(picture.parent.clone()).or_default().push(number.clone());
        }
    }
    for numbers in children.values_mut() {
        numbers.sort_by_key(|number| number.parse::<u64>().unwrap_or(u64::MAX));
    }
    children
}

/// The texts, from a second pass over the file.
struct WxrTexts {
    path: PathBuf,
    /// The numbers of the stories, in order.
    numbers: Vec<String>,
    /// The pictures uploaded for each story.
    children: HashMap<String, Vec<String>>,
}

impl OldTexts for WxrTexts {
    fn each(&mut self, take: &mut dyn FnMut(usize, OldText) -> Result<(), Failure>) -> Result<(), Failure> {
        let mut wxr = Wxr::open(&self.path, true)?;
        let mut index = 0;
        while let Some(element) = wxr.next()? {
            if element.name != "item" {
                continue;
            }
            let item = Item::of(&element);
            if !item.is_story() {
                continue;
            }
            if self.numbers.get(index) != Some(&item.id) {
                return Err(Failure::changed(&self.path));
            }
            let content = element.child("content:encoded").unwrap_or_default();
            let children = self.children.get(&item.id).map(Vec::as_slice).unwrap_or_default();
            take(index, text(content, item.meta("footnotes"), children))?;
            index += 1;
        }
        Ok(())
    }
}

/// Converts a text to HTML.
fn text(content: &str, footnotes: Option<&str>, children: &[String]) -> OldText {
    let mut notes = Vec::new();
    let html = blocks::without_dynamic(content, &mut notes);
    let mut html = shortcodes::replaced(&html, children, &mut notes);
    for (id, footnote) in footnotes.map(item::footnotes).unwrap_or_default() {
        html.push_str(&format!("<ol><li id=\"{id}\">{footnote}</li></ol>"));
    }
    OldText {
        html,
        // The block editor writes paragraph elements.
        blank_lines_divide: !content.contains("<!-- wp:"),
        notes,
    }
}
