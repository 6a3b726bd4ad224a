//! The old site's lists of stories: their usual addresses, since an export does not contain them.

use std::collections::BTreeMap;

use super::categories::Categories;
use crate::commands::import::links::path_of;
use crate::commands::import::source::site::{OldList, OldSite};
use crate::commands::import::source::story::Label;

/// The old paths of feeds, categories, tags and authors.
pub fn lists(site: &OldSite, categories: &Categories) -> Vec<(String, OldList)> {
    let base = site.address.as_deref().and_then(path_of).unwrap_or_else(|| String::from("/"));
    let mut lists = BTreeMap::new();
    let mut add = |path: String, list: OldList| {
        if let Some(path) = path_of(&[base.as_str(), &path].concat()) {
            lists.entry(path).or_insert(list);
        }
    };
    add(String::from("feed/"), OldList::All);
    let mut labels = BTreeMap::new();
    for label in site.stories.iter().flat_map(|story| &story.categories) {
        labels.entry(&label.slug).or_insert(label);
    }
    for label in labels.values() {
        let above = categories.path(&label.slug);
        add(format!("category/{above}/"), OldList::Label((*label).clone()));
    }
    let mut tags: BTreeMap<&String, &Label> = BTreeMap::new();
    for label in site.stories.iter().flat_map(|story| &story.tags) {
        tags.entry(&label.slug).or_insert(label);
    }
    for label in tags.values() {
        add(format!("tag/{}/", label.slug), OldList::Label((*label).clone()));
    }
    for author in site.authors.iter().filter(|author| !author.name.is_empty()) {
        if let Some(page) = &author.page {
            add(page.clone(), OldList::Author(author.key.clone()));
        }
    }
    lists.into_iter().collect()
}
