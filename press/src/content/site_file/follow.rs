//! `[follow]`: the newspaper's accounts elsewhere.

use journal::model::PageLink;

use crate::content::keys::fields::Fields;
use crate::content::keys::value::Value;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;

/// Reads the table of addresses by name, in its order.
pub fn read(fields: &mut Fields, notes: &mut Notes) -> Vec<PageLink> {
    const REMEDY: &str = "give each account a line such as Telegram = \"https://t.me/example\"";
    let Some(table) = fields.take("follow") else { return Vec::new() };
    let Value::Table(mut entries) = table.value else {
        let what = message!("[follow] is {}, not a table of keys", table.value.kind());
        notes.note(table.line, what, REMEDY);
        return Vec::new();
    };
    entries.sort_by_key(|(name, _)| name.line);
    let mut links = Vec::new();
    for (name, address) in entries {
        match address.value {
            Value::Text(href) if ["https://", "http://"].iter().any(|start| href.starts_with(start)) => {
                links.push(PageLink { label: name.value, href, language: None });
            }
            Value::Text(href) => {
                let what = message!("\"{href}\" is not a full address");
                notes.note(address.line, what, "write one that begins with https://");
            }
            other => {
                let what = message!("the address of \"{}\" is {}, not text", name.value, other.kind());
                notes.note(address.line, what, REMEDY);
            }
        }
    }
    links
}
