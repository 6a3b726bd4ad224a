//! Hugo's shortcodes.

use std::collections::HashSet;

use super::arguments::Arguments;
use super::html::words;
use super::markup::{code, escaped, figure, player};
use super::page_context::PageContext;
use super::players;
use super::tags::{Opening, Stead, Tag, TagReader, endings, until};
use crate::commands::import::note::Note;

/// Replaces Hugo's shortcodes.
#[derive(Debug)]
pub struct HugoTags<'a, 'b> {
    page: &'b mut PageContext<'a>,
    /// The closing shortcodes of the text, with a slash.
    endings: HashSet<String>,
}

impl<'a, 'b> HugoTags<'a, 'b> {
    /// For `text`.
    pub fn of(text: &str, page: &'b mut PageContext<'a>) -> HugoTags<'a, 'b> {
        HugoTags { page, endings: endings(text, &OPENINGS) }
    }
}

const OPENINGS: [Opening; 2] = [Opening::Angle, Opening::Percent];

impl TagReader for HugoTags<'_, '_> {
    fn openings(&self) -> &'static [Opening] {
        &OPENINGS
    }

    fn is_open(&mut self, begin: &str) {
        self.page.note_open(begin);
    }

    fn read(&mut self, tag: Tag<'_>) -> Option<Stead> {
        // A comment in it makes it an example.
        if let Some(example) = tag.inner.strip_prefix("/*").and_then(|inner| inner.strip_suffix("*/")) {
            let (begin, end) = tag.opening.signs();
            let begin = if tag.in_code { String::from(begin) } else { begin.replace('<', "\\<") };
            return Some(Stead::of([begin.as_str(), example, end].concat()));
        }
        if tag.in_code {
            return None;
        }
        let inner = tag.inner.strip_suffix('/').unwrap_or(tag.inner).trim();
        let (name, rest) = inner.split_at(inner.find(char::is_whitespace).unwrap_or(inner.len()));
        match name.strip_prefix('/') {
            Some(name) => Some(Stead::of(closing(if name.is_empty() { rest.trim() } else { name }))),
            None => Some(self.opening(name, rest, &tag)),
        }
    }
}

/// Shortcodes that show their inner text after a summary.
const FOLDS: [&str; 6] = ["details", "collapse", "expand", "spoiler", "accordion", "collapsible"];
/// Shortcodes whose inner text is code.
const DRAWINGS: [&str; 6] = ["mermaid", "plantuml", "chart", "echarts", "katex", "math"];
/// Shortcodes that change nothing in a text.
const BARE: [&str; 8] = ["rawhtml", "raw", "html", "unsafe", "markdown", "md", "safehtml", "div"];
/// Shortcodes that are links.
const LINKS: [&str; 4] = ["button", "btn", "link", "a"];

impl HugoTags<'_, '_> {
    fn opening(&mut self, name: &str, rest: &str, tag: &Tag<'_>) -> Stead {
        let arguments = Arguments::of(rest);
        let kind = name.rsplit('/').next().unwrap_or_default().to_lowercase();
        let is_pair = self.endings.contains(&format!("/{name}"));
        let captured = |name: &str| until(tag.rest, &OPENINGS, "", &[&format!("/{name}")]);
        if let Some(address) = players::address(name, &arguments) {
            return Stead::of(player(&address));
        }
        match kind.as_str() {
            "ref" | "relref" => {
                let target = arguments.named_or_first(&["path"]).unwrap_or_default();
                Stead::of(self.page.link(target))
            }
            "figure" | "img" | "image" | "picture" | "imgproc" | "photo" => match picture(&arguments) {
                Some(picture) => Stead::of(picture),
                None => self.left_out(name),
            },
            "highlight" | "code" if is_pair => {
                let (inner, also) = captured(name).unwrap_or_default();
                Stead { text: code(arguments.named_or_first(&["lang", "language"]).unwrap_or_default(), inner), also }
            }
            "comment" if is_pair => Stead { text: String::new(), also: captured(name).unwrap_or_default().1 },
            kind if DRAWINGS.contains(&kind) && is_pair => {
                let (inner, also) = captured(name).unwrap_or_default();
                self.page.note(Note::changed(format!("a drawing in {kind} is now its code")));
                Stead { text: code(kind, inner), also }
            }
            kind if FOLDS.contains(&kind) => {
                let summary = arguments.named_or_first(&["summary", "title", "name", "label"]);
                let summary = words(summary.unwrap_or("…"));
                Stead::of(format!("\n\n<details><summary>{}</summary>\n\n", escaped(&summary)))
            }
            "quote" | "blockquote" | "pullquote" => Stead::of("\n\n<blockquote>\n\n"),
            "br" => Stead::of("<br>"),
            "param" => self.param(arguments.at(0).unwrap_or_default()),
            kind if BARE.contains(&kind) => Stead::of(""),
            kind if LINKS.contains(&kind) && is_pair => {
                let address = arguments.named_or_first(&["href", "url", "link"]).unwrap_or_default();
                Stead::of(format!("<a href=\"{}\">", escaped(address)))
            }
            _ => self.unknown(name, &arguments, is_pair),
        }
    }

