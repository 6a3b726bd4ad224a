//! The front matter of a story.

mod correction_entry;
pub mod foreign;
mod picture_entry;
pub mod slug;
mod topic;
pub mod unheeded;

use jiff::ZonedDateTime;
use journal::route::Route;

pub use correction_entry::CorrectionEntry;
pub use picture_entry::PictureEntry;

use super::alias::{alias, story_at};
use super::keys::fields::{Fields, Strangers};
use super::keys::lined::Lined;
use super::keys::value::Value;
use super::shown::shown;
use super::site_file::SiteFile;
use super::story_file::StoryFile;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::locale::calendar::Calendar;
use crate::locale::language::Language;
use foreign::ForeignKeys;
use topic::Topic;
use unheeded::Publication;

/// The front matter of a story. If it has errors, this is what could be read.
#[derive(Debug)]
pub struct FrontMatter {
    /// The headline, or the line where it is left empty: the story is then called by its first words.
    pub title: Result<String, u32>,
    /// When the story was published.
    pub date: Option<ZonedDateTime>,
    /// The last part of its address.
    pub slug: String,
    /// The time before which it is not published, even if its date has come.
    pub publish: Option<ZonedDateTime>,
    /// The time from which on it is not published.
    pub expires: Option<ZonedDateTime>,
    /// When it was last changed.
    pub updated: Option<ZonedDateTime>,
    /// The description for cards, feeds and search engines.
    pub description: Option<String>,
    /// The sentence under the headline.
    pub standfirst: Option<String>,
    /// Its authors, by slug or by name.
    pub authors: Vec<Lined<String>>,
    /// Its tags as slugs, such as `black-sea`, without duplicates.
    pub tags: Vec<String>,
    /// Its former addresses, as paths of this site.
    pub aliases: Vec<Lined<String>>,
    /// The story that it is a translation of.
    pub translation_of: Option<Lined<Route>>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether it is proposed as the lead of the front page.
    pub lead: bool,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// The lead picture.
    pub picture: Option<PictureEntry>,
    /// Its corrections, in the order of the file.
    pub corrections: Vec<CorrectionEntry>,
}

impl FrontMatter {
    /// Reads the keys of the story in `file` and notes each error. For a draft, whose other keys are not checked, returns
    /// only the last part of its address, unless drafts are included.
    pub fn read(
        mut fields: Fields,
        file: &StoryFile,
        site: &SiteFile,
        (now, drafts): (&ZonedDateTime, bool),
        notes: &mut Notes,
    ) -> Result<FrontMatter, String> {
        let calendar = &site.calendar;
        let draft = fields.flag("draft", notes) || ForeignKeys::are_of_draft(&fields);
        let (date, slug) = date_and_slug(&mut fields, file, calendar, draft && !drafts, notes);
        if draft && !drafts {
            return Err(slug);
        }
        let title = title(&mut fields, notes);
        let publish = own_date(&mut fields, "publish", calendar, notes);
        let expires = own_date(&mut fields, "expires", calendar, notes);
        let updated = updated(&mut fields, date.as_ref(), calendar, notes);
        let noted = notes.count();
        let authors = fields.texts("authors", notes);
        let had_mistake = notes.count() > noted;
        let language = fields.text("language", notes);
        let tags = fields.texts("tags", notes);
        let aliases = aliases(&mut fields, &file.section, notes);
        let mut foreign = ForeignKeys::take(&mut fields, calendar, notes);
        let authors = if authors.is_empty() { std::mem::take(&mut foreign.authors) } else { authors };
        if authors.is_empty() && !had_mistake {
            let remedy = "add a line such as authors = [\"city-desk\"], with the name of a file in authors/";
            fields.missing("authors", remedy, notes);
        }
        let language = self::language(language.or(foreign.language.take()), file, notes);
        let route = file.route(&slug);
        let spoken = language.as_deref().unwrap_or(&site.language);
        unheeded::note(&mut fields, &Publication { route: &route, language: spoken, now, calendar }, notes);
        let (publish, expires) = term(publish, expires, &mut foreign, date.as_ref(), notes);
        let changed = foreign.changed.take().filter(|changed| date.as_ref().is_some_and(|date| changed > date));
        let matter = FrontMatter {
            title,
            date: date.or_else(|| publish.clone()),
            slug,
            publish,
            expires,
            updated: updated.or(changed),
            description: shown(&mut fields, "description", notes).map(|text| text.value),
            standfirst: shown(&mut fields, "standfirst", notes).map(|text| text.value),
            authors,
            tags: self::tags(tags, foreign.tags, (&file.section, site), notes),
            aliases: with_addresses(aliases, foreign.addresses, &route),
            translation_of: translation_of(&mut fields, file, notes),
            draft,
            lead: fields.flag("lead", notes),
            language,
            picture: PictureEntry::read(&mut fields, notes),
            corrections: CorrectionEntry::read_all(&mut fields, calendar, notes),
        };
        fields.finish(Strangers::ArePassedOver, notes);
        Ok(matter)
    }
}

