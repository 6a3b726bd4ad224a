//! Reads a Ghost export, which is JSON.

mod export_file;
mod languages;
mod lone_surrogates;
mod rows;

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::path::Path;
use std::rc::Rc;

use export_file::{Data, ExportFile, Post, PostMeta, Tag};
use jiff::{Timestamp, ZonedDateTime};

use super::clean_input::{CleanInput, Faults};
use super::note::Note;
use super::persons::{public_name, without_addresses};
use super::plain_text::plain_text;
use super::source::author::OldAuthor;
use super::source::picture::OldPicture;
use super::source::site::{OldList, OldSite, OldText, OldTexts};
use super::source::story::{Label, OldStory};
use crate::diagnostics::failure::Failure;
use crate::locale::calendar::Calendar;
use crate::store::plain_file;

/// Reads a Ghost export: its contents, and its texts separately.
///
/// # Errors
/// The file cannot be read or is not a Ghost export.
pub fn read(path: &Path, calendar: &Calendar) -> Result<(OldSite, Box<dyn OldTexts>), Failure> {
    let file = plain_file::open(path).map_err(Failure::file("read", path))?;
    if file.metadata().is_ok_and(|data| data.len() > LARGEST) {
        let what = format!("{}:1: the export is larger than {} MB", path.display(), LARGEST / 1_000_000);
        return Err(Failure::message(what, "export the content in parts, and import one after another"));
    }
    let faults = Rc::new(RefCell::new(Faults::default()));
    let mut json = Vec::new();
    CleanInput::of(file, Rc::clone(&faults)).read_to_end(&mut json).map_err(Failure::file("read", path))?;
    let halves = lone_surrogates::replace(&mut json);
    let export: ExportFile = serde_json::from_slice(&json).map_err(|error| {
        let what = match error.classify() {
            serde_json::error::Category::Data => "this is not a Ghost export",
            _ => "the export is damaged",
        };
        Failure::message(format!("{}:{}: {what}: {error}", path.display(), error.line()), REMEDY)
    })?;
    drop(json);
    let data = export.data().ok_or_else(|| {
        Failure::message(format!("{} is not a Ghost export: it has no db with data and posts", path.display()), REMEDY)
    })?;
    let (mut site, texts) = sort_in(data, calendar);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    site.notes.extend(faults.borrow().note().map(|what| (name.clone(), Note::changed(what))));
    if halves > 0 {
        let what = format!("halves of characters were replaced in {halves} places");
        site.notes.push((name, Note::changed(what)));
    }
    Ok((site, texts))
}

/// Maximum size of an export in bytes: unlike one of WordPress, it has to be in memory as a whole.
const LARGEST: u64 = 1_000_000_000;

const REMEDY: &str = "export the content in Ghost under Settings, Migration tools, Export";

fn sort_in(mut data: Data, calendar: &Calendar) -> (OldSite, Box<dyn OldTexts>) {
    let mut site = OldSite { feed: String::from("rss/"), ..OldSite::default() };
    for user in &data.users {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (slug, email) = (text(&user.slug), text(&user.email));
        let name = public_name(&text(&user.name), &[&slug, &email]).unwrap_or_default();
        let bio = without_addresses(&plain_text(&text(&user.bio)), "");
        let page = (!slug.is_empty()).then(|| format!("/author/{slug}/"));
        site.authors.push(OldAuthor { key: user.id.0.clone(), name, bio, page });
    }
    left_out(&data, &mut site);
    let mut texts = Vec::new();
    let posts = std::mem::take(&mut data.posts);
    let labels = Labels::of(&data);
    for mut post in posts {
        let title = plain_text(post.title.as_deref().unwrap_or_default());
        if post.is_page() {
            let what = format!("a page of the old site, /{}/, was not imported", post.slug.unwrap_or_default());
            site.notes.push((title, Note::left_out(what)));
            continue;
        }
        let html = post.html.take();
        site.stories.push(story(&post, title, html.as_deref(), &labels, calendar));
        texts.push(OldText { html: html.unwrap_or_default(), ..OldText::default() });
    }
    site.lists = lists(&site);
    (site, Box::new(GhostTexts(texts)))
}

