//! Reads what a text's keys and path say about it.

mod authors;
mod labels;
mod values;

use jiff::ZonedDateTime;

use super::address::{self, Facts};
use super::dates::{Clocks, OldDate, day_of_name, day_of_path};
use super::keys::{Keys, text};
use super::known_authors::KnownAuthors;
use super::path_names::split;
use super::settings::{Generator, Settings};
use super::text_file::{Standing, TextFile};
use crate::commands::import::note::Note;
use crate::commands::import::plain_text::in_one_line;
use crate::commands::import::source::author::OldAuthor;
use crate::commands::import::source::story::OldStory;
use crate::content::keys::value::Value;
use labels::{folders, label};
use values::{description, file_headline, headline, language, picture};

/// What is known of a site while its texts are read.
#[derive(Debug)]
pub struct SiteContext<'a> {
    /// The settings.
    pub settings: &'a Settings,
    /// The authors that have data of their own.
    pub known: &'a KnownAuthors,
    /// How dates are read.
    pub clocks: Clocks<'a>,
    /// The time of the import.
    pub now: ZonedDateTime,
}

/// A story as its keys and its path describe it.
#[derive(Debug, Default)]
pub struct ReadStory {
    /// The story.
    pub story: OldStory,
    /// Its authors.
    pub authors: Vec<OldAuthor>,
    /// Its path below the front page, if it is known; also of a draft.
    pub path: Option<String>,
    /// The key that its versions in other languages share.
    pub translation: Option<String>,
    /// Whether it has a date of its own: not only that of its last change.
    pub is_dated: bool,
    /// Whether its date is a time without a time zone.
    pub is_local: bool,
}

/// Keys with the date of publication, in the order in which they count.
const DATES: [&str; 14] = [
    "date",
    "publishDate",
    "pubDate",
    "published",
    "publishedAt",
    "publishedOn",
    "datePublished",
    "extra.date",
    "params.date",
    "created",
    "createdAt",
    "posted",
    "postedAt",
    "pubDatetime",
];
/// Keys with the date of the last change.
const CHANGES: [&str; 11] = [
    "lastmod",
    "updated",
    "lastModifiedAt",
    "modified",
    "lastModified",
    "updatedAt",
    "dateModified",
    "extra.updated",
    "params.lastmod",
    "modifiedDate",
    "lastUpdated",
];
/// Keys that hold a text back if they are true.
const HELD: [&str; 7] = ["draft", "headless", "private", "hidden", "unlisted", "isDraft", "extra.draft"];

