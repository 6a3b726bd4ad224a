//! Reads a Ghost export, which is JSON.

mod export_file;

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use export_file::{Data, ExportFile, Post, PostMeta};
use jiff::{Timestamp, ZonedDateTime};

use super::plain_text::plain_text;
use super::source::author::OldAuthor;
use super::source::picture::OldPicture;
use super::source::site::{OldSite, OldText, OldTexts};
use super::source::story::{Label, OldStory};
use crate::diagnostics::failure::Failure;
use crate::locale::calendar::Calendar;

/// Reads a Ghost export: its contents, and its texts separately.
///
/// # Errors
/// The file cannot be read or is not a Ghost export.
pub fn read(path: &Path, calendar: &Calendar) -> Result<(OldSite, Box<dyn OldTexts>), Failure> {
    let file = File::open(path).map_err(Failure::file("read", path))?;
    let export: ExportFile = serde_json::from_reader(BufReader::with_capacity(1 << 16, file)).map_err(|error| {
        let what = match error.classify() {
            serde_json::error::Category::Data => "this is not a Ghost export",
            _ => "the export is damaged",
        };
        Failure::message(format!("{}:{}: {what}: {error}", path.display(), error.line()), REMEDY)
    })?;
    let data = export.data().ok_or_else(|| {
        Failure::message(format!("{} is not a Ghost export: it has no db with data and posts", path.display()), REMEDY)
    })?;
    Ok(sort_in(data, calendar))
}

const REMEDY: &str = "export the content in Ghost under Settings, Migration tools, Export";

fn sort_in(mut data: Data, calendar: &Calendar) -> (OldSite, Box<dyn OldTexts>) {
    let mut site = OldSite::default();
    for user in &data.users {
        let name = plain_text(user.name.as_deref().unwrap_or_default());
        let key = user.id.0.clone();
        let name = if name.is_empty() { user.slug.clone().unwrap_or_else(|| key.clone()) } else { name };
        site.authors.push(OldAuthor { key, name, bio: plain_text(user.bio.as_deref().unwrap_or_default()) });
    }
    let mut texts = Vec::new();
    let posts = std::mem::take(&mut data.posts);
    let labels = Labels::of(&data);
    for mut post in posts {
        let title = plain_text(post.title.as_deref().unwrap_or_default());
        if post.is_page() {
            site.strangers.entry(String::from("pages")).or_default().push(title);
            continue;
        }
        let html = post.html.take();
        site.stories.push(story(&post, title, html.as_deref(), &labels, calendar));
        texts.push(OldText { html: html.unwrap_or_default(), ..OldText::default() });
    }
    (site, Box::new(GhostTexts(texts)))
}

/// Tags, authors and metadata of posts, by post id.
struct Labels {
    tags: HashMap<String, Vec<Label>>,
    authors: HashMap<String, Vec<String>>,
    metas: HashMap<String, PostMeta>,
}

impl Labels {
    fn of(data: &Data) -> Labels {
        // Tags that begin with # are internal to Ghost.
        let is_internal = |name: &str| name.starts_with('#');
        let tags: BTreeMap<&str, Label> = data
            .tags
            .iter()
            .filter(|tag| !is_internal(tag.name.as_deref().unwrap_or_default()))
            .filter(|tag| tag.visibility.as_deref() != Some("internal"))
            .map(|tag| {
                let text = |text: &Option<String>| plain_text(text.as_deref().unwrap_or_default());
                (tag.id.0.as_str(), Label { slug: text(&tag.slug), name: text(&tag.name), above: Vec::new() })
            })
            .collect();
        let mut of_posts: HashMap<String, Vec<(i64, Label)>> = HashMap::new();
        for link in &data.posts_tags {
            if let Some(label) = tags.get(link.tag_id.0.as_str()) {
                let order = link.sort_order.unwrap_or_default();
                of_posts.entry(link.post_id.0.clone()).or_default().push((order, label.clone()));
            }
        }
        let mut authors: HashMap<String, Vec<(i64, String)>> = HashMap::new();
        for link in &data.posts_authors {
            let order = link.sort_order.unwrap_or_default();
            authors.entry(link.post_id.0.clone()).or_default().push((order, link.author_id.0.clone()));
        }
        let metas = data.posts_meta.iter().map(|meta| (meta.post_id.0.clone(), meta.clone()));
        Labels { tags: in_order(of_posts), authors: in_order(authors), metas: metas.collect() }
    }
}

