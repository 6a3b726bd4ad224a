//! Reads the keys of a table one by one and notes errors.

use super::lined::Lined;
use super::value::Value;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::diagnostics::rule::Rule;
use crate::diagnostics::spelling;

/// How to treat keys that were not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strangers {
    /// Each is an error, since only press reads the file.
    AreMistakes,
    /// They may be another program's and are ignored, unless they look like a misspelling of one of press's keys.
    ArePassedOver,
}

/// The keys of a table. They are case-insensitive, as in Hugo.
#[derive(Debug)]
pub struct Fields {
    /// The line of the table.
    line: u32,
    entries: Vec<(Lined<String>, Lined<Value>)>,
    asked: Vec<&'static str>,
}

impl Fields {
    /// The keys of `table`; none, with a note, if it is not a table.
    pub fn of(table: Lined<Value>, name: &str, notes: &mut Notes) -> Option<Fields> {
        let line = table.line;
        match table.value {
            Value::Table(entries) => Some(Fields { line, entries, asked: Vec::new() }),
            other => {
                let what = message!("{name} is {}, not a table of keys", other.kind()).about(name);
                notes.note(line, what, format!("give {name} keys of its own, each with its value"));
                None
            }
        }
    }

    /// Takes the value of `key`, if present.
    pub fn take(&mut self, key: &'static str) -> Option<Lined<Value>> {
        self.asked.push(key);
        let place = self.entries.iter().position(|(name, _)| name.value.eq_ignore_ascii_case(key))?;
        let (_, value) = self.entries.remove(place);
        (value.value != Value::Nothing).then_some(value)
    }

    /// Takes a text, trimmed; none if it is missing or empty. Numbers and dates are accepted as written.
    pub fn text(&mut self, key: &'static str, notes: &mut Notes) -> Option<Lined<String>> {
        let found = self.take(key)?;
        let text = as_text(found, key, notes)?;
        (!text.value.is_empty()).then_some(text)
    }

    /// The line of `key` if its text is empty: `title = ""`.
    pub fn empty(&self, key: &str) -> Option<u32> {
        let is_empty = |value: &Value| matches!(value, Value::Text(text) if text.trim().is_empty());
        let found =
            self.entries.iter().find(|(name, value)| name.value.eq_ignore_ascii_case(key) && is_empty(&value.value));
        found.map(|(name, _)| name.line)
    }

    /// Whether a key that was not read fulfils a condition.
    pub fn any(&self, condition: impl Fn(&str) -> bool) -> bool {
        self.entries.iter().any(|(name, _)| condition(&name.value))
    }

    /// Whether `key` has a value.
    pub fn has(&self, key: &str) -> bool {
        self.peek(key).is_some_and(|value| *value != Value::Nothing)
    }

    /// The value of `key`, which stays there.
    pub fn peek(&self, key: &str) -> Option<&Value> {
        self.entries.iter().find(|(name, _)| name.value.eq_ignore_ascii_case(key)).map(|(_, value)| &value.value)
    }

    /// Takes a text that must be present and not empty.
    pub fn needed_text(&mut self, key: &'static str, example: &str, notes: &mut Notes) -> Option<Lined<String>> {
        let noted = notes.count();
        let found = self.text(key, notes);
        if found.is_none() && notes.count() == noted {
            self.missing(key, format!("add a line such as {example}"), notes);
        }
        found
    }

    /// Notes that a key is missing, unless there is a misspelling of it, which is noted anyway.
    pub fn missing(&self, key: &'static str, remedy: impl Into<String>, notes: &mut Notes) {
        self.missing_by(Rule::Mistake, key, remedy, notes);
    }

    /// Like [`Fields::missing`], for a key that a particular rule requires.
    pub fn missing_by(&self, rule: Rule, key: &'static str, remedy: impl Into<String>, notes: &mut Notes) {
        let misspelt = |name: &str| spelling::nearest(&name.to_ascii_lowercase(), [key]).is_some();
        if !self.entries.iter().any(|(name, _)| misspelt(&name.value)) {
            notes.note_by(rule, self.line, message!("{key} is missing").about(key), remedy);
        }
    }

