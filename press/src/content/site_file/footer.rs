//! `[[footer]]`: the links in the footer of every page.

use journal::model::PageLink;

use crate::content::keys::fields::{Fields, Strangers};
use crate::content::keys::lined::Lined;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;

/// Reads all `[[footer]]` links. Links within the site are checked later, when all pages are known.
pub fn read(fields: &mut Fields, notes: &mut Notes) -> Vec<Lined<PageLink>> {
    let mut links = Vec::new();
    for table in fields.items("footer", notes) {
        let Some(mut keys) = Fields::of(table, "[[footer]]", notes) else { continue };
        let label = keys.needed_text("label", "label = \"Imprint\"", notes);
        let href = keys.needed_text("href", "href = \"/about/#imprint\"", notes);
        keys.finish(Strangers::AreMistakes, notes);
        let (Some(label), Some(href)) = (label, href) else { continue };
        if ["/", "https://", "http://", "mailto:", "tel:"].iter().any(|start| href.value.starts_with(start)) {
            links.push(Lined::new(href.line, PageLink { label: label.value, href: href.value, language: None }));
        } else {
            let what = message!("href \"{}\" is not an address", href.value);
            notes.note(href.line, what, "write a path of the site such as /about/, or a full address with https://");
        }
    }
    links
}
