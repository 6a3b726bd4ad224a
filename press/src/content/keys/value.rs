//! What can stand behind a key, in TOML and YAML alike.

mod toml;
mod yaml;

use super::lined::Lined;
use crate::diagnostics::notes::Notes;

/// A value of a configuration file or of front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words. YAML has no dates: there they are words too.
    Text(String),
    /// Digits, as written.
    Number(String),
    /// A TOML date, as [`Calendar::read`](crate::locale::calendar::Calendar::read) takes it.
    Date(String),
    /// True or false.
    Flag(bool),
    /// Values one after the other.
    List(Vec<Lined<Value>>),
    /// Keys with their values.
    Table(Vec<(Lined<String>, Lined<Value>)>),
    /// YAML's nothing: the key might as well not be there.
    Nothing,
}

impl Value {
    /// Reads TOML that starts in line `first_line` of the file. None, and a note for each mistake, if it cannot be read.
    pub fn from_toml(text: &str, first_line: u32, notes: &mut Notes) -> Option<Value> {
        toml::read(text, first_line, notes)
    }

    /// Reads YAML that starts in line `first_line` of the file. None, and a note, if it cannot be read.
    pub fn from_yaml(text: &str, first_line: u32, notes: &mut Notes) -> Option<Value> {
        yaml::read(text, first_line, notes)
    }

    /// What it is, in words for a mistake.
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
