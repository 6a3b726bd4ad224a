//! Liquid, as in Jekyll and Eleventy, with the tags of their well-known plugins.

use std::collections::HashSet;

use super::arguments::Arguments;
use super::html::words;
use super::hugo_tags::picture;
use super::liquid_values::value;
use super::markup::{code, escaped, player};
use super::page_context::PageContext;
use super::path_names::{split, stem};
use super::players;
use super::tags::{Opening, Stead, Tag, TagReader, endings, until};
use crate::commands::import::note::Note;
use crate::locale::letters::first_characters;

/// Replaces what Liquid computes.
#[derive(Debug)]
pub struct LiquidTags<'a, 'b> {
    page: &'b mut PageContext<'a>,
    /// The tags of the text that end a block.
    endings: HashSet<String>,
    /// Whether `{{ … }}` is Liquid's; else it is text.
    has_values: bool,
}

const BOTH: [Opening; 2] = [Opening::Double, Opening::Block];
const BLOCK: [Opening; 1] = [Opening::Block];

impl<'a, 'b> LiquidTags<'a, 'b> {
    /// For `text`; without `has_values`, only `{% … %}` is replaced.
    pub fn of(text: &str, has_values: bool, page: &'b mut PageContext<'a>) -> LiquidTags<'a, 'b> {
        LiquidTags { page, endings: endings(text, &BLOCK), has_values }
    }

    fn left_out(&mut self, what: String) -> Stead {
        let what = first_characters(&what, 90);
        self.page.note(Note::left_out(format!("{what} was left out")));
        Stead::of("")
    }

    /// The inner text of a block that is taken as a whole.
    fn captured<'t>(&mut self, rest: &'t str, name: &str) -> Option<(&'t str, usize)> {
        let end = format!("end{name}");
        if !self.endings.contains(&end) {
            return None;
        }
        let begin = if name == "for" { name } else { "" };
        let found = until(rest, &BLOCK, begin, &[&end]);
        if found.is_none() {
            self.endings.remove(&end);
        }
        found
    }
}

impl TagReader for LiquidTags<'_, '_> {
    fn openings(&self) -> &'static [Opening] {
        if self.has_values { &BOTH } else { &BLOCK }
    }

    fn is_open(&mut self, begin: &str) {
        self.page.note_open(begin);
    }

    fn read(&mut self, tag: Tag<'_>) -> Option<Stead> {
        let (name, rest) = tag.inner.split_at(tag.inner.find(char::is_whitespace).unwrap_or(tag.inner.len()));
        if tag.opening == Opening::Block && (name == "raw" || name == "endraw") {
            let (inner, also) = self.captured(tag.rest, "raw").filter(|_| name == "raw").unwrap_or_default();
            return Some(Stead { text: inner.into(), also });
        }
        if tag.in_code {
            return None;
        }
        if tag.opening == Opening::Double {
            return Some(match value(tag.inner, self.page) {
                Some(value) => Stead::of(value),
                None => self.left_out(format!("{{{{ {} }}}}", tag.inner)),
            });
        }
        Some(self.block(name, rest.trim(), tag.rest))
    }
}

impl LiquidTags<'_, '_> {
    fn block(&mut self, name: &str, rest: &str, after: &str) -> Stead {
        match name {
            "comment" | "capture" | "for" | "javascript" | "style" | "schema" => match self.captured(after, name) {
                Some((_, also)) => {
                    if name == "for" {
                        self.left_out(format!("the loop {{% for {rest} %}}"));
                    }
                    Stead { text: String::new(), also }
                }
                None => Stead::of(""),
            },
            "highlight" | "codeblock" | "code" => {
                let language = Arguments::of(rest);
                let language = language.named(&["lang"]).or(language.at(0)).unwrap_or_default();
                let found = self.captured(after, name).unwrap_or_default();
                Stead { text: if found.0.is_empty() { String::new() } else { code(language, found.0) }, also: found.1 }
            }
            "post_url" => {
                let name = stem_of(rest);
                let own = self.page.targets.of_name(split(&name).1).map(String::from);
                own.map_or_else(|| self.left_out(format!("the link {{% post_url {rest} %}}")), Stead::of)
            }
            "link" => {
                let path = rest.trim_matches(['"', '\'', '/']);
                let own = self.page.targets.of_path(path).map(String::from);
                Stead::of(own.unwrap_or_else(|| format!("{}/{path}", self.page.settings.base())))
            }
            "assign" | "if" | "elsif" | "else" | "unless" | "case" | "when" | "increment" | "decrement" | "cycle"
            | "set" => Stead::of(""),
            "include" | "include_cached" | "include_relative" | "render" | "partial" => {
                let (file, rest) = rest.split_at(rest.find([' ', ',']).unwrap_or(rest.len()));
                let file = file.trim_matches(['"', '\'']);
                self.included(stem(split(file).1).0, rest, &format!("{{% {name} {file} %}}"))
            }
            "details" | "collapse" | "spoiler" => {
                let summary = words(rest.trim_matches(['"', '\'']));
                let summary = if summary.is_empty() { String::from("…") } else { summary };
                Stead::of(format!("\n\n<details><summary>{}</summary>\n\n", escaped(&summary)))
            }
            "enddetails" | "endcollapse" | "endspoiler" => Stead::of("\n\n</details>\n\n"),
            "blockquote" | "quote" | "pullquote" => Stead::of("\n\n<blockquote>\n\n"),
            "endblockquote" | "endquote" | "endpullquote" => Stead::of("\n\n</blockquote>\n\n"),
            name if name.starts_with("end") => Stead::of(""),
            name => self.included(name, rest, &format!("{{% {name} %}}")),
        }
    }

    /// A tag of a plugin, or an include of the site's own, which is known by its name.
    fn included(&mut self, name: &str, rest: &str, shown: &str) -> Stead {
        let arguments = Arguments::of(rest);
        if let Some(address) = players::address(name, &arguments) {
            return Stead::of(player(&address));
        }
        let lower = name.to_lowercase();
        let is_picture =
            ["figure", "image", "img", "picture", "photo", "asset_img"].iter().any(|word| lower.contains(word));
        if let Some(picture) = picture(&arguments).filter(|_| is_picture) {
            return Stead::of(self.evaluated(&picture));
        }
        if self.endings.contains(&format!("end{name}")) {
            self.page.note(Note::left_out(format!("{shown} was left out; the text in it stays")));
            return Stead::of("");
        }
        self.left_out(String::from(shown))
    }

    /// HTML in which an argument was a value of its own.
    fn evaluated(&self, html: &str) -> String {
        html.replace("{{ site.baseurl }}", &self.page.settings.base())
            .replace("{{site.baseurl}}", &self.page.settings.base())
    }
}

/// A path without the ending of a text.
fn stem_of(path: &str) -> String {
    let path = path.trim_matches(['"', '\'', ' ', '/']);
    ["md", "markdown", "html"].iter().find_map(|ending| path.strip_suffix(&format!(".{ending}"))).unwrap_or(path).into()
}
