//! `[redirects]`: addresses that lead to another page, such as the lists of the newspaper's previous site.

use std::collections::BTreeMap;

use crate::content::alias::alias;
use crate::content::keys::fields::Fields;
use crate::content::keys::lined::Lined;
use crate::content::keys::value::Value;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;

/// Reads the table of new addresses by old ones. Whether the new ones exist is checked when all pages are known.
pub fn read(fields: &mut Fields, notes: &mut Notes) -> BTreeMap<String, Lined<String>> {
    const REMEDY: &str = "give each address a line such as \"/category/news/\" = \"/news/\"";
    let mut redirects = BTreeMap::new();
    let Some(table) = fields.take("redirects") else { return redirects };
    let Value::Table(entries) = table.value else {
        let what = message!("[redirects] is {}, not a table of keys", table.value.kind());
        notes.note(table.line, what, REMEDY);
        return redirects;
    };
    for (from, to) in entries {
        let path = alias(&from.value, "").filter(|_| from.value.trim().starts_with('/'));
        let Some(path) = path else {
            let what = message!("\"{}\" is not a former address", from.value);
            notes.note(from.line, what, "write a path from the root, such as /category/news/");
            continue;
        };
        match to.value {
            Value::Text(to_path) if ["/", "https://", "http://"].iter().any(|start| to_path.starts_with(start)) => {
                if redirects.insert(path, Lined::new(from.line, to_path)).is_some() {
                    notes.note(
                        from.line,
                        message!("{} is redirected twice", from.value),
                        "remove one of the two lines",
                    );
                }
            }
            Value::Text(other) => {
                let what = message!("\"{other}\" is not an address");
                notes.note(to.line, what, "write a path of the site such as /news/, or a full address with https://");
            }
            other => {
                let what = message!("the new address of \"{}\" is {}, not text", from.value, other.kind());
                notes.note(to.line, what, REMEDY);
            }
        }
    }
    redirects
}