fn title(fields: &mut Fields, notes: &mut Notes) -> Result<String, u32> {
    if let Some(line) = fields.empty("title") {
        fields.take("title");
        return Err(line);
    }
    let example = "title = \"The headline\", or title = \"\" to call the story by its first words";
    let noted = notes.count();
    let title = shown(fields, "title", notes);
    if title.is_none() && notes.count() == noted {
        fields.missing("title", format!("add a line such as {example}"), notes);
    }
    Ok(title.map(|title| title.value).unwrap_or_default())
}

/// The date, and the last part of the address, which both may come from the name of the file. Neither date nor mistakes
/// of a draft that is `kept_back` matter.
fn date_and_slug(
    fields: &mut Fields,
    file: &StoryFile,
    calendar: &Calendar,
    kept_back: bool,
    notes: &mut Notes,
) -> (Option<ZonedDateTime>, String) {
    let slug = slug::slug(fields, file, notes);
    if kept_back {
        return (None, slug);
    }
    let date = match (fields.take("date"), file.dated_name()) {
        (Some(found), _) => date(&found, "date", calendar, notes),
        (None, Some((day, _))) => calendar.read(day),
        (None, None) => {
            if !fields.any(|key| matches!(Topic::of(key), Some(Topic::Embargo | Topic::Published))) {
                fields.missing("date", "add a line such as date = 2024-10-11T14:05:00", notes);
            }
            None
        }
    };
    (date, slug)
}

fn own_date(fields: &mut Fields, key: &'static str, calendar: &Calendar, notes: &mut Notes) -> Option<Lined<ZonedDateTime>> {
    let found = fields.take(key)?;
    // `publish: true` of other programs.
    if matches!(found.value, Value::Flag(_)) {
        return None;
    }
    Some(Lined::new(found.line, date(&found, key, calendar, notes)?))
}

/// The times between which the story is published, of press's own keys or else of another program's.
fn term(
    publish: Option<Lined<ZonedDateTime>>,
    expires: Option<Lined<ZonedDateTime>>,
    foreign: &mut ForeignKeys,
    date: Option<&ZonedDateTime>,
    notes: &mut Notes,
) -> (Option<ZonedDateTime>, Option<ZonedDateTime>) {
    let publish = publish.or(foreign.publish.take()).map(|publish| publish.value);
    let expires = expires.or(foreign.expires.take());
    let begin = publish.as_ref().into_iter().chain(date).max_by_key(|time| time.timestamp());
    if let (Some(begin), Some(end)) = (begin, &expires)
        && end.value <= *begin
    {
        let what = message!("the story expires before it is published, so it would never be").about("expires");
        notes.note(end.line, what, "write a later time, or draft = true to hold the story back");
    }
    (publish, expires.map(|expires| expires.value))
}

/// Reads a value as a date; returns none, with a note, if it is not a date.
fn date(found: &Lined<Value>, key: &str, calendar: &Calendar, notes: &mut Notes) -> Option<ZonedDateTime> {
    let read = match &found.value {
        Value::Text(text) | Value::Date(text) => calendar.read(text),
        _ => None,
    };
    if read.is_none() {
        let what = match &found.value {
            Value::Text(text) | Value::Date(text) | Value::Number(text) => {
                message!("{key} \"{text}\" is not a date").about(key)
            }
            other => message!("{key} is {}, not a date", other.kind()).about(key),
        };
        notes.note(found.line, what, Calendar::FORMS);
    }
    read
}

