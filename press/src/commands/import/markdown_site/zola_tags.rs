//! Zola's shortcodes: `{{ youtube(id="x") }}` and `{% quote(by="y") %} … {% end %}`.

use super::arguments::Arguments;
use super::html::words;
use super::hugo_tags::picture;
use super::markup::{escaped, player};
use super::page_context::PageContext;
use super::players;
use super::tags::{Opening, Stead, Tag, TagReader};
use crate::commands::import::note::Note;

/// Replaces Zola's shortcodes.
#[derive(Debug)]
pub struct ZolaTags<'a, 'b> {
    page: &'b mut PageContext<'a>,
    /// What the ends of the open blocks become.
    open: Vec<&'static str>,
}

impl<'a, 'b> ZolaTags<'a, 'b> {
    /// For a text with these surroundings.
    pub fn of(page: &'b mut PageContext<'a>) -> ZolaTags<'a, 'b> {
        ZolaTags { page, open: Vec::new() }
    }

    /// What is written for the blocks that are still open at the end of the text.
    pub fn rest(self) -> String {
        self.open.into_iter().rev().collect()
    }
}

impl TagReader for ZolaTags<'_, '_> {
    fn openings(&self) -> &'static [Opening] {
        &[Opening::Double, Opening::Block]
    }

    fn is_open(&mut self, begin: &str) {
        self.page.note_open(begin);
    }

    fn read(&mut self, tag: Tag<'_>) -> Option<Stead> {
        if let Some(example) = tag.inner.strip_prefix("/*").and_then(|inner| inner.strip_suffix("*/")) {
            let (begin, end) = tag.opening.signs();
            return Some(Stead::of([begin, example, end].concat()));
        }
        if tag.in_code {
            return None;
        }
        if tag.opening == Opening::Block && tag.inner == "end" {
            return Some(Stead::of(self.open.pop().unwrap_or_default()));
        }
        let (name, rest) = tag.inner.split_once('(')?;
        let arguments = Arguments::of(rest.trim_end().strip_suffix(')')?);
        let name = name.trim();
        let is_name = |letter: char| letter.is_alphanumeric() || "_:.".contains(letter);
        if name.is_empty() || !name.chars().all(is_name) {
            return None;
        }
        Some(Stead::of(if tag.opening == Opening::Block {
            self.block(name, &arguments)
        } else {
            self.alone(name, &arguments)
        }))
    }
}

impl ZolaTags<'_, '_> {
    fn alone(&mut self, name: &str, arguments: &Arguments) -> String {
        if let Some(address) = players::address(name, arguments) {
            return player(&address);
        }
        let looks_like_picture = ["figure", "image", "img", "picture", "photo"].iter().any(|word| name.contains(word));
        if let Some(picture) = picture(arguments).filter(|_| looks_like_picture) {
            return picture;
        }
        let is_address = |value: &&str| value.starts_with("https://") || value.starts_with("http://");
        match arguments.values().find(is_address) {
            Some(address) => {
                self.page.note(Note::changed(format!("the shortcode {name} is now a link to {address}")));
                format!("<a href=\"{0}\">{0}</a>", escaped(address))
            }
            None => {
                self.page.note(Note::left_out(format!("the shortcode {name} was left out")));
                String::new()
            }
        }
    }

    fn block(&mut self, name: &str, arguments: &Arguments) -> String {
        let title = arguments.named(&["title", "summary", "caption", "name", "label", "heading"]).map(words);
        match name {
            "details" | "collapse" | "expand" | "spoiler" | "fold" => {
                self.open.push("\n\n</details>\n\n");
                let summary = title.unwrap_or_else(|| String::from("…"));
                format!("\n\n<details><summary>{}</summary>\n\n", escaped(&summary))
            }
            "quote" | "blockquote" => {
                let by = arguments.named(&["author", "by", "cite", "source"]).map(words).unwrap_or_default();
                self.open.push("\n\n</blockquote>\n\n");
                let by = if by.is_empty() { by } else { format!("<p>{}:</p>\n\n", escaped(&by)) };
                format!("\n\n{by}<blockquote>\n\n")
            }
            _ => {
                self.open.push("");
                self.page.note(Note::left_out(format!("the shortcode {name} was left out; the text in it stays")));
                let title = title.filter(|title| !title.is_empty());
                title.map(|title| format!("\n\n<p><strong>{}</strong></p>\n\n", escaped(&title))).unwrap_or_default()
            }
        }
    }
}
