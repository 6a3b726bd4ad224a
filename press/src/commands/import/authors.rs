//! The old site's authors and their slugs here.

use std::collections::{BTreeMap, BTreeSet};

use super::existing::ExistingStories;
use super::slug::slug;
use super::source::author::OldAuthor;

/// The old site's authors, by the keys that its stories use for them.
#[derive(Debug)]
pub struct Authors {
    by_key: BTreeMap<String, (String, OldAuthor)>,
    /// Slug and name of the newspaper itself, for stories without an author.
    desk: (String, String),
}

impl Authors {
    /// Gives each author a slug: that of the existing author with this name, or else one made from the name.
    /// `newspaper` is the author of stories that have none.
    pub fn of(old: &[OldAuthor], existing: &ExistingStories, newspaper: &str) -> Authors {
        let mut taken = BTreeSet::from([String::from("page")]);
        let mut by_key: BTreeMap<String, (String, OldAuthor)> = BTreeMap::new();
        let by_name = |name: &str| {
            let same = existing.authors.iter().find(|(_, there)| there.to_lowercase() == name.to_lowercase());
            same.map(|(slug, _)| slug.clone())
        };
        for author in old {
            if by_key.contains_key(&author.key) {
                continue;
            }
            let own = by_name(&author.name).filter(|slug| !taken.contains(slug));
            let wanted = own.or_else(|| slug(&author.name)).or_else(|| slug(&author.key));
            let wanted = wanted.unwrap_or_else(|| String::from("author"));
            let mut name = wanted.clone();
            let mut number = 1;
            while !taken.insert(name.clone()) {
                number += 1;
                name = format!("{wanted}-{number}");
            }
            by_key.insert(author.key.clone(), (name, author.clone()));
        }
        let desk = by_name(newspaper).or_else(|| slug(newspaper)).unwrap_or_else(|| String::from("newsroom"));
        Authors { by_key, desk: (desk, String::from(newspaper)) }
    }

    /// The slugs of these authors, without duplicates, and true; the newspaper's own slug and false if there are none.
    pub fn slugs(&self, keys: &[String]) -> (Vec<String>, bool) {
        let mut slugs: Vec<String> = Vec::new();
        for (slug, _) in keys.iter().filter_map(|key| self.by_key.get(key)) {
            if !slugs.contains(slug) {
                slugs.push(slug.clone());
            }
        }
        let named = !slugs.is_empty();
        if !named {
            slugs.push(self.desk.0.clone());
        }
        (slugs, named)
    }

    /// The author with this slug: name, bio, and whether it is the newspaper itself.
    pub fn who(&self, slug: &str) -> (&str, &str, bool) {
        match self.by_key.values().find(|(own, _)| own == slug) {
            Some((_, author)) => (&author.name, &author.bio, false),
            None => (&self.desk.1, "", true),
        }
    }
}
