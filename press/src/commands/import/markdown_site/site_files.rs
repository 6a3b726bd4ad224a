//! The files of a Markdown site that its texts show.

use std::collections::HashMap;
use std::path::PathBuf;

use percent_encoding::percent_decode_str;

use super::path_names::{join, resolved, split};
use super::settings::{FileRoot, Settings};
use super::site_folder::SiteFolder;
use crate::commands::import::source::site::OldFiles;
use crate::locale::letters::key;

/// The files of a Markdown site, by the addresses that texts use for them.
#[derive(Debug)]
pub struct SiteFiles {
    folder: SiteFolder,
    roots: Vec<FileRoot>,
    /// What all addresses of the site begin with.
    base: String,
    /// Paths by their lower-case forms.
    lower: HashMap<String, String>,
    /// Paths of pictures by their lower-case names.
    names: HashMap<String, Vec<String>>,
    /// The folders of texts by their old paths.
    pages: HashMap<String, String>,
}

/// The endings of pictures.
const PICTURES: [&str; 8] = ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp"];

impl SiteFiles {
    /// The files of `folder`; `pages` has the old paths of texts and the folders that they are in.
    pub fn of(folder: &SiteFolder, settings: &Settings, pages: HashMap<String, String>) -> SiteFiles {
        let mut names: HashMap<String, Vec<String>> = HashMap::new();
        let mut lower = HashMap::new();
        for file in folder.files() {
            let name = key(split(file).1);
            if PICTURES.contains(&name.rsplit('.').next().unwrap_or_default()) {
                names.entry(name).or_default().push(file.into());
            }
            lower.entry(key(file)).or_insert_with(|| String::from(file));
        }
        SiteFiles { folder: folder.clone(), roots: settings.files.clone(), base: settings.base(), lower, names, pages }
    }

    fn look(&self, address: &str, folder: &str, from: Option<&str>) -> Option<String> {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let path = path.split_once("://").map_or(path, |(_, rest)| rest.find('/').map_or("", |place| &rest[place..]));
        let path = percent_decode_str(path).decode_utf8().ok()?;
        // Pictures of the content are named `@/` in Zola.
        let path = path.strip_prefix("@/").map_or_else(|| path.to_string(), |rest| format!("/{rest}"));
        let is_rooted = path.starts_with('/');
        if !is_rooted && let Some(file) = resolved(folder, &path).and_then(|path| self.file(&path)) {
            return Some(file);
        }
        let from = from.and_then(|from| {
            from.split_once("://").map_or(Some(from), |(_, rest)| rest.find('/').map(|at| &rest[at..]))
        });
        let place = from.map_or("", |from| if from.ends_with('/') { from } else { split(from).0 });
        let near = resolved(place, &path);
        let rooted = resolved("", path.trim_start_matches('/'));
        let site = |path: String| {
            let base = self.base.trim_matches('/');
            path.strip_prefix(base)
                .and_then(|rest| rest.strip_prefix('/'))
                .filter(|_| !base.is_empty())
                .map(String::from)
        };
        let paths = [near.clone(), near.and_then(site), rooted.clone(), rooted.and_then(site)];
        paths.into_iter().flatten().find_map(|path| self.published(&path))
    }

    /// The file that is published at this path.
    fn published(&self, path: &str) -> Option<String> {
        for root in &self.roots {
            let below = if root.at.is_empty() { Some(path) } else { path.strip_prefix(&format!("{}/", root.at)) };
            if let Some(file) = below.and_then(|below| self.file(&join(&root.folder, below))) {
                return Some(file);
            }
        }
        let (page, _) = split(path);
        let mut place = page;
        loop {
            if let Some(folder) = self.pages.get(&key(place)) {
                let below = path[place.len()..].trim_start_matches('/');
                if let Some(file) = self.file(&join(folder, below)) {
                    return Some(file);
                }
            }
            if place.is_empty() {
                return None;
            }
            place = split(place).0;
        }
    }

    fn file(&self, path: &str) -> Option<String> {
        if self.folder.has(path) {
            return Some(path.into());
        }
        self.lower.get(&key(path)).cloned()
    }
}

impl OldFiles for SiteFiles {
    fn find(&self, address: &str, folder: &str, from: Option<&str>) -> Result<PathBuf, String> {
        if let Some(file) = self.look(address, folder, from) {
            return Ok(self.folder.path(&file));
        }
        let name = address.split(['?', '#']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
        let name = key(&percent_decode_str(name).decode_utf8_lossy());
        match self.names.get(&name).map(Vec::as_slice) {
            Some([file]) => Ok(self.folder.path(file)),
            Some(files) => Err(format!("has the same name as {} files in other folders", files.len())),
            None => Err(String::from("is not in the old site's folder")),
        }
    }
}
