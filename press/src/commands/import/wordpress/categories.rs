//! The categories of the old site.

use std::collections::HashMap;

use super::decoded::decoded;
use super::element::XmlElement;
use crate::commands::import::plain_text::plain_text;

/// All categories of the old site.
#[derive(Debug, Default)]
pub struct Categories {
    /// Slugs by number.
    by_number: HashMap<String, String>,
    /// Names and parent slugs, by slug.
    by_slug: HashMap<String, (String, String)>,
    /// The numbers of the categories that are translations of each other, by the number of each of them.
    translated: HashMap<String, Vec<String>>,
}

impl Categories {
    /// Adds a `wp:category` element.
    pub fn add(&mut self, element: &XmlElement) {
        let text = |name| element.child(name).unwrap_or_default().trim();
        let slug = decoded(text("wp:category_nicename"));
        let above = decoded(text("wp:category_parent"));
        self.insert(text("wp:term_id"), slug, text("wp:cat_name"), above);
    }

    /// Adds a `wp:term` element, if it is a category of another kind or says which categories are translations.
    pub fn add_term(&mut self, element: &XmlElement) {
        let text = |name| element.child(name).unwrap_or_default().trim();
        match text("wp:term_taxonomy") {
            // Polylang writes a:2:{s:2:"en";i:3;s:2:"uk";i:4;} into the description.
            "term_translations" => {
                let parts = text("wp:term_description").split(';').filter_map(|part| part.rsplit_once("i:"));
                let numbers: Vec<String> = parts.map(|(_, number)| String::from(number)).collect();
                for number in &numbers {
                    self.translated.insert(number.clone(), numbers.clone());
                }
            }
            "category" | "post_tag" | "nav_menu" | "language" | "post_translations" | "author" => {}
            _ => {
                let slug = decoded(text("wp:term_slug"));
                let above = decoded(text("wp:term_parent"));
                self.insert(text("wp:term_id"), slug, text("wp:term_name"), above);
            }
        }
    }

    fn insert(&mut self, number: &str, slug: String, name: &str, above: String) {
        self.by_number.insert(String::from(number), slug.clone());
        self.by_slug.entry(slug).or_insert_with(|| (plain_text(name), above));
    }

    /// The slug of a category, by its number.
    pub fn slug(&self, number: &str) -> Option<&str> {
        self.by_number.get(number).map(String::as_str)
    }

    /// The slugs of a category and its ancestors, as in the address of its page.
    pub fn path(&self, slug: &str) -> String {
        let mut slugs = vec![slug];
        while let Some((_, above)) = slugs.last().and_then(|slug| self.by_slug.get(*slug))
            && !above.is_empty()
            && !slugs.contains(&above.as_str())
            && slugs.len() < 10
        {
            slugs.push(above);
        }
        slugs.reverse();
        slugs.join("/")
    }

    /// Slugs and names of a category's ancestors, the nearest first, and then of its translations.
    pub fn above(&self, slug: &str) -> Vec<(String, String)> {
        let mut above: Vec<(String, String)> = Vec::new();
        let mut current = slug;
        while let Some((_, next)) = self.by_slug.get(current)
            && let Some((name, _)) = self.by_slug.get(next)
            && !above.iter().any(|(known, _)| known == next)
            && above.len() < 10
        {
            above.push((next.clone(), name.clone()));
            current = next;
        }
        if !self.translated.is_empty() {
            above.extend(self.translations(slug));
        }
        above
    }

    fn translations(&self, slug: &str) -> Vec<(String, String)> {
        let numbers = self.by_number.iter().filter(|(_, own)| *own == slug).map(|(number, _)| number);
        let others = numbers.filter_map(|number| self.translated.get(number)).flatten();
        let others = others.filter_map(|number| self.by_number.get(number)).filter(|other| *other != slug);
        let mut named: Vec<(String, String)> =
            others.filter_map(|other| Some((other.clone(), self.by_slug.get(other)?.0.clone()))).collect();
        named.sort();
        named.dedup();
        named
    }
}
