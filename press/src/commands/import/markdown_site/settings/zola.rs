//! Zola's settings.

use super::{FileRoot, Generator, Settings, TextRoot, hugo};
use crate::commands::import::markdown_site::keys::Keys;
use crate::commands::import::markdown_site::site_folder::SiteFolder;
use crate::content::keys::value::Value;

/// The settings of a Zola site with this configuration.
pub fn settings(folder: &SiteFolder, keys: Keys) -> Settings {
    let main = keys.text(&["default_language"]).unwrap_or_else(|| String::from("en")).to_lowercase();
    let table = keys.table("languages");
    let mut languages: Vec<String> = table
        .entries()
        .filter(|(_, value)| matches!(value, Value::Table(_)))
        .map(|(name, _)| name.to_lowercase())
        .filter(|name| *name != main)
        .collect();
    if !languages.is_empty() {
        languages.insert(0, main);
    }
    let files = ["static", "content"].map(|folder| FileRoot { folder: folder.into(), at: String::new() });
    let mut settings = Settings {
        generator: Generator::Zola,
        address: keys.text(&["base_url"]),
        texts: vec![TextRoot { folder: String::from("content"), ..TextRoot::default() }],
        files: files.into(),
        languages,
        ..Settings::default()
    };
    settings.files.extend(hugo::themes(folder));
    settings.keys = keys;
    settings
}
