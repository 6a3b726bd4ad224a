//! The value of a key, in TOML or YAML.

mod toml;
mod yaml;

use super::lined::Lined;
use crate::diagnostics::notes::Notes;
use yaml::Twice;

/// A value of a configuration file or of front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text. YAML has no dates, so they are text there.
    Text(String),
    /// A number, as written.
    Number(String),
    /// A TOML date, in the form that [`Calendar::read`](crate::locale::calendar::Calendar::read) accepts.
    Date(String),
    /// True or false.
    Flag(bool),
    /// A list of values.
    List(Vec<Lined<Value>>),
    /// A table of keys and values.
    Table(Vec<(Lined<String>, Lined<Value>)>),
    /// YAML's null, which is treated like a missing key.
    Nothing,
}

impl Value {
    /// Reads TOML that starts on line `first_line` of the file. Returns none, with a note for each error, if it is
    /// invalid.
    pub fn from_toml(text: &str, first_line: u32, notes: &mut Notes) -> Option<Value> {
        toml::read(text, first_line, notes)
    }

    /// Reads YAML that starts on line `first_line` of the file. Returns none, with a note, if it is invalid.
    pub fn from_yaml(text: &str, first_line: u32, notes: &mut Notes) -> Option<Value> {
        yaml::read(text, first_line, Twice::IsMistake, notes)
    }

    /// Reads another program's YAML, in which the last of several equal keys counts.
    pub fn from_lenient_yaml(text: &str, first_line: u32, notes: &mut Notes) -> Option<Value> {
        yaml::read(text, first_line, Twice::LastCounts, notes)
    }

    /// The kind of value, for error messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Text(_) => "text",
            Value::Number(_) => "a number",
            Value::Date(_) => "a date",
            Value::Flag(_) => "true or false",
            Value::List(_) => "a list",
            Value::Table(_) => "a table of keys",
            Value::Nothing => "nothing",
        }
    }
}
