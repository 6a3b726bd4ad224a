//! Finds slugs that are still free.

use std::collections::HashSet;
use std::sync::Arc;

use journal::route::Route;
use rayon::prelude::*;

use crate::content::files::Source;
use crate::content::folder::ContentFolder;
use crate::content::front_matter::foreign::ForeignKeys;
use crate::content::front_matter::slug;
use crate::content::peek::peek;
use crate::content::site_file::SiteFile;
use crate::content::story_file::StoryFile;

/// The slugs of a section that are taken.
#[derive(Debug)]
pub struct Addresses {
    taken: HashSet<String>,
}

/// The highest number appended to a slug.
const MOST: u32 = 1000;

impl Addresses {
    /// Collects the taken slugs of `section`: its stories and drafts, any other files there, and addresses and former
    /// addresses of all stories.
    pub fn of(section: &str, source: &Source, site: &SiteFile, content: &ContentFolder) -> Addresses {
        let mut taken: HashSet<String> =
            Route::RESERVED.iter().chain(&["index"]).map(|word| String::from(*word)).collect();
        let entries = std::fs::read_dir(content.path(section.as_ref())).into_iter().flatten().flatten();
        // Some file systems are case-insensitive.
        let name = |name: std::ffi::OsString| name.to_string_lossy().to_lowercase();
        for entry in entries.map(|entry| name(entry.file_name())) {
            taken.extend(entry.strip_suffix(".md").map(String::from));
            taken.insert(entry);
        }
        let addresses = |story: &Arc<StoryFile>| addresses(story, site, content);
        let addresses: Vec<Route> = source.stories.par_iter().flat_map_iter(addresses).collect();
        for route in addresses {
            if let Route::Story { section: of, slug } = route
                && of == section
            {
                taken.insert(slug);
            }
        }
        Addresses { taken }
    }

    /// `stem`, `stem-2`, `stem-3` and so on, without those that are taken.
    pub fn free(&self, stem: &str) -> impl Iterator<Item = String> {
        let numbered = (2..=MOST).map(move |number| format!("{stem}-{number}"));
        [String::from(stem)].into_iter().chain(numbered).filter(|slug| !self.taken.contains(slug))
    }
}

/// The address of a story and its former ones.
fn addresses(story: &StoryFile, site: &SiteFile, content: &ContentFolder) -> Vec<Route> {
    let route = |address: &str| match address.starts_with('/') {
        true => Route::parse(address),
        false => Route::parse(&["/", &story.section, "/", address].concat()),
    };
    let addresses = peek(content, &story.path, |fields, notes| {
        let own = story.route(&slug::slug(fields, story, notes));
        let aliases = fields.texts("aliases", notes);
        let foreign = ForeignKeys::take(fields, &site.calendar, notes).addresses;
        let former = aliases.iter().chain(&foreign).filter_map(|address| route(&address.value));
        former.chain([own]).collect()
    });
    addresses.unwrap_or_default()
}
