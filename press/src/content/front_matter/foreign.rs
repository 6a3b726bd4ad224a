//! Keys of other programs that press obeys, so that their files are published as their authors meant them. Those that
//! it does not obey are mistakes: see `unheeded`.

use jiff::ZonedDateTime;

use super::topic::Topic;
use crate::content::alias::alias;
use crate::content::keys::fields::{Fields, items_of};
use crate::content::keys::lined::Lined;
use crate::content::keys::value::Value;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::locale::calendar::Calendar;

/// What the keys of other programs say about a story.
#[derive(Debug, Default)]
pub struct ForeignKeys {
    /// The latest date before which it is not to be published.
    pub publish: Option<Lined<ZonedDateTime>>,
    /// The earliest date from which on it is not to be published.
    pub expires: Option<Lined<ZonedDateTime>>,
    /// The latest date on which it was changed.
    pub changed: Option<ZonedDateTime>,
    /// Its language.
    pub language: Option<Lined<String>>,
    /// Former addresses, and addresses that it has there, as paths of this site.
    pub addresses: Vec<Lined<String>>,
    /// Its authors, by name or slug.
    pub authors: Vec<Lined<String>>,
    /// Its categories and tags, as written.
    pub tags: Vec<Lined<String>>,
}

impl ForeignKeys {
    /// Whether a key of another program holds the story back: `published: false`.
    pub fn are_of_draft(fields: &Fields) -> bool {
        ["published", "publish"].iter().any(|key| fields.peek(key).and_then(as_flag) == Some(false))
    }

    /// Takes the keys that press obeys. press's own keys must have been read.
    pub fn take(fields: &mut Fields, calendar: &Calendar, notes: &mut Notes) -> ForeignKeys {
        let mut keys = ForeignKeys::default();
        for (key, value) in fields.take_others(|key| Topic::of(key).is_some_and(is_obeyed)) {
            let Some(topic) = Topic::of(&key.value) else { continue };
            keys.obey(topic, &key.value, value, calendar, notes);
        }
        keys
    }

    fn obey(&mut self, topic: Topic, key: &str, value: Lined<Value>, calendar: &Calendar, notes: &mut Notes) {
        let line = value.line;
        let date = |notes: &mut Notes| super::date(&value, key, calendar, notes);
        match topic {
            Topic::Embargo => self.not_before(line, date(notes)),
            // A date in Hugo, a flag in Jekyll.
            Topic::Published if as_flag(&value.value).is_none() => self.not_before(line, date(notes)),
            Topic::Expiry => {
                let date = date(notes).map(|date| Lined::new(line, date));
                self.expires =
                    [self.expires.take(), date].into_iter().flatten().min_by_key(|date| date.value.timestamp());
            }
            Topic::Changed => {
                self.changed =
                    [self.changed.take(), date(notes)].into_iter().flatten().max_by_key(ZonedDateTime::timestamp);
            }
            Topic::Language => self.language = texts(value, key, notes).pop(),
            Topic::Former | Topic::Address => {
                for written in texts(value, key, notes) {
                    self.address(&written, key, notes);
                }
            }
            Topic::Author => self.authors.extend(texts(value, key, notes)),
            Topic::Category => self.tags.extend(texts(value, key, notes)),
            Topic::Taxonomies => self.taxonomies(value.value, notes),
            _ => {}
        }
    }

    fn not_before(&mut self, line: u32, date: Option<ZonedDateTime>) {
        let date = date.map(|date| Lined::new(line, date));
        self.publish = [self.publish.take(), date].into_iter().flatten().max_by_key(|date| date.value.timestamp());
    }

    /// Adds an address that the story has or had there.
    fn address(&mut self, written: &Lined<String>, key: &str, notes: &mut Notes) {
        let text = written.value.trim();
        let path = if text.starts_with('/') { String::from(text) } else { ["/", text].concat() };
        match alias(&path, "").filter(|_| !text.contains(':')) {
            Some(path) => self.addresses.push(Lined::new(written.line, path)),
            None => {
                let what = message!("{key} \"{text}\" is not a path of this site").about(key);
                notes.note(
                    written.line,
                    what,
                    "write an address of the story, such as /history/old-name/, or leave it out",
                );
            }
        }
    }

    /// Zola's table of tags, categories and authors.
    fn taxonomies(&mut self, value: Value, notes: &mut Notes) {
        let Value::Table(entries) = value else { return };
        for (key, value) in entries {
            match key.value.to_ascii_lowercase().as_str() {
                "tags" | "categories" => self.tags.extend(texts(value, &key.value, notes)),
                "authors" | "author" => self.authors.extend(texts(value, &key.value, notes)),
                _ => {}
            }
        }
    }
}

/// A value that means true or false, in YAML's words.
pub fn as_flag(value: &Value) -> Option<bool> {
    let text = match value {
        Value::Flag(flag) => return Some(*flag),
        Value::Text(text) | Value::Number(text) => text.trim(),
        _ => return None,
    };
    let is_among = |words: [&str; 4]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is_among(["true", "yes", "on", "1"]) {
        Some(true)
    } else if is_among(["false", "no", "off", "0"]) {
        Some(false)
    } else {
        None
    }
}

/// Whether press obeys the keys of a topic in a story.
fn is_obeyed(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::Embargo
            | Topic::Published
            | Topic::Expiry
            | Topic::Changed
            | Topic::Language
            | Topic::Former
            | Topic::Address
            | Topic::Author
            | Topic::Category
            | Topic::Taxonomies
    )
}

/// The texts of a list, or a text alone; the name of a table that has one.
fn texts(value: Lined<Value>, key: &str, notes: &mut Notes) -> Vec<Lined<String>> {
    let items = items_of(value, key, notes);
    let mut texts = Vec::new();
    for Lined { line, value } in items {
        match value {
            Value::Text(text) | Value::Number(text) | Value::Date(text) => {
                texts.push(Lined::new(line, String::from(text.trim())));
            }
            Value::Table(entries) => {
                let name = entries.into_iter().find(|(key, _)| key.value.eq_ignore_ascii_case("name"));
                match name.map(|(_, value)| value.value) {
                    Some(Value::Text(name)) => texts.push(Lined::new(line, name)),
                    _ => note_kind(line, key, "a table without a name", notes),
                }
            }
            Value::Nothing => {}
            other => note_kind(line, key, other.kind(), notes),
        }
    }
    texts.retain(|text| !text.value.is_empty());
    texts
}

fn note_kind(line: u32, key: &str, kind: &str, notes: &mut Notes) {
    notes.note(line, message!("{key} is {kind}, not text").about(key), "write text between quotes");
}
