//! TOML with the lines of its keys.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Value;
use crate::calendar::Calendar;
use crate::lined::Lined;
use crate::notes::Notes;

/// See [`Value::from_toml`].
pub fn read(text: &str, first_line: u32, notes: &mut Notes) -> Option<Value> {
    let lines = Lines::of(text, first_line);
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let line = error.span().map_or(first_line, |span| lines.at(span.start));
        let what = format!("this is no TOML: {}", error.message());
        let date = error.message().contains("date") || error.message().contains("time");
        let remedy = if date { Calendar::FORMS } else { "write it as key = \"value\", with every text between quotes" };
        notes.note(line, what, remedy);
    }
    errors.is_empty().then(|| lines.table(table.into_inner()))
}

/// Where the lines of a text start.
struct Lines {
    first: u32,
    starts: Vec<usize>,
}

impl Lines {
    fn of(text: &str, first: u32) -> Lines {
        Lines { first, starts: text.match_indices('\n').map(|(index, _)| index + 1).collect() }
    }

    fn at(&self, offset: usize) -> u32 {
        let before = self.starts.partition_point(|start| *start <= offset);
        self.first + u32::try_from(before).unwrap_or_default()
    }

    fn table(&self, table: DeTable<'_>) -> Value {
        let entries = table.into_iter().map(|(key, value)| {
            let line = self.at(key.span().start);
            // A table's own span can start after the line its name stands in.
            let value = Lined::new(line, self.value(value).value);
            (Lined::new(line, key.into_inner().into_owned()), value)
        });
        Value::Table(entries.collect())
    }

    fn value(&self, value: Spanned<DeValue<'_>>) -> Lined<Value> {
        let line = self.at(value.span().start);
        let value = match value.into_inner() {
            DeValue::String(text) => Value::Text(text.into_owned()),
            DeValue::Integer(number) => Value::Number(number.to_string()),
            DeValue::Float(number) => Value::Number(number.to_string()),
            DeValue::Boolean(flag) => Value::Flag(flag),
            DeValue::Datetime(date) => Value::Date(date.to_string()),
            DeValue::Array(items) => Value::List(items.into_iter().map(|item| self.value(item)).collect()),
            DeValue::Table(table) => self.table(table),
        };
        Lined::new(line, value)
    }
}