impl SiteContext<'_> {
    /// Reads the keys of the text in `file`, whose first heading is `heading`.
    pub fn story(&self, file: &TextFile, keys: &Keys, heading: Option<String>) -> ReadStory {
        let mut read = ReadStory::default();
        let title = keys.text(&["title", "headline"]).map(|title| headline(&title)).filter(|title| !title.is_empty());
        let title = title.or_else(|| heading.map(|heading| in_one_line(&heading)));
        let title = title.unwrap_or_else(|| file_headline(file.own_name()));
        let (published, is_dated) = self.published(file, keys);
        read.is_dated = is_dated;
        let changed = keys.first(&CHANGES).and_then(|(_, value)| self.clocks.read(&text(value)?));
        let mut notes = Vec::new();
        let mut published = published;
        if published.is_none()
            && let Some(changed) = &changed
        {
            // Hugo takes that date, too.
            if self.settings.generator != Generator::Hugo {
                notes.push(Note::changed("it has no date: that of its last change is used"));
            }
            published = Some(changed.clone());
        }
        read.is_local = published.as_ref().is_some_and(|date| date.is_local);
        let categories = self.categories(file, keys);
        let date = self.old_date(file, keys).or_else(|| published.as_ref().map(|date| date.time.clone()));
        let facts = Facts { file, keys, title: &title, date, categories: &categories };
        read.path = address::path(&facts, self.settings);
        let draft = self.draft(file, keys, &mut notes);
        let publish = self.later(keys, &published);
        let expires = keys.first(&["expiryDate", "unpublishDate", "expires", "expiresAt", "unpublishAt"]);
        let expires = expires.and_then(|(_, value)| self.clocks.read(&text(value)?)).map(|date| date.time);
        let time = published.map(|date| date.time);
        let begin = time.iter().chain(&publish).max().cloned();
        let (expires, never) = match (expires, &begin) {
            (Some(end), Some(begin)) if end <= *begin => (None, true),
            (expires, _) => (expires, false),
        };
        if never {
            notes.push(Note::changed("it expired before it was published, so it is now a draft"));
        }
        let draft = draft || never;
        let is_later = |date: &Option<ZonedDateTime>| date.as_ref().is_some_and(|date| *date > self.now);
        let is_over = expires.as_ref().is_some_and(|date| *date <= self.now);
        if !draft && is_later(&time) {
            notes.push(Note::changed("its date is in the future: it will appear in the first edition after it"));
        }
        read.authors = self.authors(keys, &mut notes);
        read.translation = keys.text(&["translationKey", "translation_key", "ref", "page_id"]);
        let slug =
            read.path.as_deref().map(|path| String::from(address::last_part(path))).filter(|slug| !slug.is_empty());
        let own_name = day_of_name(file.own_name()).map_or(file.own_name(), |(_, rest)| rest);
        read.story = OldStory {
            id: file.path.clone(),
            origin: format!("markdown:{}", file.path),
            slug: slug.or_else(|| keys.text(&["slug"])).unwrap_or_else(|| String::from(own_name)),
            title,
            address: read.path.clone().filter(|_| !draft),
            older_paths: self.older_paths(keys, read.path.as_deref()),
            scheduled: is_later(&time) || is_later(&publish) || is_over,
            published: time,
            modified: changed.map(|date| date.time),
            publish,
            expires,
            draft,
            authors: read.authors.iter().map(|author| author.key.clone()).collect(),
            categories: categories.iter().map(|category| label(category)).collect(),
            folders: folders(file),
            tags: self.tags(keys),
            description: description(keys),
            picture: picture(keys),
            language: language(file, keys, &mut notes),
            folder: String::from(split(&file.path).0),
            notes,
            ..OldStory::default()
        };
        read
    }

    /// When a text was published, and whether that is more than the date of its last change.
    fn published(&self, file: &TextFile, keys: &Keys) -> (Option<OldDate>, bool) {
        let by_key = DATES.iter().find_map(|key| self.clocks.read(&text(keys.get(key)?)?));
        let own = by_key.or_else(|| {
            let name = day_of_name(file.own_name()).or_else(|| day_of_name(&file.name));
            let parents = file.folder.split('/').rev().find_map(|part| day_of_name(part).map(|(date, _)| date));
            let by_path = || keys.texts(&["path", "url", "permalink"]).iter().find_map(|path| day_of_path(path));
            let date = name.map(|(date, _)| date).or_else(by_path).or(parents).or_else(|| day_of_path(&file.folder));
            let date =
                date.or_else(|| keys.texts(&["aliases", "redirect_from"]).iter().find_map(|path| day_of_path(path)));
            self.clocks.read(&date?)
        });
        let is_dated = own.is_some();
        (own, is_dated)
    }

    /// The date as the old site counts it: its day is part of addresses.
    fn old_date(&self, file: &TextFile, keys: &Keys) -> Option<ZonedDateTime> {
        let theirs = self.clocks.theirs.as_ref()?;
        let clocks = Clocks { ours: theirs, theirs: Some(theirs.clone()) };
        let context = SiteContext { settings: self.settings, known: self.known, clocks, now: self.now.clone() };
        let (published, _) = context.published(file, keys);
        published.map(|date| date.time)
    }

    fn draft(&self, file: &TextFile, keys: &Keys, notes: &mut Vec<Note>) -> bool {
        if file.standing == Standing::Draft {
            return true;
        }
        let held = HELD.iter().find(|key| keys.flag(key) == Some(true));
        let hidden = ["published", "render", "publish"].iter().find(|key| keys.flag(key) == Some(false));
        let state = keys.text(&["status", "visibility"]).map(|state| state.to_lowercase());
        let is_held =
            state.filter(|state| !["published", "publish", "public", "live", "final"].contains(&state.as_str()));
        let render =
            keys.text(&["build.render", "_build.render"]).filter(|render| render == "never" || render == "false");
        let has_no_page = matches!(keys.get("permalink"), Some(Value::Flag(false)));
        if let Some(key) = held.filter(|key| **key != "draft") {
            notes.push(Note::changed(format!("{key} kept it from readers, so it is now a draft")));
        }
        if keys.get("password").is_some() {
            notes.push(Note::changed("it was protected by a password, so it is now a draft"));
        }
        held.or(hidden).is_some()
            || is_held.is_some()
            || render.is_some()
            || has_no_page
            || keys.get("password").is_some()
    }

    /// The date before which the old site did not show the text, if it is later than its date.
    fn later(&self, keys: &Keys, published: &Option<OldDate>) -> Option<ZonedDateTime> {
        let date = keys.first(&["publishDate", "pubDate", "publishAt"]);
        let date = date.and_then(|(_, value)| self.clocks.read(&text(value)?)).map(|date| date.time)?;
        published.as_ref().is_none_or(|published| date > published.time).then_some(date)
    }

    /// The former paths of a text whose path is `path`.
    fn older_paths(&self, keys: &Keys, path: Option<&str>) -> Vec<String> {
        let base = self.settings.base();
        let mut paths = Vec::new();
        for written in keys.texts(&["aliases", "alias", "redirect_from", "redirects", "extra.aliases"]) {
            let is_full = written.contains("://");
            let rooted = match (written.strip_prefix('/'), path) {
                (Some(rest), _) => format!("{base}/{rest}"),
                // Hugo's are relative to the folder above the text.
                (None, Some(path)) if self.settings.generator == Generator::Hugo && !is_full => {
                    format!("{base}{}/{written}", split(path.trim_end_matches('/')).0)
                }
                (None, _) => format!("{base}/{written}"),
            };
            let is_file = [".html", ".htm", ".php"].iter().any(|ending| rooted.ends_with(ending));
            let rooted = if is_full { written } else { rooted };
            let rooted = if is_file || rooted.ends_with('/') { rooted } else { rooted + "/" };
            paths.extend(crate::commands::import::links::path_of(&rooted));
        }
        paths
    }
}
