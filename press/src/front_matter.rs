//! What the front matter of a story says.

mod correction_entry;
mod picture_entry;

use jiff::ZonedDateTime;
use journal::route::Route;

pub use correction_entry::CorrectionEntry;
pub use picture_entry::PictureEntry;

use crate::calendar::Calendar;
use crate::fields::{Fields, Strangers};
use crate::language::Language;
use crate::lined::Lined;
use crate::notes::Notes;
use crate::tag::tag;
use crate::value::Value;

/// What the front matter of a story says. After a mistake it holds what could be read.
#[derive(Debug)]
pub struct FrontMatter {
    /// The headline.
    pub title: String,
    /// When the story was published.
    pub date: Option<ZonedDateTime>,
    /// When it was last changed.
    pub updated: Option<ZonedDateTime>,
    /// For cards and search engines.
    pub description: Option<String>,
    /// The sentence under the headline.
    pub standfirst: Option<String>,
    /// Slugs.
    pub authors: Vec<Lined<String>>,
    /// Each once, as a part of an address: `black-sea`.
    pub tags: Vec<String>,
    /// Whether the story wants to lead the front page.
    pub lead: bool,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// The lead picture.
    pub picture: Option<PictureEntry>,
    /// As written.
    pub corrections: Vec<CorrectionEntry>,
}

impl FrontMatter {
    /// Reads the keys of a story and notes each mistake. None for a draft, whose other keys may still be anything.
    pub fn read(mut fields: Fields, calendar: &Calendar, notes: &mut Notes) -> Option<FrontMatter> {
        if fields.flag("draft", notes) {
            return None;
        }
        let title = fields.needed_text("title", "title = \"The headline\"", notes);
        let date = needed_date(&mut fields, calendar, notes);
        let updated = updated(&mut fields, date.as_ref(), calendar, notes);
        let noted = notes.count();
        let authors = fields.texts("authors", notes);
        if authors.is_empty() && notes.count() == noted {
            let remedy = "add a line such as authors = [\"city-desk\"], with the name of a file in authors/";
            fields.missing("authors", remedy, notes);
        }
        let matter = FrontMatter {
            title: title.map(|title| title.value).unwrap_or_default(),
            date,
            updated,
            description: fields.text("description", notes).map(|text| text.value),
            standfirst: fields.text("standfirst", notes).map(|text| text.value),
            authors,
            tags: tags(&mut fields, notes),
            lead: fields.flag("lead", notes),
            language: language(&mut fields, notes),
            picture: PictureEntry::read(&mut fields, notes),
            corrections: CorrectionEntry::read_all(&mut fields, calendar, notes),
        };
        // Hugo's; nothing is made of it yet.
        fields.take("aliases");
        fields.finish(Strangers::ArePassedOver, notes);
        Some(matter)
    }
}

/// Reads `key` as a date; none, and a note, if it is none.
fn date(found: &Lined<Value>, key: &str, calendar: &Calendar, notes: &mut Notes) -> Option<ZonedDateTime> {
    let read = match &found.value {
        Value::Text(text) | Value::Date(text) => calendar.read(text),
        _ => None,
    };
    if read.is_none() {
        let what = match &found.value {
            Value::Text(text) | Value::Date(text) | Value::Number(text) => format!("{key} \"{text}\" is no date"),
            other => format!("{key} is {}, not a date", other.kind()),
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

/// Tags become parts of addresses: `Black Sea` is `black-sea`.
fn tags(fields: &mut Fields, notes: &mut Notes) -> Vec<String> {
    let mut tags = Vec::new();
    for found in fields.texts("tags", notes) {
        let tag = tag(&found.value);
        if !Route::is_slug(&tag) {
            let what = format!("tag \"{}\" cannot stand in an address", found.value);
            notes.note(found.line, what, "write letters a to z and digits, with single hyphens between words");
        } else if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

fn language(fields: &mut Fields, notes: &mut Notes) -> Option<String> {
    let found = fields.text("language", notes)?;
    if !Language::is_tag(&found.value) {
        let what = format!("language \"{}\" is no language tag", found.value);
        notes.note(found.line, what, "write a BCP 47 tag such as en, uk or en-GB");
    }
    Some(found.value)
}