    fn param(&mut self, name: &str) -> Stead {
        let own = self.page.keys.text(&[name, &format!("params.{name}")]);
        match own.or_else(|| self.page.settings.keys.text(&[&format!("params.{name}")])) {
            Some(value) => Stead::of(value),
            None => self.left_out("param"),
        }
    }

    fn left_out(&mut self, name: &str) -> Stead {
        self.page.note(Note::left_out(format!("the shortcode {{{{< {name} >}}}} was left out")));
        Stead::of("")
    }

    /// A shortcode of the site's own: its title and the text in it stay.
    fn unknown(&mut self, name: &str, arguments: &Arguments, is_pair: bool) -> Stead {
        let is_address = |value: &&str| value.starts_with("https://") || value.starts_with("http://");
        let title = arguments.named(&["title", "summary", "caption", "name", "label", "heading"]);
        match (is_pair, title, arguments.values().find(is_address)) {
            (true, title, _) => {
                self.page.note(Note::left_out(format!(
                    "the shortcode {{{{< {name} >}}}} was left out; the text in it stays"
                )));
                let title = title.map(words).filter(|title| !title.is_empty());
                let title = title.map(|title| format!("\n\n<p><strong>{}</strong></p>\n\n", escaped(&title)));
                Stead::of(title.unwrap_or_default())
            }
            (false, _, Some(address)) => {
                self.page.note(Note::changed(format!("the shortcode {{{{< {name} >}}}} is now a link to {address}")));
                let title = title.map_or_else(|| String::from(address), words);
                Stead::of(format!("<a href=\"{}\">{}</a>", escaped(address), escaped(&title)))
            }
            (false, ..) => self.left_out(name),
        }
    }
}

fn closing(name: &str) -> &'static str {
    let kind = name.rsplit('/').next().unwrap_or_default().to_lowercase();
    match kind.as_str() {
        kind if FOLDS.contains(&kind) => "\n\n</details>\n\n",
        "quote" | "blockquote" | "pullquote" => "\n\n</blockquote>\n\n",
        kind if LINKS.contains(&kind) => "</a>",
        _ => "",
    }
}

/// A figure with these arguments; none if they name no file.
pub fn picture(arguments: &Arguments) -> Option<String> {
    const SOURCES: [&str; 10] =
        ["src", "url", "image", "path", "file", "image_path", "img", "source", "filename", "file_path"];
    let looks_like_file = |value: &&str| value.contains('.') && !value.contains(' ');
    let positional = (0..4).filter_map(|place| arguments.at(place)).find(looks_like_file);
    let source = arguments.named(&SOURCES).or(positional)?;
    let caption = arguments.named(&["caption", "title"]).map(words).unwrap_or_default();
    let by = arguments.named(&["attr", "credit"]).map(words).filter(|by| !by.is_empty());
    let caption = match by {
        Some(by) if caption.is_empty() => by,
        Some(by) => format!("{caption} {by}"),
        None => caption,
    };
    let alt = arguments.named(&["alt"]).map(words).unwrap_or_default();
    Some(figure(source, &alt, &caption))
}
