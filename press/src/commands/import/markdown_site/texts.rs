//! Finds the texts of a Markdown site.

use std::collections::{BTreeMap, BTreeSet};

use super::path_names::{join, split, stem};
use super::settings::{Generator, Settings, TextRoot};
use super::site_folder::SiteFolder;
use super::text_file::{Form, Standing, TextFile};
use crate::content::keys::value::Value;
use crate::locale::language::Language;

/// The texts of a site, in the order of their paths.
pub fn texts(folder: &SiteFolder, settings: &Settings) -> Vec<TextFile> {
    let mut found: BTreeMap<String, TextFile> = BTreeMap::new();
    let mut roots: Vec<&TextRoot> = settings.texts.iter().collect();
    // A root in another one has its own texts.
    roots.sort_by_key(|root| root.folder.len());
    for root in roots {
        let finder = Finder::of(folder, settings, root);
        for path in folder.below(&root.folder) {
            found.remove(path);
            if let Some(file) = finder.text(path) {
                found.insert(path.into(), file);
            }
        }
    }
    found.into_values().collect()
}

/// Finds the texts of one root.
struct Finder<'a> {
    settings: &'a Settings,
    root: &'a TextRoot,
    folder: &'a SiteFolder,
    /// The folders that hold one text and its files.
    bundles: BTreeSet<&'a str>,
    /// The folders at the top that stand for languages.
    tongues: BTreeSet<String>,
}

/// Files that are about a folder, not of the site.
const ABOUT: [&str; 8] =
    ["readme", "license", "licence", "changelog", "contributing", "code_of_conduct", "security", "contributors"];

impl<'a> Finder<'a> {
    fn of(folder: &'a SiteFolder, settings: &'a Settings, root: &'a TextRoot) -> Finder<'a> {
        let has_bundles = matches!(settings.generator, Generator::Hugo | Generator::Zola | Generator::Plain);
        let is_index = |path: &&str| {
            let name = split(path).1;
            let (stem, ending) = stem(name);
            stem.split('.').next() == Some("index") && Form::of(ending).is_some()
        };
        let bundles = folder.below(&root.folder).filter(|path| has_bundles && is_index(path)).map(|path| split(path).0);
        let bundles = bundles.filter(|bundle| *bundle != root.folder).collect();
        let tops: BTreeSet<&str> = folder
            .below(&root.folder)
            .filter_map(|path| below(path, &root.folder).split_once('/'))
            .map(|(top, _)| top)
            .collect();
        let is_known = |top: &&&str| settings.languages.iter().any(|language| language.eq_ignore_ascii_case(top));
        let is_tongue = |top: &&&str| (top.len() == 2 || top.len() == 5) && Language::is_tag(top);
        let tongues: BTreeSet<String> = match settings.generator {
            _ if root.language.is_some() => BTreeSet::new(),
            Generator::Plain | Generator::Eleventy => {
                let tongues: BTreeSet<String> = tops.iter().filter(is_tongue).map(|top| String::from(*top)).collect();
                if tongues.len() > 1 && tongues.contains("en") || tongues.contains("uk") {
                    tongues
                } else {
                    BTreeSet::new()
                }
            }
            _ if settings.languages.len() > 1 => tops.iter().filter(is_known).map(|top| String::from(*top)).collect(),
            _ => BTreeSet::new(),
        };
        Finder { settings, root, folder, bundles, tongues }
    }

    /// The text at this path; none if it is not one.
    fn text(&self, path: &str) -> Option<TextFile> {
        let place = below(path, &self.root.folder);
        let (folder, name) = split(place);
        let (stem, ending) = stem(name);
        let form = Form::of(ending)?;
        if ABOUT.contains(&stem.to_lowercase().as_str()) || self.is_part(path) {
            return None;
        }
        let (name, own) = self.language_of_name(path, stem);
        let (folder, by_folder) = match folder.split_once('/').unwrap_or((folder, "")) {
            (top, rest) if self.tongues.contains(top) => (rest, Some(top.to_lowercase())),
            _ => (folder, None),
        };
        let main = self.settings.languages.first();
        let is_main = |language: &String| Some(language) == main;
        let language =
            own.or_else(|| by_folder.clone()).or_else(|| self.root.language.clone()).or_else(|| main.cloned());
        let in_address = language.as_ref().is_some_and(|language| !is_main(language)) || self.settings.main_in_folder;
        let mut text = TextFile {
            path: path.into(),
            folder: join(&self.root.at, folder),
            name: name.into(),
            form,
            language_in_address: by_folder.is_some() || (in_address && self.settings.languages.len() > 1),
            language,
            ..TextFile::default()
        };
        text.standing = self.standing(&mut text)?;
        Some(text)
    }

    /// Whether a file lies in the folder of another text and is only a part of it.
    fn is_part(&self, path: &str) -> bool {
        let (mut folder, name) = split(path);
        let is_index = name.split('.').next() == Some("index");
        if is_index && self.bundles.contains(folder) {
            folder = split(folder).0;
        }
        while !folder.is_empty() {
            if self.bundles.contains(folder) {
                return true;
            }
            folder = split(folder).0;
        }
        false
    }

    /// The name and the language of `name.uk`.
    fn language_of_name<'n>(&self, path: &str, stem: &'n str) -> (&'n str, Option<String>) {
        let Some((name, tag)) = stem.rsplit_once('.').filter(|(name, _)| !name.is_empty()) else { return (stem, None) };
        let is_known = self.settings.languages.iter().any(|language| language.eq_ignore_ascii_case(tag));
        let has_twin = || {
            let (folder, own) = split(path);
            let ending = own.rsplit('.').next().unwrap_or_default();
            let twin = format!("{name}.{ending}");
            self.folder.has(&if folder.is_empty() { twin } else { format!("{folder}/{twin}") })
        };
        let is_free = matches!(self.settings.generator, Generator::Plain | Generator::Eleventy | Generator::Jekyll);
        let is_tongue = (tag.len() == 2 || tag.len() == 5)
            && Language::is_tag(tag)
            && !tag.bytes().any(|byte| byte.is_ascii_digit());
        if is_known || (is_free && is_tongue && has_twin()) { (name, Some(tag.to_lowercase())) } else { (stem, None) }
    }

