//! The old site's authors and their slugs here.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::existing::ExistingStories;
use super::slug::slug;
use super::source::author::OldAuthor;

/// The old site's authors, by the keys that its stories use for them.
#[derive(Debug)]
pub struct Authors {
    /// Slugs and authors, by key.
    by_key: BTreeMap<String, (String, OldAuthor)>,
    /// Keys by slug.
    keys: HashMap<String, String>,
    /// Slug and name of the newspaper itself, for stories without an author.
    desk: (String, String),
}

impl Authors {
    /// Gives each author with a name a slug: that of the existing author with this name, or else one made from the
    /// name. `newspaper` is the author of stories that have none.
    pub fn of(old: &[OldAuthor], existing: &ExistingStories, newspaper: &str) -> Authors {
        let mut taken = HashSet::from([String::from("page")]);
        let mut by_key: BTreeMap<String, (String, OldAuthor)> = BTreeMap::new();
        let mut by_name: HashMap<String, &str> = HashMap::new();
        for (slug, name) in &existing.authors {
            by_name.entry(name.to_lowercase()).or_insert(slug);
        }
        let by_name = |name: &str| by_name.get(&name.to_lowercase()).map(|slug| String::from(*slug));
        let mut numbers: HashMap<String, usize> = HashMap::new();
        for author in old.iter().filter(|author| !author.name.is_empty()) {
            if by_key.contains_key(&author.key) {
                continue;
            }
            let own = by_name(&author.name).filter(|slug| !taken.contains(slug));
            let wanted = own.or_else(|| slug(&author.name)).unwrap_or_else(|| String::from("author"));
            let mut name = wanted.clone();
            while !taken.insert(name.clone()) {
                let number = numbers.entry(wanted.clone()).or_insert(1);
                *number += 1;
                name = format!("{wanted}-{number}");
            }
            by_key.insert(author.key.clone(), (name, author.clone()));
        }
        let keys = by_key.iter().map(|(key, (slug, _))| (slug.clone(), key.clone())).collect();
        let desk = by_name(newspaper).or_else(|| slug(newspaper)).unwrap_or_else(|| String::from("newsroom"));
        Authors { by_key, keys, desk: (desk, String::from(newspaper)) }
    }

    /// The slug of the author with this key, if they have a name.
    pub fn slug(&self, key: &str) -> Option<&str> {
        self.by_key.get(key).map(|(slug, _)| slug.as_str())
    }

    /// The slugs of these authors, without duplicates, and true; the newspaper's own slug and false if there are none.
    pub fn slugs(&self, keys: &[String]) -> (Vec<String>, bool) {
        let mut slugs: Vec<String> = Vec::new();
        for slug in keys.iter().filter_map(|key| self.slug(key)) {
            if !slugs.iter().any(|own| own == slug) {
                slugs.push(String::from(slug));
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
        match self.keys.get(slug).and_then(|key| self.by_key.get(key)) {
            Some((_, author)) => (&author.name, &author.bio, false),
            None => (&self.desk.1, "", true),
        }
    }
}
