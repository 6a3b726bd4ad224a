//! Those who wrote for the old site, and their files here.

use std::collections::{BTreeMap, BTreeSet};

use super::existing::ExistingStories;
use super::slug::slug;
use super::source::author::OldAuthor;

/// Those who wrote, by the key that stories know them by.
#[derive(Debug)]
pub struct Authors {
    by_key: BTreeMap<String, (String, OldAuthor)>,
    /// Stands for nobody.
    desk: (String, String),
}

impl Authors {
    /// Gives everyone a slug: that of an author of this name who is there, else their own name's. `newspaper` stands for
    /// nobody.
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

    /// The slugs of these authors, each once; that of the newspaper itself, and false, if there is none.
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

    /// Who has this slug: the name, a few sentences, and whether it is the newspaper itself.
    pub fn who(&self, slug: &str) -> (&str, &str, bool) {
        match self.by_key.values().find(|(own, _)| own == slug) {
            Some((_, author)) => (&author.name, &author.bio, false),
            None => (&self.desk.1, "", true),
        }
    }
}
