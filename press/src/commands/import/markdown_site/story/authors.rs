//! The authors of a text.

use super::SiteContext;
use crate::commands::import::markdown_site::bylines;
use crate::commands::import::markdown_site::html::words;
use crate::commands::import::markdown_site::keys::{Keys, text};
use crate::commands::import::note::Note;
use crate::commands::import::slug::slug;
use crate::commands::import::source::author::OldAuthor;
use crate::content::keys::value::Value;

impl SiteContext<'_> {
    /// The authors that the keys name; a note names each byline that cannot be a name.
    pub fn authors(&self, keys: &Keys, notes: &mut Vec<Note>) -> Vec<OldAuthor> {
        let mut authors: Vec<OldAuthor> = Vec::new();
        let places = [
            "author",
            "authors",
            "extra.author",
            "extra.authors",
            "params.author",
            "params.authors",
            "taxonomies.author",
            "taxonomies.authors",
            "byline",
        ];
        let values: Vec<&Value> = places.iter().filter_map(|place| keys.get(place)).collect();
        let items = values.iter().flat_map(|value| match value {
            Value::List(items) => items.iter().map(|item| &item.value).collect(),
            other => vec![*other],
        });
        for item in items {
            let (byline, bio) = match item {
                Value::Table(_) => {
                    let keys = Keys::of(item.clone());
                    (keys.text(&["name", "key", "id"]), keys.text(&["bio", "description"]).map(|bio| words(&bio)))
                }
                other => (text(other), None),
            };
            let Some(byline) = byline else { continue };
            let found = match self.known.find(&byline) {
                Some(known) => vec![OldAuthor { key: key_of(&known.name), ..known.clone() }],
                None => self.named(&byline, bio.unwrap_or_default()),
            };
            if found.is_empty() {
                notes.push(Note::left_out("its byline cannot be a name and was left out"));
            }
            for author in found {
                let is_known = |other: &OldAuthor| other.key == author.key;
                if !authors.iter().any(is_known) {
                    authors.push(author);
                }
            }
        }
        authors
    }

    fn named(&self, byline: &str, bio: String) -> Vec<OldAuthor> {
        let named = bylines::names(byline).into_iter().map(|named| match self.known.find(&named.name) {
            Some(known) => OldAuthor { key: key_of(&known.name), ..known.clone() },
            None => {
                let bio = if bio.is_empty() { named.role } else { bio.clone() };
                OldAuthor { key: key_of(&named.name), name: named.name, bio, ..OldAuthor::default() }
            }
        });
        named.collect()
    }
}

/// The key of an author: the same name with and without accents is that of the same person.
fn key_of(name: &str) -> String {
    slug(name).unwrap_or_else(|| name.to_lowercase())
}
