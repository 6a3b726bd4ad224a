//! Reads YAML, keeping the line numbers of keys.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{DuplicateKeyPolicy, Spanned};

use super::Value;
use crate::content::keys::lined::Lined;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::locale::printable::printable;

/// What a key means that is given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twice {
    /// It is an error.
    IsMistake,
    /// The last value counts.
    LastCounts,
}

/// The maximum number of values that aliases repeat. Values are at most 64 deep, which is the parser's own limit.
const MOST_REPEATED: usize = 10_000;

/// See [`Value::from_yaml`].
pub fn read(text: &str, first_line: u32, twice: Twice, notes: &mut Notes) -> Option<Value> {
    let duplicate_keys = match twice {
        Twice::IsMistake => DuplicateKeyPolicy::Error,
        Twice::LastCounts => DuplicateKeyPolicy::LastWins,
    };
    let alias_limits = serde_saphyr::alias_limits! { max_total_replayed_events: MOST_REPEATED };
    let options = serde_saphyr::options! {
        duplicate_keys: duplicate_keys, with_snippet: false, strict_booleans: true, alias_limits: alias_limits
    };
    match serde_saphyr::from_str_with_options::<Raw>(text, options) {
        Ok(raw) => Some(raw.lined(first_line)),
        Err(error) => {
            // An error at the end of the text is reported on its last line.
            let last = u64::try_from(text.lines().count()).unwrap_or(u64::MAX).max(1);
            let line = error.location().map_or(1, |location| location.line()).min(last);
            let message = error.without_snippet().to_string();
            // Drop its line number, which is relative to the front matter, and its advice, which is for programmers.
            let message = message.split([',', '\n']).next().unwrap_or_default();
            let message = message.split(" at line ").next().unwrap_or_default();
            let remedy = "write it as key: \"value\"; text with a colon or quotes in it needs quotes around it";
            notes.note(file_line(first_line, line), message!("invalid YAML: {message}"), remedy);
            None
        }
    }
}

fn file_line(first_line: u32, line: u64) -> u32 {
    first_line + u32::try_from(line).unwrap_or(1).saturating_sub(1)
}

/// A value as the YAML parser returns it, with line numbers relative to the front matter.
enum Raw {
    Plain(Value),
    List(Vec<Spanned<Raw>>),
    Table(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl Raw {
    fn lined(self, first_line: u32) -> Value {
        match self {
            Raw::Plain(value) => value,
            Raw::List(items) => Value::List(items.into_iter().map(|item| placed(item, first_line)).collect()),
            Raw::Table(entries) => Value::Table(
                entries
                    .into_iter()
                    .map(|(key, value)| {
                        let line = file_line(first_line, key.referenced.line());
                        (Lined::new(line, key.value), Lined::new(line, value.value.lined(first_line)))
                    })
                    .collect(),
            ),
        }
    }
}

fn placed(raw: Spanned<Raw>, first_line: u32) -> Lined<Value> {
    Lined::new(file_line(first_line, raw.referenced.line()), raw.value.lined(first_line))
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("keys with their values")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Raw, E> {
        Ok(Raw::Plain(Value::Flag(flag)))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Raw, E> {
        Ok(Raw::Plain(Value::Number(number.to_string())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Raw, E> {
        Ok(Raw::Plain(Value::Number(number.to_string())))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Raw, E> {
        Ok(Raw::Plain(Value::Number(number.to_string())))
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Plain(Value::Text(printable(text.into()))))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Plain(Value::Nothing))
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Plain(Value::Nothing))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut table = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            table.push(entry);
        }
        Ok(Raw::Table(table))
    }
}
