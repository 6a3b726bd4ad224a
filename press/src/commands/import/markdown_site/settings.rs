//! What the configuration of a Markdown site says: which program it is for, where its texts and its files are.

mod config_file;
mod eleventy;
mod hugo;
mod jekyll;
mod zola;

use super::keys::Keys;
use super::site_folder::SiteFolder;

/// The program that a folder is written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Generator {
    /// Hugo.
    Hugo,
    /// Zola.
    Zola,
    /// Jekyll, also as on GitHub Pages.
    Jekyll,
    /// Eleventy.
    Eleventy,
    /// None: a folder of texts.
    #[default]
    Plain,
}

/// A folder of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextRoot {
    /// Its path in the site's folder; empty for the site's folder itself.
    pub folder: String,
    /// The language of its texts, if they all have one.
    pub language: Option<String>,
    /// Where its texts are below the front page.
    pub at: String,
}

/// A folder of files that are published as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileRoot {
    /// Its path in the site's folder.
    pub folder: String,
    /// Where its files are below the front page; empty as a rule.
    pub at: String,
}

/// The settings of a site.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The program.
    pub generator: Generator,
    /// The full address of the front page, with a slash at the end.
    pub address: Option<String>,
    /// The name of its time zone.
    pub zone: Option<String>,
    /// Where its texts are.
    pub texts: Vec<TextRoot>,
    /// Where its other files are.
    pub files: Vec<FileRoot>,
    /// The languages that it is written in, the main one first; empty if it does not say so.
    pub languages: Vec<String>,
    /// Whether the main language has a folder of its own in addresses.
    pub main_in_folder: bool,
    /// Everything that the configuration says.
    pub keys: Keys,
    /// What could not be read, for the report.
    pub problems: Vec<String>,
}

impl Settings {
    /// Reads the configuration in `folder`.
    pub fn of(folder: &SiteFolder) -> Settings {
        let mut problems = Vec::new();
        let mut settings = config_file::read(folder, &mut problems)
            .map(|(generator, keys)| match generator {
                Generator::Hugo => hugo::settings(folder, keys),
                Generator::Zola => zola::settings(folder, keys),
                Generator::Jekyll => jekyll::settings(folder, keys),
                Generator::Eleventy => eleventy::settings(folder),
                Generator::Plain => Settings::default(),
            })
            .unwrap_or_default();
        settings.problems.extend(problems);
        if settings.generator == Generator::Plain {
            settings.texts.push(TextRoot::default());
            settings.files.push(FileRoot::default());
        }
        settings.address = settings.address.take().and_then(|address| with_slash(&address));
        settings
    }

    /// The part of every address that belongs to the whole site: `/blog` of `https://example.org/blog/`.
    pub fn base(&self) -> String {
        let url = self.address.as_deref().and_then(|address| url::Url::parse(address).ok());
        url.map(|url| String::from(url.path().trim_end_matches('/'))).unwrap_or_default()
    }
}

/// A full address with a slash at the end; none if it is not one.
fn with_slash(address: &str) -> Option<String> {
    let mut url = url::Url::parse(address).ok()?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return None;
    }
    url.set_query(None);
    url.set_fragment(None);
    if !url.path().ends_with('/') {
        url.set_path(&[url.path(), "/"].concat());
    }
    Some(String::from(url))
}