/// Tables of rows that belong to other tables, or that Ghost keeps for itself.
const INTERNAL: [&str; 12] = [
    "posts_products",
    "roles",
    "roles_users",
    "permissions",
    "permissions_roles",
    "permissions_users",
    "migrations",
    "settings",
    "benefits",
    "products_benefits",
    "custom_theme_settings",
    "posts_products_benefits",
];

/// Lists what cannot be imported: internal tags, descriptions of tags, and all other tables, without their rows.
fn left_out(data: &Data, site: &mut OldSite) {
    let name = |tag: &Tag| plain_text(tag.name.as_deref().unwrap_or_default());
    let is_internal = |tag: &&Tag| tag.visibility.as_deref() == Some("internal") || name(tag).starts_with('#');
    let internal: Vec<String> = data.tags.iter().filter(is_internal).map(name).collect();
    let described = |tag: &&Tag| tag.description.as_ref().is_some_and(|text| !text.trim().is_empty());
    let described: Vec<String> = data.tags.iter().filter(described).map(name).collect();
    for (kind, names) in [("internal tags", internal), ("descriptions of tags", described)] {
        if !names.is_empty() {
            site.strangers.insert(String::from(kind), names);
        }
    }
    for (table, count) in data.others.iter().filter(|(table, _)| !INTERNAL.contains(&table.as_str())) {
        if *count > 0 {
            site.strangers.insert(table.replace('_', " "), vec![String::new(); *count]);
        }
    }
}

/// The old paths of feeds, tags and authors.
fn lists(site: &OldSite) -> Vec<(String, OldList)> {
    let mut lists = BTreeMap::from([(String::from("/rss/"), OldList::All)]);
    for label in site.stories.iter().flat_map(|story| &story.categories) {
        lists.entry(format!("/tag/{}/", label.slug)).or_insert_with(|| OldList::Label(label.clone()));
    }
    for author in site.authors.iter().filter(|author| !author.name.is_empty()) {
        let page = author.page.iter().map(|page| (page.clone(), OldList::Author(author.key.clone())));
        lists.extend(page);
    }
    lists.into_iter().collect()
}

/// Tags, authors and metadata of posts, by post id.
struct Labels {
    tags: HashMap<String, Vec<Label>>,
    /// Languages that internal tags such as `#uk` name.
    languages: HashMap<String, String>,
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
        let named = data.tags.iter().filter_map(|tag| {
            let language = languages::language(tag.name.as_deref().unwrap_or_default())?;
            Some((tag.id.0.as_str(), language))
        });
        let named: HashMap<&str, String> = named.collect();
        let languages = data
            .posts_tags
            .iter()
            .filter_map(|link| Some((link.post_id.0.clone(), named.get(link.tag_id.0.as_str())?.clone())));
        let languages = languages.collect();
        let mut authors: HashMap<String, Vec<(i64, String)>> = HashMap::new();
        for link in &data.posts_authors {
            let order = link.sort_order.unwrap_or_default();
            authors.entry(link.post_id.0.clone()).or_default().push((order, link.author_id.0.clone()));
        }
        let metas = data.posts_meta.iter().map(|meta| (meta.post_id.0.clone(), meta.clone()));
        Labels { tags: in_order(of_posts), languages, authors: in_order(authors), metas: metas.collect() }
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
        notes.push(Note::changed(format!("it was for some readers only ({visibility}), so it is now a draft")));
    }
    if status == "scheduled" {
        notes.push(Note::changed("it was scheduled: it will appear in the first edition after its date"));
    }
    if status == "sent" {
        notes.push(Note::changed("it was sent by email only, so it is now a draft"));
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
    let excerpt = plain_text(post.custom_excerpt.as_deref().unwrap_or_default());
    let description = if excerpt.is_empty() { text(&post.meta_description, &meta.meta_description) } else { excerpt };
    if let Some(address) = post.canonical_url.as_ref().filter(|address| !address.trim().is_empty()) {
        notes.push(Note::left_out(format!("it named {} as its main address, which was left out", address.trim())));
    }
    let has_code = |code: &Option<String>| code.as_ref().is_some_and(|code| !code.trim().is_empty());
    if has_code(&post.codeinjection_head) || has_code(&post.codeinjection_foot) {
        notes.push(Note::left_out("code that was injected into its page was left out"));
    }
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
        language: labels.languages.get(&id).cloned(),
        versions: None,
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
