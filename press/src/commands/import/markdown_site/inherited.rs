//! Keys that a text has from its folder: Jekyll's defaults, Hugo's cascade, Eleventy's data files.

use super::keys::Keys;
use super::old_matter::{Kind, OldMatter, value};
use super::path_names::{join, resolved, split};
use super::settings::{Generator, Settings};
use super::site_folder::SiteFolder;
use super::text_file::TextFile;
use crate::content::keys::value::Value;

/// The keys that texts have from their folders.
#[derive(Debug, Default)]
pub struct Inherited(Vec<Scope>);

/// Keys for the texts below a folder.
#[derive(Debug)]
struct Scope {
    /// The folder in the site's folder; empty for all texts.
    folder: String,
    /// Jekyll's collection; empty for all.
    collection: String,
    keys: Keys,
}

impl Inherited {
    /// Reads them; what cannot be read is added to `problems`.
    pub fn of(folder: &SiteFolder, settings: &Settings, problems: &mut Vec<String>) -> Inherited {
        match settings.generator {
            Generator::Jekyll => of_jekyll(settings),
            Generator::Hugo => of_hugo(folder, settings),
            Generator::Eleventy => of_eleventy(folder, problems),
            _ => Inherited::default(),
        }
    }

    /// The keys of a text, with those that it has from its folders; the nearest folder counts.
    pub fn keys(&self, file: &TextFile, own: Keys) -> Keys {
        let mut scopes: Vec<&Scope> = self.0.iter().filter(|scope| scope.holds(file)).collect();
        scopes.sort_by_key(|scope| std::cmp::Reverse((scope.folder.len(), !scope.collection.is_empty())));
        scopes.into_iter().fold(own, |keys, scope| keys.or(&scope.keys))
    }
}

impl Scope {
    fn holds(&self, file: &TextFile) -> bool {
        let below = file.path.strip_prefix(self.folder.as_str());
        let is_below = self.folder.is_empty() || below.is_some_and(|rest| rest.starts_with('/') || rest.is_empty());
        is_below && (self.collection.is_empty() || self.collection == file.collection)
    }
}

fn of_jekyll(settings: &Settings) -> Inherited {
    let Some(Value::List(defaults)) = settings.keys.get("defaults") else { return Inherited::default() };
    let root = settings.texts.first().map(|root| root.folder.as_str()).unwrap_or_default();
    let scopes = defaults.iter().filter_map(|entry| {
        let entry = Keys::of(entry.value.clone());
        let path = entry.text(&["scope.path"]).unwrap_or_default();
        let folder = join(root, &resolved("", path.split('*').next().unwrap_or_default())?);
        let collection = entry.text(&["scope.type"]).unwrap_or_default();
        Some(Scope { folder, collection, keys: entry.table("values") })
    });
    Inherited(scopes.collect())
}

fn of_hugo(folder: &SiteFolder, settings: &Settings) -> Inherited {
    let mut scopes = Vec::new();
    for root in &settings.texts {
        for file in folder.below(&root.folder).filter(|file| split(file).1.starts_with("_index.")) {
            let Ok(text) = folder.text(file) else { continue };
            let Ok(matter) = OldMatter::read(&text, file) else { continue };
            let tables = match matter.keys.get("cascade") {
                Some(Value::List(items)) => items.iter().map(|item| item.value.clone()).collect(),
                Some(table) => vec![table.clone()],
                None => Vec::new(),
            };
            for table in tables {
                let keys = Keys::of(table);
                let keys =
                    if keys.get("target").is_some() || keys.get("_target").is_some() { Keys::default() } else { keys };
                scopes.push(Scope { folder: split(file).0.into(), collection: String::new(), keys });
            }
        }
    }
    Inherited(scopes)
}

/// Eleventy's data files are named after their folder or after a text.
fn of_eleventy(folder: &SiteFolder, problems: &mut Vec<String>) -> Inherited {
    let mut scopes = Vec::new();
    for file in folder.files() {
        let (place, name) = split(file);
        let own = split(place).1;
        let is_json = name == format!("{own}.json") || name == format!("{own}.11tydata.json");
        let is_program = [".11tydata.js", ".11tydata.cjs", ".11tydata.mjs"].iter().any(|ending| name.ends_with(ending));
        if is_json && !own.is_empty() {
            match folder.text(file).and_then(|text| value(&text, Kind::Json, file, 1)) {
                Ok(read) => {
                    scopes.push(Scope { folder: place.into(), collection: String::new(), keys: Keys::of(read) })
                }
                Err(problem) => problems.push(problem),
            }
        } else if is_program && folder.text(file).is_ok_and(|text| text.contains("permalink") || text.contains("date"))
        {
            problems.push(format!(
                "{file} is a program and was not run: what it says about addresses and dates is not known"
            ));
        }
    }
    Inherited(scopes)
}
