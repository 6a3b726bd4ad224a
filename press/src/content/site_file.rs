//! `site.toml`: the newspaper's name, address, sections and settings.

mod address;
mod follow;
mod footer;
mod proof;
mod redirects;
mod section;
mod security;
mod share;
mod tags;
mod views;

use std::collections::BTreeMap;
use std::path::Path;

use journal::model::{Counter, Network, PageLink};

pub use section::SectionEntry;
pub use security::SecurityContact;

use super::folder::ContentFolder;
use super::keys::fields::{Fields, Strangers};
use super::keys::lined::Lined;
use super::keys::value::Value;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::message;
use crate::diagnostics::mistakes::Mistakes;
use crate::diagnostics::notes::Notes;
use crate::diagnostics::rule::Rule;
use crate::locale::calendar::Calendar;
use crate::locale::language::Language;

/// The settings of `site.toml`. If it has errors, this is what could be read, so that the stories can be checked as
/// well.
#[derive(Clone, Debug)]
pub struct SiteFile {
    /// The public address of the front page, without a trailing slash, from `base_url`.
    pub address: String,
    /// The newspaper's name.
    pub name: String,
    /// The line under the name.
    pub tagline: String,
    /// A sentence about the newspaper.
    pub description: String,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// What the breadcrumb calls the front page.
    pub home: Option<String>,
    /// Its time zone.
    pub calendar: Calendar,
    /// The number of stories on a list page, at least 1.
    pub page_size: usize,
    /// How many of the newest stories get a page; all of them if none.
    pub pressed_stories: Option<usize>,
    /// The address of the publisher's logo: a path of the site (`/icon-512.png`, without the site's base) or a full
    /// address.
    pub publisher_logo: Option<String>,
    /// The networks of the share panel, in order.
    pub share: Vec<Network>,
    /// The sections, in the order of the navigation.
    pub sections: Vec<SectionEntry>,
    /// The names of tags, by slug, where they differ from the words of the slug.
    pub tags: BTreeMap<String, String>,
    /// The counter service, if there is one.
    pub counter: Option<Counter>,
    /// How to report a security problem, if the newspaper says so.
    pub security: Option<SecurityContact>,
    /// The newspaper's accounts elsewhere, in order.
    pub follow: Vec<PageLink>,
    /// The links of the footer, in order.
    pub footer: Vec<Lined<PageLink>>,
    /// New addresses by old paths, besides the aliases of stories.
    pub redirects: BTreeMap<String, Lined<String>>,
    /// The rules that are switched off.
    pub proof_off: Vec<Rule>,
}

/// The default number of stories on a list page.
const PAGE_SIZE: usize = 8;

impl SiteFile {
    /// The file's name in the content folder.
    pub const NAME: &str = "site.toml";

    /// Its maximum size in bytes: tens of thousands of tags and redirects.
    pub const LARGEST: u64 = 10_000_000;

    /// Reads the file. Returns the settings and the errors found, or only errors if the file cannot be read as TOML.
    pub fn read(content: &ContentFolder) -> Result<(SiteFile, Vec<Diagnostic>), Vec<Diagnostic>> {
        let path = Path::new(SiteFile::NAME);
        let (text, _) = content.text_within(SiteFile::LARGEST, path).map_err(|mistake| vec![mistake])?;
        let mut notes = Notes::on(content.name(path));
        let table = Value::from_toml(&text, 1, &mut notes).map(|table| Lined::new(1, table));
        match table.and_then(|table| Fields::of(table, SiteFile::NAME, &mut notes)) {
            Some(fields) => Ok((SiteFile::from_fields(fields, &mut notes), notes.into_mistakes())),
            None => Err(notes.into_mistakes()),
        }
    }

    /// Reads `site.toml` for a command that needs all of it.
    ///
    /// # Errors
    /// The mistakes in it, if there is any.
    pub fn load(content: &ContentFolder) -> Result<SiteFile, Mistakes> {
        match SiteFile::read(content) {
            Ok((site, mistakes)) if mistakes.is_empty() => Ok(site),
            Ok((_, mistakes)) | Err(mistakes) => Err(Mistakes::of(mistakes)),
        }
    }

    /// The section `slug`, if there is one.
    pub fn section(&self, slug: &str) -> Option<&SectionEntry> {
        self.sections.iter().find(|section| section.slug == slug)
    }

