//! An item of the export: a story, a picture or something else.

use std::collections::BTreeMap;

use jiff::ZonedDateTime;

use super::categories::Categories;
use super::decoded::decoded;
use super::element::XmlElement;
use super::metadata;
use crate::commands::import::links::path_of;
use crate::commands::import::note::Note;
use crate::commands::import::plain_text::{in_one_line, plain_text};
use crate::commands::import::source::picture::OldPicture;
use crate::commands::import::source::story::{Label, OldStory};
use crate::locale::calendar::Calendar;

/// An item of the export, without its text.
#[derive(Debug, Default)]
pub struct Item {
    /// Its number.
    pub id: String,
    /// Its type: `post`, `page`, `attachment` …
    pub kind: String,
    /// Its status: `publish`, `draft` …
    pub status: String,
    /// Its title, as plain text.
    pub title: String,
    /// Its full address.
    pub link: String,
    /// The address of its file, if it is an attachment.
    pub file: String,
    /// Its excerpt, as HTML; the caption of an attachment.
    pub excerpt: String,
    /// The number of the item that it was uploaded for.
    pub parent: String,
    /// Its decoded slug.
    pub slug: String,
    /// Its authors, in order.
    pub creators: Vec<Creator>,
    /// Keys of metadata that press does not use and that are not internal to the program.
    pub own_fields: Vec<String>,
    is_locked: bool,
    dates: [String; 5],
    labels: Vec<(String, String, String)>,
    metas: Vec<(String, String)>,
}

/// An author as an item names them.
#[derive(Clone, Debug, Default)]
pub struct Creator {
    /// The slug of the term, if it is one.
    pub slug: String,
    /// The log-in name, or the name of the term.
    pub name: String,
    /// Whether it is a term of a plug-in for several authors.
    pub is_term: bool,
}

/// Kinds of labels that are not words about the story.
const INTERNAL: [&str; 13] = [
    "category",
    "post_tag",
    "author",
    "language",
    "post_translations",
    "term_language",
    "term_translations",
    "post_format",
    "nav_menu",
    "wp_theme",
    "link_category",
    "translation_priority",
    "yst_prominent_words",
];

impl Item {
    /// Reads an `item` element.
    pub fn of(element: &XmlElement) -> Item {
        let text = |name| String::from(element.child(name).unwrap_or_default().trim());
        let labels = element.children.iter().filter(|child| child.name == "category");
        let labels: Vec<(String, String, String)> = labels
            .map(|label| {
                let attribute = |name| String::from(label.attribute(name).unwrap_or_default());
                (attribute("domain"), decoded(&attribute("nicename")), plain_text(&label.text))
            })
            .collect();
        let kind = text("wp:post_type");
        let (metas, own_fields) = metas(element, &kind);
        let together = labels.iter().filter(|(domain, ..)| domain == "author");
        let mut creators: Vec<Creator> =
            together.map(|(_, slug, name)| Creator { slug: slug.clone(), name: name.clone(), is_term: true }).collect();
        if creators.is_empty() {
            let name = text("dc:creator");
            creators.extend((!name.is_empty()).then(|| Creator { name, ..Creator::default() }));
        }
        let dates = ["wp:post_date_gmt", "wp:post_date", "pubDate", "wp:post_modified_gmt", "wp:post_modified"];
        Item {
            id: id_of(element),
            kind,
            status: text("wp:status"),
            title: plain_text(element.child("title").unwrap_or_default()),
            link: text("link"),
            file: text("wp:attachment_url"),
            excerpt: text("excerpt:encoded"),
            parent: text("wp:post_parent"),
            slug: decoded(&text("wp:post_name")),
            creators,
            own_fields,
            is_locked: !text("wp:post_password").is_empty(),
            dates: dates.map(text),
            labels,
            metas,
        }
    }

    /// Whether it is imported as a story, if stories have these types.
    pub fn is_story(&self, types: &[String]) -> bool {
        types.contains(&self.kind) && !self.is_in_bin()
    }

    /// Whether it was thrown away, or never saved.
    pub fn is_in_bin(&self) -> bool {
        self.status == "trash" || self.status == "auto-draft"
    }

    /// The value of a metadata key.
    pub fn meta(&self, key: &str) -> Option<&str> {
        self.metas.iter().find(|(own, _)| own == key).map(|(_, value)| value.as_str())
    }

    /// The slugs of its labels of one kind.
    pub fn label_slugs(&self, domain: &str) -> impl Iterator<Item = &str> {
        self.labels.iter().filter(move |(own, ..)| own == domain).map(|(_, slug, _)| slug.as_str())
    }

