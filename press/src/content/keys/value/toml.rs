//! Reads TOML, keeping the line numbers of keys.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Value;
use crate::content::keys::lined::Lined;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::locale::calendar::Calendar;
use crate::locale::printable::printable;

/// See [`Value::from_toml`].
pub fn read(text: &str, first_line: u32, notes: &mut Notes) -> Option<Value> {
    let lines = Lines::of(text, first_line);
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let line = error.span().map_or(first_line, |span| lines.at(span.start));
        let what = message!("invalid TOML: {}", error.message());
        let date = error.message().contains("date") || error.message().contains("time");
        let remedy = if date { Calendar::FORMS } else { "write it as key = \"value\", with every text between quotes" };
        notes.note(line, what, remedy);
    }
    errors.is_empty().then(|| lines.table(table.into_inner()))
}

/// Converts byte offsets to line numbers.
struct Lines {
    first: u32,
    starts: Vec<usize>,
    /// The number of lines after the first.
    more: usize,
}

impl Lines {
    fn of(text: &str, first: u32) -> Lines {
        let starts = text.match_indices('\n').map(|(index, _)| index + 1).collect();
        Lines { first, starts, more: text.lines().count().saturating_sub(1) }
    }

    fn at(&self, offset: usize) -> u32 {
        // An error at the end of the text is reported on its last line.
        let before = self.starts.partition_point(|start| *start <= offset).min(self.more);
        self.first + u32::try_from(before).unwrap_or_default()
    }

    fn table(&self, table: DeTable<'_>) -> Value {
        let entries = table.into_iter().map(|(key, value)| {
            let line = self.at(key.span().start);
            // A table's own span can start after the line of its name.
            let value = Lined::new(line, self.value(value).value);
            (Lined::new(line, key.into_inner().into_owned()), value)
        });
        Value::Table(entries.collect())
    }

    fn value(&self, value: Spanned<DeValue<'_>>) -> Lined<Value> {
        let line = self.at(value.span().start);
        let value = match value.into_inner() {
            DeValue::String(text) => Value::Text(printable(text.into_owned())),
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

#[cfg(test)]
mod tests {
    use super::read;
    use crate::diagnostics::notes::Notes;

    #[test]
    fn an_error_at_the_end_is_reported_on_the_last_line() {
        for text in ["a = 1\nb = [", "a = 1\nb = [\n"] {
            let mut notes = Notes::on("site.toml");
            assert!(read(text, 1, &mut notes).is_none());
            let lines: Vec<Option<u32>> = notes.into_mistakes().iter().map(|mistake| mistake.line).collect();
            assert!(!lines.is_empty() && lines.iter().all(|line| *line == Some(2)), "{lines:?}");
        }
    }
}
