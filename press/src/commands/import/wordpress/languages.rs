//! The languages of stories, as Polylang, WPML and Bogo store them.

use std::collections::HashMap;

use super::element::XmlElement;
use super::item::Item;
use super::metadata::{LANGUAGE, VERSIONS};

/// The languages of the old site: language tags by the slugs that its addresses use.
#[derive(Debug, Default)]
pub struct Languages {
    tags: HashMap<String, String>,
}

impl Languages {
    /// Adds a `wp:term` element, if it is one of Polylang's languages. Its description contains the locale.
    pub fn add_term(&mut self, element: &XmlElement) {
        let text = |name| element.child(name).unwrap_or_default().trim();
        if text("wp:term_taxonomy") != "language" {
            return;
        }
        let locale = text("wp:term_description").split_once("\"locale\";").map(|(_, rest)| rest);
        let locale = locale.and_then(|rest| rest.split('"').nth(1));
        if let Some(tag) = locale.and_then(tag) {
            self.tags.insert(String::from(text("wp:term_slug")), tag);
        }
    }

    /// The language of an item.
    pub fn of(&self, item: &Item) -> Option<String> {
        let slug = item.label_slugs("language").next();
        let slug = slug.or_else(|| LANGUAGE.iter().find_map(|key| item.meta(key)).map(str::trim))?;
        self.tags.get(slug).cloned().or_else(|| tag(slug))
    }

    /// What an item shares with its translations.
    pub fn versions(item: &Item) -> Option<String> {
        let group = item.label_slugs("post_translations").next();
        let group = group.or_else(|| VERSIONS.iter().find_map(|key| item.meta(key)).map(str::trim));
        group.filter(|group| !group.is_empty()).map(String::from)
    }
}

/// A locale (`pt_BR`, `uk`, `de_DE_formal`) as a BCP 47 tag.
fn tag(locale: &str) -> Option<String> {
    let mut parts = locale.split(['_', '-']);
    let language = parts.next()?.to_lowercase();
    let is_language = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_language {
        return None;
    }
    // The country is often taken for the language.
    let language = if language == "ua" { String::from("uk") } else { language };
    let next = parts.next().filter(|part| part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    Some(match next {
        Some(region) if region.len() == 2 => format!("{language}-{}", region.to_uppercase()),
        Some(script) if script.len() == 4 => format!("{language}-{}{}", script[..1].to_uppercase(), &script[1..]),
        _ => language,
    })
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn a_locale_becomes_a_language_tag() {
        for (locale, expected) in [
            ("uk", "uk"),
            ("ua", "uk"),
            ("pt_BR", "pt-BR"),
            ("en-gb", "en-GB"),
            ("de_DE_formal", "de-DE"),
            ("zh-hant", "zh-Hant"),
        ] {
            assert_eq!(tag(locale).as_deref(), Some(expected));
        }
        for other in ["", "english", "x1", "українська"] {
            assert_eq!(tag(other), None, "{other}");
        }
    }
}
