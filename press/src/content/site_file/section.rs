//! `[[sections]]`: the sections of the newspaper.

use journal::route::Route;

use crate::content::keys::fields::{Fields, Strangers};
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;

/// A section as `site.toml` describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionEntry {
    /// The first part of its stories' addresses, and the name of its folder.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What it is about, in a line.
    pub description: Option<String>,
    /// Its colour, as `#rrggbb`.
    pub colour: String,
}

/// Reads all `[[sections]]`. A section with an invalid slug is kept, so that its stories are not reported as well.
pub fn read(fields: &mut Fields, notes: &mut Notes) -> Vec<SectionEntry> {
    let mut sections: Vec<SectionEntry> = Vec::new();
    let tables = fields.items("sections", notes);
    if tables.is_empty() {
        let remedy = "add a table [[sections]] with slug, name and colour for each section";
        fields.missing("sections", remedy, notes);
    }
    for table in tables {
        let Some(mut keys) = Fields::of(table, "[[sections]]", notes) else { continue };
        let slug = keys.needed_text("slug", "slug = \"culture\"", notes);
        let name = keys.needed_text("name", "name = \"Culture\"", notes);
        let description = keys.text("description", notes).map(|description| description.value);
        let colour = colour(&mut keys, notes);
        if let Some(slug) = &slug {
            check_slug(slug.line, &slug.value, &sections, notes);
        }
        keys.finish(Strangers::AreMistakes, notes);
        if let (Some(slug), Some(name)) = (slug, name) {
            sections.push(SectionEntry { slug: slug.value, name: name.value, description, colour });
        }
    }
    sections
}

fn check_slug(line: u32, slug: &str, before: &[SectionEntry], notes: &mut Notes) {
    if Route::RESERVED.contains(&slug) {
        let what = message!("\"{slug}\" cannot name a section: addresses of the newspaper itself start with it");
        notes.note(line, what, format!("choose another slug, not one of {}", Route::RESERVED.join(", ")));
    } else if !Route::is_slug(slug) {
        let what = message!("\"{slug}\" is not valid in an address");
        notes.note(line, what, "write lower-case letters a to z and digits, with single hyphens between words");
    }
    if before.iter().any(|section| section.slug == slug) {
        notes.note(line, message!("there are two sections \"{slug}\""), "give one of them another slug");
    }
}

fn colour(keys: &mut Fields, notes: &mut Notes) -> String {
    let Some(found) = keys.needed_text("colour", "colour = \"#1d4e89\"", notes) else { return String::new() };
    let digits = found.value.strip_prefix('#').unwrap_or_default();
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        let what = message!("colour \"{}\" is not a colour", found.value);
        notes.note(found.line, what, "write # and six hexadecimal digits, such as #1d4e89");
    }
    found.value.to_ascii_lowercase()
}
