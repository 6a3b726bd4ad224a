//! What a Markdown site knows about its authors.

use super::html::words;
use super::keys::Keys;
use super::old_matter::{Kind, OldMatter, value};
use super::path_names::{split, stem};
use super::site_folder::SiteFolder;
use crate::commands::import::plain_text::in_one_line;
use crate::commands::import::source::author::OldAuthor;
use crate::content::keys::value::Value;

/// The authors that have data of their own, by the keys that texts use for them.
#[derive(Debug, Default)]
pub struct KnownAuthors(Vec<OldAuthor>);

/// Names of data files about authors, and of the folders that have a file for each.
const NAMES: [&str; 4] = ["authors", "author", "people", "team"];

impl KnownAuthors {
    /// Reads the data files about authors, such as `_data/authors.yml`, `data/authors/jane.toml` and
    /// `content/authors/jane/_index.md`, and the table `authors` of the configuration.
    pub fn of(folder: &SiteFolder, settings: &Keys) -> KnownAuthors {
        let mut known = KnownAuthors::default();
        if let Some(table @ Value::Table(_)) = settings.get("authors") {
            known.add_all(table);
        }
        for file in folder.files() {
            let (place, name) = split(file);
            let (stem, ending) = stem(name);
            let above = split(place).1;
            let is_data = place.split('/').any(|part| part == "data" || part == "_data");
            match Kind::of(name) {
                Some(kind) if is_data && (NAMES.contains(&stem) || NAMES.contains(&above)) => {
                    let Ok(read) = folder.text(file).and_then(|text| value(&text, kind, file, 1)) else { continue };
                    if NAMES.contains(&stem) {
                        known.add_all(&read);
                    } else {
                        known.add(stem, &Keys::of(read), "");
                    }
                }
                _ => {}
            }
            let is_text = matches!(ending, "md" | "markdown");
            let is_own = |part: &str| NAMES[..2].contains(&part.trim_start_matches('_'));
            if is_text && (is_own(above) || stem == "_index" && is_own(split(split(place).0).1)) {
                let Ok(text) = folder.text(file) else { continue };
                let Ok(matter) = OldMatter::read(&text, file) else { continue };
                let key = if stem == "_index" { above } else { stem };
                if stem != "_index" || !is_own(above) {
                    known.add(key, &matter.keys, matter.text);
                }
            }
        }
        known
    }

    fn add_all(&mut self, value: &Value) {
        match value {
            Value::Table(entries) => {
                for (key, value) in entries {
                    self.add(&key.value, &Keys::of(value.value.clone()), "");
                }
            }
            Value::List(items) => {
                for item in items {
                    let keys = Keys::of(item.value.clone());
                    let key = keys.text(&["key", "id", "slug", "username", "short_name", "nickname", "name"]);
                    self.add(&key.unwrap_or_default(), &keys, "");
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, key: &str, keys: &Keys, text: &str) {
        let Some(name) = keys.text(&["name", "display_name", "full_name", "title"]) else { return };
        let name = words(&name);
        let bio = keys.text(&["bio", "description", "about", "short_bio"]).map(|bio| words(&bio));
        let bio = bio.unwrap_or_else(|| words(text));
        if name.is_empty() || name.contains('@') {
            return;
        }
        let keys = [Some(String::from(key)), keys.text(&["short_name", "username", "slug"]), Some(name.clone())];
        for key in keys.into_iter().flatten() {
            if self.find(&key).is_none() {
                self.0.push(OldAuthor { key, name: name.clone(), bio: in_one_line(&bio), ..OldAuthor::default() });
            }
        }
    }

    /// The author whom texts call by this key.
    pub fn find(&self, key: &str) -> Option<&OldAuthor> {
        let key = key.trim().to_lowercase();
        self.0.iter().find(|author| author.key.to_lowercase() == key)
    }
}