    /// What a text is by its place; none if its program does not publish it.
    fn standing(&self, text: &mut TextFile) -> Option<Standing> {
        if text.name == "_index" {
            return Some(Standing::List);
        }
        let is_hidden = |part: &str| part.starts_with('_');
        match self.settings.generator {
            Generator::Jekyll => self.of_jekyll(text),
            Generator::Hugo | Generator::Zola if text.folder.is_empty() => Some(Standing::StoryIfDated),
            Generator::Hugo if text.form == Form::Html => Some(Standing::StoryIfDated),
            Generator::Hugo => Some(Standing::Story),
            Generator::Zola => (text.form == Form::Markdown).then_some(Standing::Story),
            Generator::Eleventy if text.folder.split('/').any(is_hidden) || is_output(&text.folder) => None,
            Generator::Eleventy => Some(Standing::StoryIfDated),
            Generator::Plain if text.folder.split('/').any(|part| part == "_drafts" || part == "drafts") => {
                Some(Standing::Draft)
            }
            Generator::Plain if text.form == Form::Html => Some(Standing::Page),
            Generator::Plain => Some(Standing::Story),
        }
    }

    fn of_jekyll(&self, text: &mut TextFile) -> Option<Standing> {
        let folder = text.folder.clone();
        let parts: Vec<&str> = folder.split('/').collect();
        let hidden = parts.iter().position(|part| part.starts_with('_'));
        let Some(place) = hidden else {
            return Some(Standing::Page);
        };
        let own = parts[place].trim_start_matches('_');
        let sections = parts[..place].iter().chain(&parts[place + 1..]).copied().collect::<Vec<_>>().join("/");
        text.collection = String::from(own);
        match own {
            "posts" => text.folder = sections,
            "drafts" => {
                text.folder = sections;
                text.collection = String::from("posts");
                return Some(Standing::Draft);
            }
            own => {
                let keys = &self.settings.keys;
                let is_collection = match keys.get("collections") {
                    Some(Value::Table(_)) => keys.flag(&format!("collections.{own}.output")) == Some(true),
                    _ => false,
                };
                if !is_collection {
                    return None;
                }
                text.folder = join(own, &sections);
                return Some(Standing::StoryIfDated);
            }
        }
        Some(Standing::Story)
    }
}

/// Folders into which Eleventy usually writes.
fn is_output(folder: &str) -> bool {
    matches!(folder.split('/').next(), Some("dist" | "build" | "_site" | "www"))
}

fn below<'p>(path: &'p str, folder: &str) -> &'p str {
    if folder.is_empty() { path } else { path.get(folder.len() + 1..).unwrap_or_default() }
}
