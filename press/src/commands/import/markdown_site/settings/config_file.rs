//! Finds the configuration of a site, by which its program is known.

use super::Generator;
use crate::commands::import::markdown_site::keys::Keys;
use crate::commands::import::markdown_site::old_matter::{Kind, value};
use crate::commands::import::markdown_site::path_names::{split, stem};
use crate::commands::import::markdown_site::site_folder::SiteFolder;
use crate::content::keys::lined::Lined;
use crate::content::keys::value::Value;

/// The configuration files that only one program has.
const OWN: [(&str, Generator); 13] = [
    ("zola.toml", Generator::Zola),
    ("hugo.toml", Generator::Hugo),
    ("hugo.yaml", Generator::Hugo),
    ("hugo.yml", Generator::Hugo),
    ("hugo.json", Generator::Hugo),
    ("_config.yml", Generator::Jekyll),
    ("_config.yaml", Generator::Jekyll),
    ("_config.toml", Generator::Jekyll),
    (".eleventy.js", Generator::Eleventy),
    ("eleventy.config.js", Generator::Eleventy),
    ("eleventy.config.mjs", Generator::Eleventy),
    ("eleventy.config.cjs", Generator::Eleventy),
    ("eleventy.config.ts", Generator::Eleventy),
];

/// Where Hugo's configuration is if it is a folder.
const HUGO: &str = "config/_default";

/// The program of the site and what its configuration says; none for a folder without a configuration.
pub fn read(folder: &SiteFolder, problems: &mut Vec<String>) -> Option<(Generator, Keys)> {
    let mut parsed = |file: &str| match folder.text(file).and_then(|text| {
        let kind = Kind::of(file).unwrap_or(Kind::Yaml);
        value(&text, kind, file, 1)
    }) {
        Ok(value) => Keys::of(value),
        Err(problem) => {
            problems.push(problem);
            Keys::default()
        }
    };
    if let Some((file, generator)) = OWN.iter().find(|(file, _)| folder.has(file)) {
        let mut keys = if *generator == Generator::Eleventy { Keys::default() } else { parsed(file) };
        if *generator == Generator::Hugo {
            keys = keys.or(&of_folder(folder, &mut parsed));
        }
        return Some((*generator, keys));
    }
    if folder.below(HUGO).next().is_some() {
        return Some((Generator::Hugo, of_folder(folder, &mut parsed)));
    }
    if folder.has("config.toml") {
        let keys = parsed("config.toml");
        // Zola needs this key, and Hugo writes it differently.
        let is_zola = keys.entries().any(|(key, _)| key == "base_url");
        let is_hugo = keys.first(&["baseURL", "languageCode", "theme", "title"]).is_some();
        if is_zola || is_hugo {
            return Some((if is_zola { Generator::Zola } else { Generator::Hugo }, keys));
        }
    }
    for file in ["config.yaml", "config.yml", "config.json"] {
        if folder.has(file) && folder.below("content").next().is_some() {
            return Some((Generator::Hugo, parsed(file)));
        }
    }
    let is_jekyll = folder.files().any(|file| file.starts_with("_posts/") || file.starts_with("_drafts/"));
    is_jekyll.then(|| (Generator::Jekyll, Keys::default()))
}

/// Hugo's configuration as a folder: each file has the keys of the table that it is named after.
fn of_folder(folder: &SiteFolder, parsed: &mut dyn FnMut(&str) -> Keys) -> Keys {
    let mut all = Keys::default();
    for file in folder.below(HUGO) {
        let (place, name) = split(file);
        let (stem, _) = stem(name);
        if place != HUGO || Kind::of(name).is_none() {
            continue;
        }
        let keys = parsed(file);
        if stem == "hugo" || stem == "config" {
            all = keys.or(&all);
        } else {
            all = merged(all, &stem.split('.').collect::<Vec<_>>(), keys);
        }
    }
    all
}

/// `all` with `keys` in the table at `path`.
fn merged(all: Keys, path: &[&str], keys: Keys) -> Keys {
    let Some((first, rest)) = path.split_first() else { return keys.or(&all) };
    let inner = merged(all.table(first), rest, keys);
    let entries = inner.entries().map(|(key, value)| (lined(String::from(key)), lined(value.clone()))).collect();
    let table = Value::Table(vec![(lined(String::from(*first)), lined(Value::Table(entries)))]);
    Keys::of(table).or(&all)
}

fn lined<T>(value: T) -> Lined<T> {
    Lined::new(1, value)
}
