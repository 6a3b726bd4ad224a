//! The elements of a head.

use std::borrow::Cow;

use journal::components::{Frame, sources};
use journal::model::{Image, Picture};
use serde_json::Value;

use super::body::inert;
use crate::pictures::social_size;

/// Bytes that a head has beside its style; most have fewer.
pub const AROUND_STYLE: usize = 8 * 1024;

/// A head that is being written.
pub struct Html(String);

impl Html {
    /// A head with nothing yet, and room for so many bytes.
    pub fn with_room(bytes: usize) -> Html {
        Html(String::with_capacity(bytes))
    }

    /// What was written.
    pub fn into_text(self) -> String {
        self.0
    }

    fn put(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.0.push_str(part));
    }

    /// An element with text.
    pub fn element(&mut self, name: &str, text: &str) {
        self.put(&["<", name, ">", &escape(text), "</", name, ">"]);
    }

    /// The picture that other sites show of the page, on the site at `address`.
    pub fn picture(&mut self, address: &str, picture: &Picture) {
        let (width, height) = social_size(picture.image.width, picture.image.height);
        self.meta("property", "og:image", &[address, &picture.image.social_address()].concat());
        self.meta("property", "og:image:width", &width.to_string());
        self.meta("property", "og:image:height", &height.to_string());
        self.meta("property", "og:image:alt", &picture.alt);
    }

    /// What is said of the page: the key is `name`, `property` or `http-equiv`.
    pub fn meta(&mut self, key: &str, name: &str, content: &str) {
        self.put(&["<meta ", key, "=\"", name, "\" content=\"", &escape(content), "\">"]);
    }

    /// A link to another file; `more` is put behind its address as it is.
    pub fn link(&mut self, rel: &str, href: &str, more: &str) {
        self.put(&["<link rel=\"", rel, "\" href=\"", &escape(href), "\"", more, ">"]);
    }

    /// Nothing else has to come before the page is painted.
    pub fn style(&mut self, css: &str) {
        self.put(&["<style>", css, "</style>"]);
    }

    /// The lead picture, which the browser fetches before it has found it in the page.
    pub fn preload(&mut self, base: &str, image: &Image, frame: &Frame) {
        let format = Image::FORMATS[0];
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

    /// Structured data.
    pub fn linked_data(&mut self, data: &Value) {
        self.put(&["<script type=\"application/ld+json\">", &inert(&data.to_string()), "</script>"]);
    }
}

/// Text for HTML, in elements as well as in double-quoted attributes.
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