    /// The name of the tag `slug`; for `city-history` without a name of its own, `City history`.
    pub fn tag_name(&self, slug: &str) -> String {
        let words = || {
            let mut letters = slug.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>().replace('-', " ")
        };
        self.tags.get(slug).cloned().unwrap_or_else(words)
    }

    /// The slug of a tag that an author has written as its name or as the words of its slug. The result need not be a
    /// valid slug.
    pub fn tag(&self, written: &str) -> String {
        let words: Vec<&str> = written.split([' ', '_']).filter(|word| !word.is_empty()).collect();
        let name = words.join(" ").to_lowercase();
        let known = self.tags.iter().find(|(_, known)| known.to_lowercase() == name);
        known.map_or_else(|| name.replace(' ', "-"), |(slug, _)| slug.clone())
    }

    fn from_fields(mut fields: Fields, notes: &mut Notes) -> SiteFile {
        let mut site = SiteFile {
            address: address::read(&mut fields, notes),
            name: needed(&mut fields, "name", "name = \"The Odessa Journal\"", notes),
            tagline: needed(&mut fields, "tagline", "tagline = \"News from the harbour\"", notes),
            description: needed(&mut fields, "description", "description = \"A newspaper from Odesa.\"", notes),
            language: language(&mut fields, notes),
            home: fields.text("home", notes).map(|home| home.value),
            calendar: calendar(&mut fields, notes),
            page_size: page_size(&mut fields, notes),
            pressed_stories: pressed_stories(&mut fields, notes),
            publisher_logo: logo(&mut fields, notes),
            share: share::read(&mut fields, notes),
            sections: section::read(&mut fields, notes),
            tags: tags::read(&mut fields, notes),
            counter: views::read(&mut fields, notes),
            security: None,
            follow: follow::read(&mut fields, notes),
            footer: footer::read(&mut fields, notes),
            redirects: redirects::read(&mut fields, notes),
            proof_off: proof::read(&mut fields, notes),
        };
        site.security = security::read(&mut fields, &site.calendar, notes);
        fields.finish(Strangers::AreMistakes, notes);
        site
    }
}

fn needed(fields: &mut Fields, key: &'static str, example: &str, notes: &mut Notes) -> String {
    fields.needed_text(key, example, notes).map(|text| text.value).unwrap_or_default()
}

fn language(fields: &mut Fields, notes: &mut Notes) -> String {
    let Some(tag) = fields.needed_text("language", "language = \"en\"", notes) else { return String::from("en") };
    if !Language::is_tag(&tag.value) {
        let what = message!("language \"{}\" is not a language tag", tag.value);
        notes.note(tag.line, what, "write a BCP 47 tag such as en, uk or en-GB");
    }
    tag.value
}

fn calendar(fields: &mut Fields, notes: &mut Notes) -> Calendar {
    let Some(zone) = fields.needed_text("time_zone", "time_zone = \"Europe/Kyiv\"", notes) else {
        return Calendar::utc();
    };
    Calendar::of(&zone.value).unwrap_or_else(|| {
        let what = message!("there is no time zone \"{}\"", zone.value);
        notes.note(zone.line, what, "write a name from the IANA time zone database, such as Europe/Kyiv");
        Calendar::utc()
    })
}

fn page_size(fields: &mut Fields, notes: &mut Notes) -> usize {
    let Some(found) = fields.take("page_size") else { return PAGE_SIZE };
    let size = match &found.value {
        Value::Number(number) => number.parse().ok().filter(|size| (1..=100).contains(size)),
        _ => None,
    };
    size.unwrap_or_else(|| {
        notes.note(found.line, "page_size is not a number from 1 to 100", format!("write page_size = {PAGE_SIZE}"));
        PAGE_SIZE
    })
}

fn pressed_stories(fields: &mut Fields, notes: &mut Notes) -> Option<usize> {
    let found = fields.take("pressed_stories")?;
    let number = match &found.value {
        Value::Number(number) => number.parse().ok().filter(|number| *number > 0),
        _ => None,
    };
    if number.is_none() {
        let what = "pressed_stories is not a number of at least 1";
        notes.note(found.line, what, "write how many stories get a page, or leave it out");
    }
    number
}

fn logo(fields: &mut Fields, notes: &mut Notes) -> Option<String> {
    let found = fields.text("publisher_logo", notes)?;
    if !found.value.starts_with('/') && !found.value.starts_with("https://") {
        let what = message!("publisher_logo \"{}\" is not an address", found.value);
        notes.note(found.line, what, "write a path of the site such as /icon-512.png, or an address with https://");
    }
    Some(found.value)
}