    /// Takes a boolean; false if it is missing.
    pub fn flag(&mut self, key: &'static str, notes: &mut Notes) -> bool {
        match self.take(key) {
            None => false,
            Some(Lined { value: Value::Flag(flag), .. }) => flag,
            Some(other) => {
                let what = message!("{key} is {}, not true or false", other.value.kind()).about(key);
                notes.note(other.line, what, format!("write true or false without quotes, or leave {key} out"));
                false
            }
        }
    }

    /// Takes a list of texts; a single text is a list of one.
    pub fn texts(&mut self, key: &'static str, notes: &mut Notes) -> Vec<Lined<String>> {
        let items = self.items(key, notes);
        items.into_iter().filter_map(|item| as_text(item, key, notes)).filter(|text| !text.value.is_empty()).collect()
    }

    /// Takes a list; a single value is a list of one, a missing one an empty list.
    pub fn items(&mut self, key: &'static str, notes: &mut Notes) -> Vec<Lined<Value>> {
        self.take(key).map(|value| items_of(value, key, notes)).unwrap_or_default()
    }

    /// Takes the `wanted` keys among those that were not read, with their values, except empty ones.
    pub fn take_others(&mut self, wanted: impl Fn(&str) -> bool) -> Vec<(Lined<String>, Lined<Value>)> {
        let asked = &self.asked;
        let is_other = |key: &str| !asked.iter().any(|asked| asked.eq_ignore_ascii_case(key)) && wanted(key);
        let taken = self.entries.extract_if(.., |(key, _)| is_other(&key.value));
        let has_value = |value: &Value| !matches!(value, Value::Nothing) && *value != Value::Text(String::new());
        taken.filter(|(_, value)| has_value(&value.value)).collect()
    }

    /// Notes errors among the keys that were not read.
    pub fn finish(self, strangers: Strangers, notes: &mut Notes) {
        for (key, _) in &self.entries {
            let lower = key.value.to_ascii_lowercase();
            if self.asked.iter().any(|asked| *asked == lower) {
                notes.note(key.line, message!("{lower} is given twice").about(&lower), "leave one of the two");
                continue;
            }
            match spelling::nearest(&lower, self.asked.iter().copied()) {
                Some(meant) => {
                    notes.note(key.line, message!("unknown key \"{}\"", key.value), format!("did you mean {meant}?"));
                }
                None if strangers == Strangers::AreMistakes => {
                    let known = self.asked.join(", ");
                    notes.note(
                        key.line,
                        message!("unknown key \"{}\"", key.value),
                        format!("the keys here are {known}"),
                    );
                }
                None => {}
            }
        }
    }
}

/// The maximum number of items in a list.
const MOST_ITEMS: usize = 1_000;

/// The items of a list; a single value is a list of one. Of a list that is too long, only the first ones are read.
pub fn items_of(value: Lined<Value>, key: &str, notes: &mut Notes) -> Vec<Lined<Value>> {
    match value {
        Lined { value: Value::List(mut items), line } => {
            if items.len() > MOST_ITEMS {
                let what = message!("{key} has {} items, more than {MOST_ITEMS}", items.len()).about(key);
                notes.note(line, what, "keep those that matter");
                items.truncate(MOST_ITEMS);
            }
            items
        }
        alone => vec![alone],
    }
}

fn as_text(found: Lined<Value>, key: &str, notes: &mut Notes) -> Option<Lined<String>> {
    match found.value {
        Value::Text(text) | Value::Number(text) | Value::Date(text) => {
            Some(Lined::new(found.line, String::from(text.trim())))
        }
        other => {
            let what = message!("{key} is {}, not text", other.kind()).about(key);
            notes.note(found.line, what, "write text between quotes");
            None
        }
    }
}