    /// The item as a story, without authors, languages and description. `host` is the host of the old site.
    pub fn story(
        &self,
        host: &str,
        calendar: &Calendar,
        categories: &Categories,
        pictures: &BTreeMap<String, OldPicture>,
    ) -> OldStory {
        let is_public = matches!(self.status.as_str(), "publish" | "future");
        let published = self.published(calendar);
        let mut notes = Vec::new();
        if self.is_locked {
            notes.push(Note::changed("it had a password, so it is now a draft"));
        }
        if self.status == "private" {
            notes.push(Note::changed("it was private, so it is now a draft"));
        }
        if self.status == "future" && !self.is_locked {
            notes.push(Note::changed("it was scheduled: it will appear in the first edition after its date"));
        }
        if is_public && path_of(&self.link).is_none() {
            notes.push(Note::left_out(format!("its old address {} cannot redirect to the new one", self.link)));
        }
        let picture = self.meta("_thumbnail_id").map(str::trim).filter(|number| !number.is_empty() && *number != "0");
        let found = picture.and_then(|number| pictures.get(number));
        if let (Some(number), None) = (picture, found) {
            notes.push(Note::left_out(format!("its lead picture, number {number}, is not in the export")));
        }
        OldStory {
            id: self.id.clone(),
            origin: format!("wordpress:{host}/{}", self.id),
            title: self.title.clone(),
            slug: self.slug.clone(),
            address: is_public.then(|| self.link.clone()).filter(|link| !link.is_empty()),
            older_paths: if is_public { self.older_paths() } else { Vec::new() },
            modified: self.moment(3, calendar),
            published,
            draft: !is_public || self.is_locked,
            scheduled: self.status == "future",
            categories: self.categories(categories),
            tags: self.labelled("post_tag"),
            picture: found.cloned(),
            notes,
            ..OldStory::default()
        }
    }

    /// The exact time if known, else the local time, else the time given in feeds.
    fn published(&self, calendar: &Calendar) -> Option<ZonedDateTime> {
        let in_feeds = || jiff::fmt::rfc2822::parse(&self.dates[2]).ok().map(|time| calendar.at(time.timestamp()));
        self.moment(0, calendar).or_else(in_feeds).filter(|time| time.year() > 0)
    }

    /// The time given by two adjacent dates: the first is in UTC, the second in local time.
    fn moment(&self, first: usize, calendar: &Calendar) -> Option<ZonedDateTime> {
        let is_date = |date: &&String| !date.is_empty() && !date.starts_with("0000");
        let exact = self.dates.get(first).filter(is_date);
        let exact = exact.and_then(|date| calendar.read(&format!("{}Z", date.replacen(' ', "T", 1))));
        exact.or_else(|| calendar.read(self.dates.get(first + 1).filter(is_date)?))
    }

    /// The paths it had before its slug was changed.
    fn older_paths(&self) -> Vec<String> {
        let Some(path) = path_of(&self.link) else { return Vec::new() };
        let olds = self.metas.iter().filter(|(key, value)| key == "_wp_old_slug" && !value.trim().is_empty());
        let paths = olds.filter_map(|(_, old)| {
            let (start, end) = path.rsplit_once(self.slug.as_str()).filter(|_| !self.slug.is_empty())?;
            path_of(&[start, &decoded(old.trim()), end].concat())
        });
        paths.collect()
    }

    /// Its categories, the main one first if the old site has one; then those of other kinds.
    fn categories(&self, known: &Categories) -> Vec<Label> {
        let mut labels = self.labelled("category");
        let main = ["_yoast_wpseo_primary_category", "rank_math_primary_category"];
        let main = main.into_iter().find_map(|key| known.slug(self.meta(key)?.trim()));
        if let Some(main) = main {
            labels.sort_by_key(|label| label.slug != main);
        }
        let others = self.labels.iter().filter(|(kind, ..)| !kind.is_empty() && !INTERNAL.contains(&kind.as_str()));
        labels.extend(others.map(|(_, slug, name)| Label {
            slug: slug.clone(),
            name: name.clone(),
            above: Vec::new(),
        }));
        for label in &mut labels {
            label.above = known.above(&label.slug);
        }
        labels
    }

    fn labelled(&self, domain: &str) -> Vec<Label> {
        let own = self.labels.iter().filter(|(own, ..)| own == domain);
        own.map(|(_, slug, name)| Label { slug: slug.clone(), name: name.clone(), above: Vec::new() }).collect()
    }
}

/// The number of an item. Some exports have it only in the address, and some not at all.
fn id_of(element: &XmlElement) -> String {
    let text = |name| element.child(name).unwrap_or_default().trim();
    let number = text("wp:post_id");
    if !number.is_empty() {
        return in_one_line(number);
    }
    let in_query = |address: &str| {
        let number = address.split_once("?p=").map(|(_, rest)| rest.split('&').next().unwrap_or_default())?;
        (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| String::from(number))
    };
    let names = ["guid", "link", "wp:post_name", "title"];
    let in_query = names.into_iter().find_map(|name| in_query(text(name)));
    in_query.or_else(|| names.into_iter().map(text).find(|name| !name.is_empty()).map(in_one_line)).unwrap_or_default()
}

/// The metadata that is used, and the keys of other metadata.
fn metas(element: &XmlElement, kind: &str) -> (Vec<(String, String)>, Vec<String>) {
    let (mut metas, mut own_fields) = (Vec::new(), Vec::new());
    for meta in element.children.iter().filter(|child| child.name == "wp:postmeta") {
        let (Some(key), Some(value)) = (meta.child("wp:meta_key"), meta.child("wp:meta_value")) else { continue };
        let key = key.trim();
        let is_used = metadata::is_used(key, kind);
        if is_used {
            metas.push((String::from(key), String::from(value)));
        } else if !key.starts_with('_') && !value.trim().is_empty() {
            own_fields.push(in_one_line(key));
        }
    }
    (metas, own_fields)
}