fn in_order<T>(lists: HashMap<String, Vec<(i64, T)>>) -> HashMap<String, Vec<T>> {
    let sorted = lists.into_iter().map(|(id, mut list)| {
        list.sort_by_key(|(order, _)| *order);
        (id, list.into_iter().map(|(_, value)| value).collect())
    });
    sorted.collect()
}

fn story(post: &Post, title: String, html: Option<&str>, labels: &Labels, calendar: &Calendar) -> OldStory {
    let id = post.id.0.clone();
    let status = post.status.as_deref().unwrap_or("draft");
    let visibility = post.visibility.as_deref().unwrap_or("public");
    let is_public = matches!(status, "published" | "scheduled");
    let mut notes = Vec::new();
    if visibility != "public" && is_public {
        notes.push(format!("it was for some readers only ({visibility}), so it is now a draft"));
    }
    if status == "scheduled" {
        notes.push(String::from("it was scheduled: it will appear in the first edition after its date"));
    }
    if status == "sent" {
        notes.push(String::from("it was sent by email only, so it is now a draft"));
    }
    let slug = post.slug.clone().unwrap_or_default();
    let meta = labels.metas.get(&id).cloned().unwrap_or_default();
    let text = |own: &Option<String>, kept: &Option<String>| {
        plain_text(own.as_deref().or(kept.as_deref()).unwrap_or_default())
    };
    let address = post.feature_image.clone().filter(|address| !address.is_empty());
    let picture = address.map(|address| OldPicture {
        address,
        alt: text(&post.feature_image_alt, &meta.feature_image_alt),
        caption: text(&post.feature_image_caption, &meta.feature_image_caption),
        parent: String::new(),
    });
    let authors = labels.authors.get(&id).cloned();
    let description = plain_text(post.custom_excerpt.as_deref().unwrap_or_default());
    let has_other_form = [&post.lexical, &post.mobiledoc].into_iter().any(|form| form.is_some());
    // An empty draft counts too: it also has one of the two forms.
    let unreadable = (html.is_none_or(|html| html.trim().is_empty()) && has_other_form).then(|| {
        String::from(
            "the export has no HTML for it, only the format of Ghost's editor; publish it in Ghost and export again",
        )
    });
    // The first tag is the main one, so all tags count as categories.
    let mut tags = labels.tags.get(&id).cloned().unwrap_or_default();
    let rest = tags.split_off(tags.len().min(1));
    OldStory {
        origin: format!("ghost:{id}"),
        title,
        address: (is_public && !slug.is_empty()).then(|| format!("/{slug}/")),
        older_paths: Vec::new(),
        slug,
        published: moment(&post.published_at, calendar).or_else(|| moment(&post.created_at, calendar)),
        modified: moment(&post.updated_at, calendar),
        draft: !is_public || visibility != "public",
        scheduled: status == "scheduled",
        authors: authors.unwrap_or_else(|| post.author_id.iter().map(|author| author.0.clone()).collect()),
        categories: tags.into_iter().chain(rest).collect(),
        tags: Vec::new(),
        description: (!description.is_empty()).then_some(description),
        picture,
        unreadable,
        notes,
        id,
        ..OldStory::default()
    }
}

/// Reads a time, which Ghost writes in several formats, all in UTC.
fn moment(written: &Option<serde_json::Value>, calendar: &Calendar) -> Option<ZonedDateTime> {
    let instant = match written.as_ref()? {
        serde_json::Value::Number(number) => Timestamp::from_millisecond(number.as_i64()?).ok(),
        serde_json::Value::String(text) => {
            let text = text.trim().replacen(' ', "T", 1);
            text.parse().ok().or_else(|| [text.as_str(), "Z"].concat().parse().ok())
        }
        _ => None,
    };
    let instant = instant.and_then(|instant| Timestamp::from_second(instant.as_second()).ok())?;
    Some(calendar.at(instant)).filter(|time| time.year() > 0)
}

/// The texts, in the order of their stories.
struct GhostTexts(Vec<OldText>);

impl OldTexts for GhostTexts {
    fn each(&mut self, take: &mut dyn FnMut(usize, OldText) -> Result<(), Failure>) -> Result<(), Failure> {
        std::mem::take(&mut self.0).into_iter().enumerate().try_for_each(|(index, text)| take(index, text))
    }
}
