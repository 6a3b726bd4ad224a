//! Writes the HTML elements of a head.

use std::borrow::Cow;

use journal::components::{Frame, sources};
use journal::model::{Image, Picture};
use serde_json::Value;

use super::body::inert;
use crate::pictures::social_size;

/// The bytes to reserve for a head, in addition to its CSS; most heads need fewer.
pub const AROUND_STYLE: usize = 8 * 1024;

/// A head that is being written.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// An empty head with a capacity in bytes.
    pub fn with_room(bytes: usize) -> Html {
        Html(String::with_capacity(bytes))
    }

    /// The HTML written so far.
    pub fn into_text(self) -> String {
        self.0
    }

    fn put(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.0.push_str(part));
    }

    /// Adds an element with text.
    pub fn element(&mut self, name: &str, text: &str) {
        self.put(&["<", name, ">", &escape(text), "</", name, ">"]);
    }

    /// Adds the picture that other sites show for the page; `address` is the address of this site.
    pub fn picture(&mut self, address: &str, picture: &Picture) {
        let (width, height) = social_size(picture.image.width, picture.image.height);
        self.meta("property", "og:image", &[address, &picture.image.social_address()].concat());
        self.meta("property", "og:image:width", &width.to_string());
        self.meta("property", "og:image:height", &height.to_string());
        self.meta("property", "og:image:alt", &picture.alt);
    }

    /// Adds a `meta` element; `key` is `name`, `property` or `http-equiv`.
    pub fn meta(&mut self, key: &str, name: &str, content: &str) {
        self.put(&["<meta ", key, "=\"", name, "\" content=\"", &escape(content), "\">"]);
    }

    /// Adds a `link` element; `more` is further attributes, which are not escaped.
    pub fn link(&mut self, rel: &str, href: &str, more: &str) {
        self.put(&["<link rel=\"", rel, "\" href=\"", &escape(href), "\"", more, ">"]);
    }

    /// Adds inline CSS.
    pub fn style(&mut self, css: &str) {
        self.put(&["<style>", css, "</style>"]);
    }

    /// Preloads the lead picture.
    pub fn preload(&mut self, base: &str, image: &Image, frame: &Frame) {
        let format = Image::AVIF;
        self.put(&[
            "<link rel=\"preload\" as=\"image\" type=\"image/",
            format,
            "\" imagesrcset=\"",
            &escape(&sources(base, image, format, frame)),
            "\" imagesizes=\"",
            frame.sizes,
            "\" fetchpriority=\"high\">",
        ]);
    }

    /// Adds structured data (JSON-LD).
    pub fn linked_data(&mut self, data: &Value) {
        self.put(&["<script type=\"application/ld+json\">", &inert(&data.to_string()), "</script>"]);
    }
}

/// Escapes text for HTML elements and double-quoted attributes.
pub fn escape(text: &str) -> Cow<'_, str> {
    let special = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | b'"');
    if !text.bytes().any(special) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            other => escaped.push(other),
        }
    }
    Cow::Owned(escaped)
}
