//! Hugo's settings.

use super::{FileRoot, Generator, Settings, TextRoot};
use crate::commands::import::markdown_site::keys::{Keys, text, texts};
use crate::commands::import::markdown_site::path_names::resolved;
use crate::commands::import::markdown_site::site_folder::SiteFolder;
use crate::content::keys::value::Value;

/// The settings of a Hugo site with this configuration.
pub fn settings(folder: &SiteFolder, keys: Keys) -> Settings {
    let mut settings = Settings { generator: Generator::Hugo, ..Settings::default() };
    settings.address = keys.text(&["baseURL"]);
    settings.zone = keys.text(&["timeZone"]).or_else(|| Some(String::from("UTC")));
    settings.main_in_folder = keys.flag("defaultContentLanguageInSubdir").unwrap_or_default();
    let mut problems = Vec::new();
    let mut inside = |path: &str| {
        let inside = resolved("", path.trim_start_matches('/'));
        if inside.is_none() || path.starts_with('/') {
            problems.push(format!("the configuration names the folder {path}, which is outside the site"));
            return None;
        }
        inside
    };
    let content = keys.text(&["contentDir"]).and_then(|path| inside(&path)).unwrap_or_else(|| String::from("content"));
    let languages = languages(&keys);
    let main = keys.text(&["defaultContentLanguage"]).map(|main| main.to_lowercase());
    let main = main.unwrap_or_else(|| String::from("en"));
    let mut names: Vec<String> = languages.iter().map(|(name, _)| name.clone()).collect();
    names.sort_by_key(|name| *name != main);
    for (name, language) in &languages {
        if let Some(path) = language.text(&["contentDir"]).and_then(|path| inside(&path)) {
            settings.texts.push(TextRoot { folder: path, language: Some(name.clone()), at: String::new() });
        }
    }
    mounts(&keys, &mut settings, &mut inside);
    if settings.texts.is_empty()
        || folder.below(&content).any(|file| !is_in_one(&settings.texts, file)) && names.is_empty()
    {
        settings.texts.push(TextRoot { folder: content, ..TextRoot::default() });
    }
    settings.languages = names;
    let statics = keys.get("staticDir").map(texts).filter(|folders| !folders.is_empty());
    let statics = statics.unwrap_or_else(|| vec![String::from("static")]);
    let own = languages.iter().flat_map(|(_, language)| language.texts(&["staticDir"])).collect::<Vec<_>>();
    for path in statics.iter().chain(&own).filter_map(|path| inside(path)).chain([String::from("assets")]) {
        settings.files.push(FileRoot { folder: path, at: String::new() });
    }
    settings.files.extend(
        settings
            .texts
            .iter()
            .map(|root| FileRoot { folder: root.folder.clone(), at: root.at.clone() })
            .collect::<Vec<_>>(),
    );
    settings.files.extend(themes(folder));
    settings.keys = keys;
    settings.problems = problems;
    settings
}

/// The languages that are not switched off, by weight.
fn languages(keys: &Keys) -> Vec<(String, Keys)> {
    let off = keys.texts(&["disableLanguages"]);
    let table = keys.table("languages");
    let mut languages: Vec<(String, Keys)> = table
        .entries()
        .filter(|(name, value)| !off.iter().any(|off| off == name) && matches!(value, Value::Table(_)))
        .map(|(name, _)| (name.to_lowercase(), table.table(name)))
        .filter(|(_, language)| language.flag("disabled") != Some(true))
        .collect();
    languages.sort_by_key(|(_, language)| {
        language.text(&["weight"]).and_then(|weight| weight.parse::<i64>().ok()).unwrap_or(i64::MAX)
    });
    languages
}

/// Adds the folders that are mounted as texts or files.
fn mounts(keys: &Keys, settings: &mut Settings, inside: &mut dyn FnMut(&str) -> Option<String>) {
    let Some(Value::List(mounts)) = keys.get("module.mounts") else { return };
    for mount in mounts {
        let mount = Keys::of(mount.value.clone());
        let (Some(source), Some(target)) = (mount.text(&["source"]), mount.text(&["target"])) else { continue };
        let Some(folder) = inside(&source) else { continue };
        let (kind, at) = target.split_once('/').unwrap_or((&target, ""));
        match kind {
            "content" => {
                let language =
                    mount.get("lang").and_then(text).or_else(|| mount.get("sites.matrix.languages").and_then(text));
                settings.texts.push(TextRoot { folder, language, at: at.into() });
            }
            "static" | "assets" => settings.files.push(FileRoot { folder, at: at.into() }),
            _ => {}
        }
    }
}

fn is_in_one(roots: &[TextRoot], file: &str) -> bool {
    roots.iter().any(|root| file.starts_with(&[root.folder.as_str(), "/"].concat()))
}

/// The folders of files of the themes.
pub(super) fn themes(folder: &SiteFolder) -> Vec<FileRoot> {
    let mut roots: Vec<FileRoot> = Vec::new();
    for file in folder.below("themes") {
        let mut parts = file.splitn(4, '/');
        if let (Some(themes), Some(theme), Some(kind @ ("static" | "assets"))) =
            (parts.next(), parts.next(), parts.next())
        {
            let root = FileRoot { folder: [themes, theme, kind].join("/"), at: String::new() };
            if roots.last() != Some(&root) {
                roots.push(root);
            }
        }
    }
    roots
}
