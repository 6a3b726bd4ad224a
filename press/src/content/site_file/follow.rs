//! `[follow]`: the newspaper's accounts elsewhere.

use journal::model::PageLink;
use url::Url;

use crate::content::keys::fields::Fields;
use crate::content::keys::value::Value;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;

/// Reads the table of addresses by name, in the order of their lines.
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
            _ if name.value.trim().is_empty() => {
                notes.note(name.line, "an account in [follow] has no name", REMEDY);
            }
            Value::Text(href) if is_page(&href) => {
                links.push(PageLink { label: name.value, href, language: None });
            }
            Value::Text(href) => {
                let what = message!("\"{href}\" is not the address of a page");
                notes.note(address.line, what, "write the full address, as in \"https://t.me/example\"");
            }
            other => {
                let what = message!("the address of \"{}\" is {}, not text", name.value, other.kind());
                notes.note(address.line, what, REMEDY);
            }
        }
    }
    links
}

fn is_page(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}
