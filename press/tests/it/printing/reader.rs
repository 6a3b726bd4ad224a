//! A pressed page as a browser reads it.

use journal::model::{Document, Pressed};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

/// A pressed page as a browser reads it.
pub struct Page {
    pub text: String,
    html: Html,
}

impl Page {
    pub fn parse(text: &str) -> Page {
        Page { text: String::from(text), html: Html::parse_document(text) }
    }

    /// The errors of the parser.
    pub fn complaints(&self) -> &[std::borrow::Cow<'static, str>] {
        &self.html.errors
    }

    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&Selector::parse(selector).unwrap()).collect()
    }

    /// The only element of a kind.
    pub fn one(&self, selector: &str) -> ElementRef<'_> {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector}: {:?}", found.iter().map(ElementRef::html).collect::<Vec<_>>());
        found[0]
    }

    /// The text of the only element of a kind.
    pub fn text_of(&self, selector: &str) -> String {
        self.one(selector).text().collect()
    }

    /// An attribute of the only element of a kind.
    pub fn attribute(&self, selector: &str, name: &str) -> String {
        let element = self.one(selector);
        String::from(element.attr(name).unwrap_or_else(|| panic!("{selector} has no {name}")))
    }

    /// The values of the `<meta>` elements called `name`, by `name` or by `property`.
    pub fn meta(&self, name: &str) -> Vec<&str> {
        let found = self.all(&format!("head > meta[name='{name}'], head > meta[property='{name}']"));
        found.iter().map(|element| element.attr("content").unwrap()).collect()
    }

    /// The linked data of a schema.org type, which the page must have exactly once.
    pub fn linked_data(&self, kind: &str) -> Value {
        let found: Vec<Value> = self.all_linked_data().into_iter().filter(|data| data["@type"] == kind).collect();
        let [data] = found.try_into().unwrap_or_else(|found| panic!("{kind}: {found:?}"));
        data
    }

    pub fn all_linked_data(&self) -> Vec<Value> {
        let blocks = self.all("head > script[type='application/ld+json']");
        blocks.iter().map(|block| serde_json::from_str(&block.text().collect::<String>()).unwrap()).collect()
    }

    /// The page's data block, unchanged.
    pub fn pressed(&self) -> Pressed {
        serde_json::from_str(&self.text_of("body > script#document")).unwrap()
    }

    /// The document as the app has it after putting the text of the page back into it.
    pub fn document(&self) -> Document {
        let mut document = self.pressed().document;
        if let Some(body) = document.body_mut() {
            let beside = self.all("#text > .beside");
            *body = beside.iter().fold(self.one("#text").inner_html(), |text, part| text.replacen(&part.html(), "", 1));
        }
        document
    }

    /// The addresses that the page refers to: links, forms, pictures, files, the app's script.
    pub fn references(&self) -> Vec<String> {
        let mut found = Vec::new();
        for name in ["href", "src", "action", "poster", "data"] {
            let elements = self.all(&format!("[{name}]"));
            found.extend(elements.iter().map(|element| String::from(element.attr(name).unwrap())));
        }
        // Addresses with a width each.
        for name in ["srcset", "imagesrcset"] {
            for element in self.all(&format!("[{name}]")) {
                let sources = element.attr(name).unwrap().split(',');
                found.extend(sources.map(|source| String::from(source.split(' ').next().unwrap())));
            }
        }
        for script in self.all("script:not([type])") {
            let text: String = script.text().collect();
            // Folders are only the beginning of an address.
            let is_file = |part: &&str| part.starts_with('/') && !part.ends_with('/');
            let parts = text.split('`').skip(1).step_by(2).filter(is_file);
            found.extend(parts.map(String::from));
        }
        found
    }
}
