//! The categories, tags and folders of a text.

use super::SiteContext;
use crate::commands::import::markdown_site::keys::{Keys, text, texts};
use crate::commands::import::markdown_site::settings::Generator;
use crate::commands::import::markdown_site::text_file::TextFile;
use crate::commands::import::plain_text::plain_text;
use crate::commands::import::source::story::Label;
use crate::content::keys::value::Value;

impl SiteContext<'_> {
    /// The names of its categories.
    pub fn categories(&self, file: &TextFile, keys: &Keys) -> Vec<String> {
        let lists =
            ["categories", "taxonomies.categories", "taxonomies.category", "params.categories", "extra.categories"];
        let mut categories: Vec<String> =
            lists.iter().filter_map(|key| keys.get(key)).flat_map(|value| self.list(value)).collect();
        categories.extend(keys.texts(&["category", "section", "extra.category"]));
        if file.collection == "posts" {
            // Jekyll takes the folders above `_posts` for categories, too; `folders` has them.
            categories.dedup();
        }
        categories
    }

    /// Its tags, and the terms of other taxonomies.
    pub fn tags(&self, keys: &Keys) -> Vec<Label> {
        let mut tags: Vec<String> = Vec::new();
        for key in ["tags", "taxonomies.tags", "taxonomies.tag", "params.tags", "extra.tags", "tag"] {
            tags.extend(keys.get(key).map(|value| self.list(value)).unwrap_or_default());
        }
        let taxonomies = match (self.settings.generator, self.settings.keys.get("taxonomies")) {
            (Generator::Hugo, Some(Value::Table(entries))) => {
                entries.iter().filter_map(|(_, plural)| text(&plural.value)).collect()
            }
            (Generator::Zola, Some(Value::List(items))) => {
                items.iter().filter_map(|item| Keys::of(item.value.clone()).text(&["name"])).collect()
            }
            _ => Vec::new(),
        };
        const OTHERS: [&str; 6] = ["tags", "categories", "authors", "author", "category", "tag"];
        for name in taxonomies.iter().filter(|name| !OTHERS.contains(&name.as_str())) {
            tags.extend(keys.texts(&[name, &format!("taxonomies.{name}")]));
        }
        if self.settings.generator == Generator::Eleventy {
            // Names of collections, not words for readers.
            tags.retain(|tag| !["post", "posts", "all", "page", "pages", "nav", "blog"].contains(&tag.as_str()));
        }
        tags.iter().map(|tag| label(tag)).collect()
    }

    /// A list, or the words of a text.
    fn list(&self, value: &Value) -> Vec<String> {
        match value {
            Value::Text(text) if text.contains(',') => {
                text.split(',').map(|part| String::from(part.trim())).filter(|part| !part.is_empty()).collect()
            }
            Value::Text(text) if self.settings.generator == Generator::Jekyll => {
                text.split_whitespace().map(String::from).collect()
            }
            other => texts(other),
        }
    }
}

/// A category or a tag by its name.
pub fn label(name: &str) -> Label {
    Label { slug: String::new(), name: plain_text(name), above: Vec::new() }
}

/// The folders of a text, which may stand for sections, with those above it.
pub fn folders(file: &TextFile) -> Vec<Label> {
    let mut parts: Vec<(String, String)> =
        file.sections().split('/').filter(|part| !part.is_empty()).map(|part| (part.into(), part.into())).collect();
    parts.reverse();
    let mut parts = parts.into_iter();
    let nearest = parts.next();
    nearest.map(|(slug, name)| Label { slug, name, above: parts.collect() }).into_iter().collect()
}
