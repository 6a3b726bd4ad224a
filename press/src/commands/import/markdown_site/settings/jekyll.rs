//! Jekyll's settings.

use super::{FileRoot, Generator, Settings, TextRoot};
use crate::commands::import::markdown_site::keys::Keys;
use crate::commands::import::markdown_site::path_names::resolved;
use crate::commands::import::markdown_site::site_folder::SiteFolder;

/// The settings of a Jekyll site with this configuration.
pub fn settings(folder: &SiteFolder, keys: Keys) -> Settings {
    let source = keys.text(&["source"]).and_then(|path| resolved("", &path));
    // Hexo has a configuration file of this name, and its texts in this folder.
    let is_hexo = source.is_none() && folder.below("source/_posts").next().is_some();
    let source = if is_hexo { String::from("source") } else { source.unwrap_or_default() };
    let address = keys.text(&["url"]).map(|url| {
        let base = keys.text(&["baseurl"]).unwrap_or_default();
        format!("{}/{}", url.trim_end_matches('/'), base.trim_matches('/'))
    });
    Settings {
        generator: Generator::Jekyll,
        address,
        zone: keys.text(&["timezone"]),
        texts: vec![TextRoot { folder: source.clone(), ..TextRoot::default() }],
        files: vec![FileRoot { folder: source, at: String::new() }],
        languages: keys.texts(&["languages"]),
        keys,
        ..Settings::default()
    }
}
