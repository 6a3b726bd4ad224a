//! `base_url`: the public address of the front page.

use url::Url;

use crate::content::keys::fields::Fields;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;

/// Reads `base_url`, a full http or https address with its path prefix. Returns it without a trailing slash.
pub fn read(fields: &mut Fields, notes: &mut Notes) -> String {
    let example = "base_url = \"https://odessa-journal.example/\"";
    let Some(found) = fields.needed_text("base_url", example, notes) else { return String::new() };
    match Url::parse(&found.value) {
        Ok(url) if is_front_page(&url) => String::from(url.as_str().trim_end_matches('/')),
        _ => {
            let what = message!("base_url \"{}\" is not the address of a front page", found.value);
            notes.note(found.line, what, format!("write the full address, with nothing after the path: {example}"));
            String::new()
        }
    }
}

fn is_front_page(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
        && url.host().is_some()
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none()
}
