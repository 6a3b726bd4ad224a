//! The front matter of a story.

mod correction_entry;
mod embargo;
mod picture_entry;
mod topic;
pub mod unheeded;

use jiff::ZonedDateTime;
use journal::route::Route;

pub use correction_entry::CorrectionEntry;
pub use embargo::Embargo;
pub use picture_entry::PictureEntry;

use super::alias::{alias, story_at};
use super::keys::fields::{Fields, Strangers};
use super::keys::lined::Lined;
use super::keys::value::Value;
use super::site_file::SiteFile;
use super::story_file::StoryFile;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::locale::calendar::Calendar;
use crate::locale::language::Language;
use unheeded::Publication;

/// The front matter of a story. If it has errors, this is what could be read.
#[derive(Debug)]
pub struct FrontMatter {
    /// The headline, or the line where it is left empty: the story is then called by its first words.
    pub title: Result<String, u32>,
    /// When the story was published.
    pub date: Option<ZonedDateTime>,
    /// When it was last changed.
    pub updated: Option<ZonedDateTime>,
    /// The description for cards, feeds and search engines.
    pub description: Option<String>,
    /// The sentence under the headline.
    pub standfirst: Option<String>,
    /// The slugs of its authors.
    pub authors: Vec<Lined<String>>,
    /// Its tags as slugs, such as `black-sea`, without duplicates.
    pub tags: Vec<String>,
    /// Its former addresses, as paths of this site.
    pub aliases: Vec<Lined<String>>,
    /// A date before which another program would not publish it, if later than its date.
    pub embargo: Option<Embargo>,
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
    /// Reads the keys of the story in `file` and notes each error. Returns none for a draft, whose other keys are
    /// not checked, unless drafts are included.
    pub fn read(
        mut fields: Fields,
        file: &StoryFile,
        site: &SiteFile,
        (now, drafts): (&ZonedDateTime, bool),
        notes: &mut Notes,
    ) -> Option<FrontMatter> {
        let calendar = &site.calendar;
        let draft = fields.flag("draft", notes);
        if draft && !drafts {
            return None;
        }
        let title = if let Some(line) = fields.empty("title") {
            fields.take("title");
            Err(line)
        } else {
            let example = "title = \"The headline\", or title = \"\" to call the story by its first words";
            Ok(fields.needed_text("title", example, notes).map(|title| title.value).unwrap_or_default())
        };
        let date = needed_date(&mut fields, calendar, notes);
        let updated = updated(&mut fields, date.as_ref(), calendar, notes);
        let noted = notes.count();
        let authors = fields.texts("authors", notes);
        if authors.is_empty() && notes.count() == noted {
            let remedy = "add a line such as authors = [\"city-desk\"], with the name of a file in authors/";
            fields.missing("authors", remedy, notes);
        }
        let language = language(&mut fields, notes);
        let publication = Publication {
            route: &file.route(),
            date: date.as_ref(),
            updated: updated.as_ref(),
            language: language.as_deref().unwrap_or(&site.language),
            now,
            calendar,
        };
        let embargo = unheeded::note(&mut fields, &publication, notes);
        let matter = FrontMatter {
            title,
            date,
            updated,
            description: fields.text("description", notes).map(|text| text.value),
            standfirst: fields.text("standfirst", notes).map(|text| text.value),
            authors,
            tags: tags(&mut fields, site, notes),
            aliases: aliases(&mut fields, &file.section, notes),
            embargo,
            translation_of: translation_of(&mut fields, notes),
            draft,
            lead: fields.flag("lead", notes),
            language,
            picture: PictureEntry::read(&mut fields, notes),
            corrections: CorrectionEntry::read_all(&mut fields, calendar, notes),
        };
        fields.finish(Strangers::ArePassedOver, notes);
        Some(matter)
    }
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

fn needed_date(fields: &mut Fields, calendar: &Calendar, notes: &mut Notes) -> Option<ZonedDateTime> {
    match fields.take("date") {
        Some(found) => date(&found, "date", calendar, notes),
        None => {
            fields.missing("date", "add a line such as date = 2024-10-11T14:05:00", notes);
            None
        }
    }
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

/// Reads the tags as slugs: `Black Sea` becomes `black-sea`.
fn tags(fields: &mut Fields, site: &SiteFile, notes: &mut Notes) -> Vec<String> {
    let mut tags = Vec::new();
    for found in fields.texts("tags", notes) {
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

fn translation_of(fields: &mut Fields, notes: &mut Notes) -> Option<Lined<Route>> {
    let found = fields.text("translation_of", notes)?;
    let path = format!("/{}/", found.value.trim_matches('/'));
    let story = story_at(&path);
    if story.is_none() {
        let what = message!("translation_of \"{}\" is not the address of a story", found.value);
        notes.note(found.line, what, "write the address of the original, such as /history/potemkin-stairs/");
    }
    story.map(|story| Lined::new(found.line, story))
}

fn language(fields: &mut Fields, notes: &mut Notes) -> Option<String> {
    let found = fields.text("language", notes)?;
    if !Language::is_tag(&found.value) {
        let what = message!("language \"{}\" is not a language tag", found.value);
        notes.note(found.line, what, "write a BCP 47 tag such as en, uk or en-GB");
    }
    Some(found.value)
}
