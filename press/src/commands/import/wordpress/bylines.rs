//! The authors of the old site: its users, the guests of a plug-in, and the names that only stories contain.
//!
//! Co-Authors Plus and PublishPress Authors store the authors of a story as terms. A guest is an item of the export,
//! `guest-author`, with the name as metadata. A term has the log-in name of a user or a guest as its name, and a slug
//! made from it, which need not be the slug that the user's page has.

use std::collections::HashMap;

use super::element::XmlElement;
use super::item::{Creator, Item};
use crate::commands::import::persons::{public_name, without_addresses};
use crate::commands::import::plain_text::plain_text;
use crate::commands::import::source::author::OldAuthor;

/// All authors of the old site.
#[derive(Debug, Default)]
pub struct Bylines {
    authors: Vec<OldAuthor>,
    /// Indices by log-in name, in lower case; those of guests take precedence over those of users.
    by_login: HashMap<String, usize>,
    /// Indices by the slug made from a log-in name.
    by_slug: HashMap<String, usize>,
    /// Indices of guests and users by name, in lower case.
    by_name: HashMap<String, usize>,
}

impl Bylines {
    /// Adds a `wp:author` element.
    pub fn add_user(&mut self, element: &XmlElement) {
        let text = |name| element.child(name).map(str::trim).unwrap_or_default();
        let (login, email) = (text("wp:author_login"), text("wp:author_email"));
        if login.is_empty() || self.by_login.contains_key(&login.to_lowercase()) {
            return;
        }
        let parts = [text("wp:author_first_name"), text("wp:author_last_name")];
        let name = named(text("wp:author_display_name"), parts, &[login, email]);
        let index = self.authors.len();
        self.by_login.insert(login.to_lowercase(), index);
        self.by_slug.entry(nicename(login)).or_insert(index);
        if !name.is_empty() {
            self.by_name.entry(name.to_lowercase()).or_insert(index);
        }
        let page = (!login.contains('@')).then(|| format!("author/{}/", nicename(login)));
        self.authors.push(OldAuthor { key: String::from(login), name, bio: String::new(), page });
    }

    /// Adds an item that describes a guest. A guest that is linked to a user, or has a user's name, is that user.
    pub fn add_guest(&mut self, item: &Item) {
        let text = |key| item.meta(key).map(str::trim).unwrap_or_default();
        let slug = item.slug.strip_prefix("cap-").unwrap_or(&item.slug);
        let (login, email, linked) = (text("cap-user_login"), text("cap-user_email"), text("cap-linked_account"));
        let shown = if text("cap-display_name").is_empty() { item.title.as_str() } else { text("cap-display_name") };
        let name = named(shown, [text("cap-first_name"), text("cap-last_name")], &[login, email, slug, linked]);
        let bio = without_addresses(&plain_text(text("cap-description")), "");
        let user = self.by_login.get(&linked.to_lowercase()).filter(|_| !linked.is_empty()).copied();
        let user = user.or_else(|| self.by_name.get(&name.to_lowercase()).filter(|_| !name.is_empty()).copied());
        let index = user.unwrap_or(self.authors.len());
        match self.authors.get_mut(index) {
            Some(author) => {
                author.name = if name.is_empty() { std::mem::take(&mut author.name) } else { name.clone() };
                author.bio = if bio.is_empty() { std::mem::take(&mut author.bio) } else { bio };
            }
            None => {
                let page = (!login.contains('@')).then(|| format!("author/{slug}/"));
                self.authors.push(OldAuthor { key: format!("guest:{slug}"), name: name.clone(), bio, page });
            }
        }
        for login in [login, linked].iter().filter(|login| !login.is_empty()) {
            self.by_login.insert(login.to_lowercase(), index);
            self.by_slug.insert(nicename(login), index);
        }
        self.by_slug.insert(String::from(slug), index);
        if !name.is_empty() {
            self.by_name.entry(name.to_lowercase()).or_insert(index);
        }
    }

    /// The keys of the authors of an item, in order. An author whom the export does not describe is added.
    pub fn keys(&mut self, item: &Item) -> Vec<String> {
        let indices: Vec<usize> = item.creators.iter().map(|creator| self.index(creator)).collect();
        let keys = indices.into_iter().filter_map(|index| self.authors.get(index)).map(|author| author.key.clone());
        keys.collect()
    }

    /// All authors.
    pub fn into_authors(self) -> Vec<OldAuthor> {
        self.authors
    }

    fn index(&mut self, creator: &Creator) -> usize {
        let slug = creator.slug.strip_prefix("cap-").unwrap_or(&creator.slug);
        let name = creator.name.trim();
        let known = self.by_login.get(&name.to_lowercase()).or_else(|| self.by_slug.get(slug));
        let known = known.or_else(|| self.by_name.get(&name.to_lowercase()));
        if let Some(index) = known {
            return *index;
        }
        // Only PublishPress Authors writes names into terms; elsewhere a single word may be a log-in name.
        let is_name = name.contains(char::is_whitespace)
            || !name.is_ascii()
            || creator.is_term && slug == creator.slug && name.starts_with(|letter: char| letter.is_uppercase());
        let name = if is_name { public_name(name, &[]).unwrap_or_default() } else { String::new() };
        let index = self.authors.len();
        self.by_login.insert(creator.name.trim().to_lowercase(), index);
        let page = (!slug.is_empty() && !creator.name.contains('@')).then(|| format!("author/{slug}/"));
        self.authors.push(OldAuthor { key: format!("name:{}", creator.name.trim()), name, bio: String::new(), page });
        index
    }
}

/// The display name, or else first and last name; empty if none of them may be published.
fn named(shown: &str, parts: [&str; 2], logins: &[&str]) -> String {
    let parts = parts.join(" ");
    public_name(shown, logins).or_else(|| public_name(&parts, logins)).unwrap_or_default()
}

/// The slug that WordPress makes from a log-in name.
fn nicename(login: &str) -> String {
    let mut slug = String::new();
    for letter in login.to_lowercase().chars() {
        match letter {
            letter if letter.is_alphanumeric() || letter == '_' => slug.push(letter),
            '.' | '-' | ' ' | '/' if !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    String::from(slug.trim_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::nicename;

    #[test]
    fn a_log_in_name_becomes_a_slug_as_in_wordpress() {
        assert_eq!(nicename("jane@old.example"), "janeold-example");
        assert_eq!(nicename("Jane M. Roe"), "jane-m-roe");
    }
}
