//! An item of the export: a story, a picture or something else.

use std::collections::{BTreeMap, HashMap};

use jiff::ZonedDateTime;
use percent_encoding::percent_decode_str;

use super::element::XmlElement;
use crate::commands::import::links::path_of;
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
    slug: String,
    creators: Vec<(String, String)>,
    is_locked: bool,
    dates: [String; 5],
    labels: Vec<(String, String, String)>,
    metas: Vec<(String, String)>,
}

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
        let metas = element.children.iter().filter(|child| child.name == "wp:postmeta");
        let metas = metas.filter_map(|meta| {
            Some((String::from(meta.child("wp:meta_key")?.trim()), String::from(meta.child("wp:meta_value")?)))
        });
        // A plug-in stores the authors of a story with several authors as terms.
        let together = labels.iter().filter(|(domain, ..)| domain == "author");
        let mut creators: Vec<(String, String)> = together
            .map(|(_, slug, name)| (String::from(slug.strip_prefix("cap-").unwrap_or(slug)), name.clone()))
            .collect();
        if creators.is_empty() {
            let creator = text("dc:creator");
            creators.extend((!creator.is_empty()).then(|| (creator.clone(), creator)));
        }
        let dates = ["wp:post_date_gmt", "wp:post_date", "pubDate", "wp:post_modified_gmt", "wp:post_modified"];
        Item {
            id: text("wp:post_id"),
            kind: text("wp:post_type"),
            status: text("wp:status"),
            title: plain_text(element.child("title").unwrap_or_default()),
            link: text("link"),
            file: text("wp:attachment_url"),
            excerpt: text("excerpt:encoded"),
            parent: text("wp:post_parent"),
            slug: decoded(&text("wp:post_name")),
            creators,
            is_locked: !text("wp:post_password").is_empty(),
            dates: dates.map(text),
            labels,
            metas: metas.collect(),
        }
    }

    /// Whether it is imported as a story.
    pub fn is_story(&self) -> bool {
        self.kind == "post" && self.status != "trash" && self.status != "auto-draft"
    }

    /// The value of a metadata key.
    pub fn meta(&self, key: &str) -> Option<&str> {
        self.metas.iter().find(|(own, _)| own == key).map(|(_, value)| value.as_str())
    }

    /// The name of an author that the export does not describe.
    pub fn creator_name(&self, key: &str) -> String {
        let named = self.creators.iter().find(|(own, _)| own == key);
        named.map_or_else(|| String::from(key), |(_, name)| plain_text(name))
    }

    /// The item as a story. `host` is the host of the old site.
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
            notes.push(String::from("it had a password, so it is now a draft"));
        }
        if self.status == "private" {
            notes.push(String::from("it was private, so it is now a draft"));
        }
        if self.status == "future" && !self.is_locked {
            notes.push(String::from("it was scheduled: it will appear in the first edition after its date"));
        }
        if is_public && path_of(&self.link).is_none() {
            notes.push(format!("its old address {} cannot redirect to the new one", self.link));
        }
        let picture = self.meta("_thumbnail_id").map(str::trim).filter(|number| !number.is_empty());
        let found = picture.and_then(|number| pictures.get(number));
        if let (Some(number), None) = (picture, found) {
            notes.push(format!("its lead picture, number {number}, is not in the export"));
        }
        let description = plain_text(&self.excerpt);
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
            authors: self.creators.iter().map(|(key, _)| key.clone()).collect(),
            categories: self.categories(categories),
            tags: self.labelled("post_tag"),
            description: (!description.is_empty()).then_some(description),
            picture: found.cloned(),
            unreadable: None,
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

    /// Its categories, the main one first if the old site has one.
    fn categories(&self, known: &Categories) -> Vec<Label> {
        let mut labels = self.labelled("category");
        for label in &mut labels {
            label.above = known.above(&label.slug);
        }
        let main = ["_yoast_wpseo_primary_category", "rank_math_primary_category"];
        let main = main.into_iter().find_map(|key| known.by_number.get(self.meta(key)?.trim()));
        if let Some(main) = main {
            labels.sort_by_key(|label| label.slug != *main);
        }
        labels
    }

    fn labelled(&self, domain: &str) -> Vec<Label> {
        let own = self.labels.iter().filter(|(own, ..)| own == domain);
        own.map(|(_, slug, name)| Label { slug: slug.clone(), name: name.clone(), above: Vec::new() }).collect()
    }
}

/// All categories of the old site.
#[derive(Debug, Default)]
pub struct Categories {
    /// Slugs by number.
    by_number: HashMap<String, String>,
    /// Names and parent slugs, by slug.
    by_slug: HashMap<String, (String, String)>,
}

impl Categories {
    /// Adds a `wp:category` element.
    pub fn add(&mut self, element: &XmlElement) {
        let text = |name| element.child(name).unwrap_or_default().trim();
        let slug = decoded(text("wp:category_nicename"));
        self.by_number.insert(String::from(text("wp:term_id")), slug.clone());
        let above = decoded(text("wp:category_parent"));
        self.by_slug.insert(slug, (plain_text(text("wp:cat_name")), above));
    }

    /// Slugs and names of a category's ancestors, the nearest first.
    fn above(&self, slug: &str) -> Vec<(String, String)> {
        let mut above: Vec<(String, String)> = Vec::new();
        let mut current = slug;
        while let Some((_, next)) = self.by_slug.get(current)
            && let Some((name, _)) = self.by_slug.get(next)
            && !above.iter().any(|(known, _)| known == next)
            && above.len() < 10
        {
            above.push((next.clone(), name.clone()));
            current = next;
        }
        above
    }
}

/// Ids and HTML of a text's footnotes, which the block editor stores as metadata.
pub fn footnotes(json: &str) -> Vec<(String, String)> {
    let notes: Vec<HashMap<String, serde_json::Value>> = serde_json::from_str(json).unwrap_or_default();
    let text = |note: &HashMap<String, serde_json::Value>, key| note.get(key)?.as_str().map(String::from);
    let is_id = |id: &String| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    notes.iter().filter_map(|note| Some((text(note, "id").filter(is_id)?, text(note, "content")?))).collect()
}

fn decoded(slug: &str) -> String {
    in_one_line(&percent_decode_str(slug).decode_utf8_lossy())
}