fn updated(
    fields: &mut Fields,
    published: Option<&ZonedDateTime>,
    calendar: &Calendar,
    notes: &mut Notes,
) -> Option<ZonedDateTime> {
    let found = fields.take("updated")?;
    let time = date(&found, "updated", calendar, notes)?;
    if published.is_some_and(|published| time < *published) {
        notes.note(found.line, "updated is earlier than date", "correct one of the two");
    }
    Some(time)
}

/// Reads the tags as slugs: `Black Sea` becomes `black-sea`. Of another program's tags and categories, the section
/// itself is left out.
fn tags(
    own: Vec<Lined<String>>,
    foreign: Vec<Lined<String>>,
    (section, site): (&str, &SiteFile),
    notes: &mut Notes,
) -> Vec<String> {
    let is_section = |tag: &Lined<String>| {
        let name = site.section(section).map(|section| section.name.to_lowercase());
        tag.value.eq_ignore_ascii_case(section) || name == Some(tag.value.to_lowercase())
    };
    let mut tags = Vec::new();
    for found in own.into_iter().chain(foreign.into_iter().filter(|tag| !is_section(tag))) {
        let tag = site.tag(&found.value);
        if !Route::is_slug(&tag) || tag == "page" {
            let what = message!("tag \"{}\" is not valid in an address", found.value);
            let remedy =
                "write letters a to z and digits, with single hyphens between words, or name it in [tags] of site.toml";
            notes.note(found.line, what, remedy);
        } else if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// The aliases, and the addresses that the story has in another program, without its own.
fn with_addresses(mut aliases: Vec<Lined<String>>, addresses: Vec<Lined<String>>, route: &Route) -> Vec<Lined<String>> {
    let own = route.path();
    for address in addresses {
        if address.value != own && aliases.iter().all(|alias| alias.value != address.value) {
            aliases.push(address);
        }
    }
    aliases
}

fn aliases(fields: &mut Fields, section: &str, notes: &mut Notes) -> Vec<Lined<String>> {
    let mut aliases: Vec<Lined<String>> = Vec::new();
    for found in fields.texts("aliases", notes) {
        match alias(&found.value, section) {
            Some(path) if aliases.iter().any(|alias| alias.value == path) => {
                notes.note(found.line, message!("the alias {path} is given twice"), "leave one of the two");
            }
            Some(path) => aliases.push(Lined::new(found.line, path)),
            None => {
                let what = message!("alias \"{}\" is not a path of this site", found.value);
                notes.note(found.line, what, "write a former address of the story, such as /history/old-name/");
            }
        }
    }
    aliases
}

fn translation_of(fields: &mut Fields, file: &StoryFile, notes: &mut Notes) -> Option<Lined<Route>> {
    let Some(found) = fields.text("translation_of", notes) else {
        let original = file.translation.as_ref()?.original.as_ref()?;
        return Some(Lined::new(1, file.route(original)));
    };
    let path = format!("/{}/", found.value.trim_matches('/'));
    let story = story_at(&path);
    if story.is_none() {
        let what = message!("translation_of \"{}\" is not the address of a story", found.value);
        notes.note(found.line, what, "write the address of the original, such as /history/potemkin-stairs/");
    }
    story.map(|story| Lined::new(found.line, story))
}

/// The language that the front matter names, or else the name of the file.
fn language(found: Option<Lined<String>>, file: &StoryFile, notes: &mut Notes) -> Option<String> {
    let Some(found) = found else { return file.translation.as_ref().map(|named| named.language.clone()) };
    if !Language::is_tag(&found.value) {
        let what = message!("language \"{}\" is not a language tag", found.value);
        notes.note(found.line, what, "write a BCP 47 tag such as en, uk or en-GB");
    }
    Some(found.value)
}
