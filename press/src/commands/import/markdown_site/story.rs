//! Reads what a text's keys and path say about it.

use jiff::ZonedDateTime;

use super::address::{self, Facts};
use super::bylines;
use super::dates::{Clocks, OldDate, day_of_name, day_of_path};
use super::html::words;
use super::keys::{Keys, text, texts};
use super::known_authors::KnownAuthors;
use super::path_names::split;
use super::settings::{Generator, Settings};
use super::text_file::{Standing, TextFile};
use crate::commands::import::plain_text::{in_one_line, plain_text};
use crate::commands::import::slug::slug;
use crate::commands::import::source::author::OldAuthor;
use crate::commands::import::source::picture::OldPicture;
use crate::commands::import::source::story::{Label, OldStory};
use crate::content::keys::value::Value;
use crate::locale::language::Language;

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
        let title = title.unwrap_or_else(|| named(file.own_name()));
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
                notes.push(String::from("it has no date: that of its last change is used"));
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
            notes.push(String::from("it expired before it was published, so it is now a draft"));
        }
        let draft = draft || never;
        let is_later = |date: &Option<ZonedDateTime>| date.as_ref().is_some_and(|date| *date > self.now);
        let is_over = expires.as_ref().is_some_and(|date| *date <= self.now);
        if !draft && is_later(&time) {
            notes.push(String::from("its date is in the future: it will appear in the first edition after it"));
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

    fn draft(&self, file: &TextFile, keys: &Keys, notes: &mut Vec<String>) -> bool {
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
            notes.push(format!("{key} kept it from readers, so it is now a draft"));
        }
        if keys.get("password").is_some() {
            notes.push(String::from("it was protected by a password, so it is now a draft"));
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

    fn authors(&self, keys: &Keys, notes: &mut Vec<String>) -> Vec<OldAuthor> {
        let mut authors: Vec<OldAuthor> = Vec::new();
        let places = [
            "author",
            "authors",
            "extra.author",
            "extra.authors",
            "params.author",
            "params.authors",
            "taxonomies.author",
            "taxonomies.authors",
            "byline",
        ];
        let values: Vec<&Value> = places.iter().filter_map(|place| keys.get(place)).collect();
        let items = values.iter().flat_map(|value| match value {
            Value::List(items) => items.iter().map(|item| &item.value).collect(),
            other => vec![*other],
        });
        for item in items {
            let (byline, bio) = match item {
                Value::Table(_) => {
                    let keys = Keys::of(item.clone());
                    (keys.text(&["name", "key", "id"]), keys.text(&["bio", "description"]).map(|bio| words(&bio)))
                }
                other => (text(other), None),
            };
            let Some(byline) = byline else { continue };
            let found = match self.known.find(&byline) {
                Some(known) => vec![OldAuthor { key: key_of(&known.name), ..known.clone() }],
                None => self.named(&byline, bio.unwrap_or_default()),
            };
            if found.is_empty() {
                notes.push(String::from("its byline is no name and was left out"));
            }
            for author in found {
                let is_known = |other: &OldAuthor| other.key == author.key;
                if !authors.iter().any(is_known) {
                    authors.push(author);
                }
            }
        }
        authors
    }

    fn named(&self, byline: &str, bio: String) -> Vec<OldAuthor> {
        let named = bylines::names(byline).into_iter().map(|named| match self.known.find(&named.name) {
            Some(known) => OldAuthor { key: key_of(&known.name), ..known.clone() },
            None => {
                let bio = if bio.is_empty() { named.role } else { bio.clone() };
                OldAuthor { key: key_of(&named.name), name: named.name, bio }
            }
        });
        named.collect()
    }

    fn categories(&self, file: &TextFile, keys: &Keys) -> Vec<String> {
        let lists =
            ["categories", "taxonomies.categories", "taxonomies.category", "params.categories", "extra.categories"];
        let mut categories: Vec<String> =
            lists.iter().filter_map(|key| keys.get(key)).flat_map(|value| self.list(value)).collect();
        categories.extend(keys.texts(&["category", "section", "extra.category"]));
        if file.collection == "posts" {
            // Jekyll takes the folders above `_posts` for categories, too; `folders` has them.
            categories.dedup();
        }
        categories
    }

    fn tags(&self, keys: &Keys) -> Vec<Label> {
        let mut tags: Vec<String> = Vec::new();
        for key in ["tags", "taxonomies.tags", "taxonomies.tag", "params.tags", "extra.tags", "tag"] {
            tags.extend(keys.get(key).map(|value| self.list(value)).unwrap_or_default());
        }
        let taxonomies = match (self.settings.generator, self.settings.keys.get("taxonomies")) {
            (Generator::Hugo, Some(Value::Table(entries))) => {
                entries.iter().filter_map(|(_, plural)| text(&plural.value)).collect()
            }
            (Generator::Zola, Some(Value::List(items))) => {
                items.iter().filter_map(|item| Keys::of(item.value.clone()).text(&["name"])).collect()
            }
            _ => Vec::new(),
        };
        const OTHERS: [&str; 6] = ["tags", "categories", "authors", "author", "category", "tag"];
        for name in taxonomies.iter().filter(|name| !OTHERS.contains(&name.as_str())) {
            tags.extend(keys.texts(&[name, &format!("taxonomies.{name}")]));
        }
        if self.settings.generator == Generator::Eleventy {
            // Names of collections, not words for readers.
            tags.retain(|tag| !["post", "posts", "all", "page", "pages", "nav", "blog"].contains(&tag.as_str()));
        }
        tags.iter().map(|tag| label(tag)).collect()
    }

    /// A list, or the words of a text.
    fn list(&self, value: &Value) -> Vec<String> {
        match value {
            Value::Text(text) if text.contains(',') => {
                text.split(',').map(|part| String::from(part.trim())).filter(|part| !part.is_empty()).collect()
            }
            Value::Text(text) if self.settings.generator == Generator::Jekyll => {
                text.split_whitespace().map(String::from).collect()
            }
            other => texts(other),
        }
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

/// The tag of the language of a text, by its place or its keys.
fn language(file: &TextFile, keys: &Keys, notes: &mut Vec<String>) -> Option<String> {
    let written = file.language.clone().or_else(|| keys.text(&["lang", "language", "locale"]))?;
    let tag = written.replace('_', "-");
    if Language::is_tag(&tag) {
        return Some(tag);
    }
    notes.push(format!("its language \"{written}\" is not a language tag and was left out"));
    None
}

/// The key of an author: the same name with and without accents is that of the same person.
fn key_of(name: &str) -> String {
    slug(name).unwrap_or_else(|| name.to_lowercase())
}

/// A headline without marks of HTML and Markdown; signs such as `<` in it stay.
fn headline(title: &str) -> String {
    const INLINE: [&str; 14] =
        ["em", "i", "b", "strong", "code", "br", "sup", "sub", "span", "a", "small", "u", "s", "mark"];
    let has_tags = title.split('<').skip(1).any(|rest| {
        let rest = rest.trim_start_matches('/');
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        INLINE.contains(&&rest[..length]) && rest[length..].starts_with(['>', ' ', '/'])
    });
    let text = if has_tags { plain_text(title) } else { plain_text(&title.replace('<', "&lt;")) };
    let is_even = |sign: &str| text.matches(sign).count() % 2 == 0;
    let text = if is_even("`") { text.replace('`', "") } else { text.clone() };
    if is_even("**") { text.replace("**", "") } else { text }
}

/// A headline made from a file's name.
fn named(name: &str) -> String {
    let name = day_of_name(name).map_or(name, |(_, rest)| rest);
    let words: Vec<&str> = name.split(['-', '_', ' ']).filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn label(name: &str) -> Label {
    Label { slug: String::new(), name: plain_text(name), above: Vec::new() }
}

/// The folders of a text, which may stand for sections, with those above it.
fn folders(file: &TextFile) -> Vec<Label> {
    let mut parts: Vec<(String, String)> =
        file.sections().split('/').filter(|part| !part.is_empty()).map(|part| (part.into(), part.into())).collect();
    parts.reverse();
    let mut parts = parts.into_iter();
    let nearest = parts.next();
    nearest.map(|(slug, name)| Label { slug, name, above: parts.collect() }).into_iter().collect()
}

fn description(keys: &Keys) -> Option<String> {
    let text =
        keys.text(&["description", "summary", "excerpt", "params.description", "extra.description", "subtitle", "dek"]);
    text.map(|text| words(&text)).filter(|text| !text.is_empty())
}

/// The lead picture that the keys name.
fn picture(keys: &Keys) -> Option<OldPicture> {
    const PLACES: [&str; 24] = [
        "featured_image",
        "feature_image",
        "image",
        "cover",
        "images",
        "picture",
        "hero",
        "hero_image",
        "thumbnail",
        "banner",
        "lead_image",
        "post_image",
        "img",
        "og_image",
        "header.image",
        "header.overlay_image",
        "header.teaser",
        "params.image",
        "params.cover",
        "params.images",
        "extra.image",
        "extra.cover",
        "extra.thumbnail",
        "params.featured_image",
    ];
    let (place, value) = PLACES.iter().find_map(|place| {
        let value = keys.get(place)?;
        let first = match value {
            Value::List(items) => &items.first()?.value,
            other => other,
        };
        Some((*place, first.clone()))
    })?;
    let table = Keys::of(value.clone());
    let address =
        text(&value).or_else(|| table.text(&["src", "url", "image", "path", "file", "filename", "feature"]))?;
    let near =
        |what: &str| keys.text(&[&format!("{place}_{what}"), &format!("image_{what}"), &format!("cover_{what}")]);
    let alt = table.text(&["alt", "description"]).or_else(|| near("alt")).unwrap_or_default();
    let caption =
        table.text(&["caption", "title"]).or_else(|| near("caption")).or_else(|| keys.text(&["header.caption"]));
    let caption = caption.unwrap_or_default();
    Some(OldPicture { address, alt: words(&alt), caption: words(&caption), parent: String::new() })
}
