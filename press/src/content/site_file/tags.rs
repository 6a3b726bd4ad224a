//! `[tags]`: the names of tags.

use std::collections::BTreeMap;

use journal::route::Route;

use crate::content::keys::fields::Fields;
use crate::content::keys::value::Value;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;

/// Reads the table of names by slug.
pub fn read(fields: &mut Fields, notes: &mut Notes) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let Some(table) = fields.take("tags") else { return names };
    let Value::Table(entries) = table.value else {
        let what = message!("[tags] is {}, not a table of keys", table.value.kind());
        notes.note(table.line, what, "give each tag a line such as black-sea = \"Black Sea\"");
        return names;
    };
    for (slug, name) in entries {
        if !Route::is_slug(&slug.value) || slug.value == "page" {
            let what = message!("tag \"{}\" is not valid in an address", slug.value);
            notes.note(slug.line, what, "write letters a to z and digits, with single hyphens between words");
        }
        match name.value {
            Value::Text(text) if !text.trim().is_empty() => _ = names.insert(slug.value, String::from(text.trim())),
            Value::Text(_) => {
                notes.note(name.line, message!("tag \"{}\" has no name", slug.value), "leave it out, or write one");
            }
            other => {
                let what = message!("the name of tag \"{}\" is {}, not text", slug.value, other.kind());
                notes.note(name.line, what, "write its name between quotes");
            }
        }
    }
    names
}
