//! Turns the Markdown of other programs into HTML, which the import of all programs reads.

use std::collections::{HashMap, HashSet};

use comrak::nodes::{AstNode, NodeHeading, NodeValue};
use comrak::options::{Extension, Render};
use comrak::{Anchorizer, Arena, Options, format_html, parse_document};

use super::path_names;
use crate::commands::import::plain_text::{in_one_line, plain_text};
use crate::commands::import::text::html::OWN_ID;

/// How a program reads Markdown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dialect {
    /// Whether a single `~` marks nothing.
    pub tildes_in_pairs: bool,
}

/// A text as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The text without the heading that is its headline.
    pub html: String,
    /// Its first heading, if it is of the highest level and the first thing in it.
    pub headline: Option<String>,
}

/// Renders a text whose headline is `title`; `link` says where a link leads that is not a full address.
pub fn html(text: &str, title: &str, dialect: Dialect, link: &mut dyn FnMut(&str) -> Option<String>) -> Rendered {
    let options = options();
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options);
    let headline = headline(root);
    if let Some((node, words)) = &headline
        && (title.is_empty() || is_same(title, words))
    {
        node.detach();
    }
    let mut ids = Ids::default();
    let lines: Vec<&str> = if dialect.tildes_in_pairs { text.lines().collect() } else { Vec::new() };
    for node in root.descendants() {
        let value = node.data().value.clone();
        match value {
            NodeValue::Heading(_) => ids.add(node, &arena),
            NodeValue::Item(_) => tick(node),
            NodeValue::CodeBlock(mut block) => {
                block.info = language(&block.info);
                node.data_mut().value = NodeValue::CodeBlock(block);
            }
            NodeValue::Link(mut target) => {
                if !target.url.contains("://")
                    && let Some(url) = link(&target.url)
                {
                    target.url = url;
                    node.data_mut().value = NodeValue::Link(target);
                }
            }
            NodeValue::Strikethrough if dialect.tildes_in_pairs && is_single(node, &lines) => {
                node.data_mut().value = NodeValue::Text("~".into());
                let last = arena.alloc(NodeValue::Text("~".into()).into());
                node.insert_after(last);
                for child in node.children().collect::<Vec<_>>() {
                    last.insert_before(child);
                }
            }
            NodeValue::Alert(alert) => {
                let title = alert.title.clone().unwrap_or_else(|| alert.alert_type.default_title().into());
                let strong: &AstNode<'_> = arena.alloc(NodeValue::Strong.into());
                strong.append(arena.alloc(NodeValue::Text(title.into()).into()));
                let paragraph: &AstNode<'_> = arena.alloc(NodeValue::Paragraph.into());
                paragraph.append(strong);
                node.prepend(paragraph);
                node.data_mut().value = NodeValue::BlockQuote;
            }
            _ => {}
        }
    }
    let mut html = String::new();
    // Writing to a string cannot fail.
    _ = format_html(root, &options, &mut html);
    Rendered { html, headline: headline.map(|(_, words)| words) }
}

/// The words of a piece of Markdown or HTML on one line.
pub fn words(text: &str) -> String {
    if !text.contains(|letter: char| "*_`[<&\\~!#\n".contains(letter)) {
        return in_one_line(text);
    }
    let mut none = |_: &str| None;
    plain_text(&html(text, "\n", Dialect::default(), &mut none).html)
}

fn options() -> Options<'static> {
    Options {
        extension: Extension {
            table: true,
            footnotes: true,
            strikethrough: true,
            autolink: true,
            description_lists: true,
            alerts: true,
            ..Extension::default()
        },
        render: Render { r#unsafe: true, figure_with_caption: true, ..Render::default() },
        ..Options::default()
    }
}

/// The heading of the highest level with which a text begins, and its words.
fn headline<'a>(root: &'a AstNode<'a>) -> Option<(&'a AstNode<'a>, String)> {
    let is_silent = |node: &&AstNode<'a>| match &node.data().value {
        NodeValue::HtmlBlock(block) => block.literal.trim_start().starts_with("<!--"),
        _ => false,
    };
    let first = root.children().find(|node| !is_silent(node))?;
    let is_headline = matches!(first.data().value, NodeValue::Heading(NodeHeading { level: 1, .. }));
    let words = words_of(first);
    (is_headline && !words.is_empty()).then_some((first, words))
}

fn words_of<'a>(node: &'a AstNode<'a>) -> String {
    let mut text = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
            _ => {}
        }
    }
    let text = in_one_line(&text);
    own_id(&text).map_or_else(|| text.clone(), |(words, _)| words)
}

fn is_same(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}

/// `Lamp {#lamp .big}` without the braces, and the id in them.
fn own_id(text: &str) -> Option<(String, Option<String>)> {
    let text = text.trim_end();
    let place = text.rfind('{').filter(|_| text.ends_with('}'))?;
    let list = text[place + 1..text.len() - 1].trim_start_matches(':').trim();
    let is_list = list.starts_with(['#', '.']) && !list.contains(['{', '}']);
    let id = list.split_whitespace().find_map(|word| word.strip_prefix('#')).map(String::from);
    is_list.then(|| (String::from(text[..place].trim_end()), id))
}

/// The ids of headings, as links in the text may write them.
#[derive(Debug, Default)]
struct Ids {
    used: HashSet<String>,
    counts: HashMap<String, usize>,
    github: Anchorizer,
}

impl Ids {
    /// Gives a heading the ids that programs would give it, as elements in it.
    fn add<'a>(&mut self, node: &'a AstNode<'a>, arena: &'a Arena<'a>) {
        let words = words_of(node);
        let mut ids = Vec::new();
        let last = node.last_child().filter(|last| matches!(last.data().value, NodeValue::Text(_)));
        if let Some(last) = last {
            let text = match &last.data().value {
                NodeValue::Text(text) => text.to_string(),
                _ => String::new(),
            };
            if let Some((text, id)) = own_id(&text) {
                last.data_mut().value = NodeValue::Text(text.into());
                ids.extend(id.map(|id| (id, true)));
            }
        }
        ids.push((self.github.anchorize(&words), false));
        for name in [path_names::zola(&words), path_names::plain(&words)] {
            // Two programs may give the same id, which counts once.
            if !ids.iter().any(|(id, _)| *id == name) || self.counts.contains_key(&name) {
                let count = self.counts.entry(name.clone()).or_default();
                ids.push((if *count == 0 { name } else { format!("{name}-{count}") }, false));
                *count += 1;
            }
        }
        for (id, is_own) in ids {
            if !id.is_empty() && self.used.insert(id.clone()) {
                let id = id.replace(['"', '<', '>', '&'], "");
                let class = if is_own { format!(" class=\"{OWN_ID}\"") } else { String::new() };
                let mark = format!("<span id=\"{id}\"{class}></span>");
                node.prepend(arena.alloc(NodeValue::HtmlInline(mark).into()));
            }
        }
    }
}

/// A task becomes an item that begins with a box.
fn tick<'a>(item: &'a AstNode<'a>) {
    let Some(text) = item.first_child().and_then(|paragraph| paragraph.first_child()) else { return };
    let mut data = text.data_mut();
    if let NodeValue::Text(words) = &mut data.value {
        let boxes = [("[ ] ", "☐ "), ("[x] ", "☑ "), ("[X] ", "☑ ")];
        let found = boxes.iter().find_map(|(mark, sign)| Some([*sign, words.strip_prefix(mark)?].concat()));
        if let Some(found) = found {
            *words = found.into();
        }
    }
}

/// The language of a code block: `rust` of `rust,no_run`, `{.rust}` and `rust {linenos=true}`.
fn language(info: &str) -> String {
    let info = info.trim().trim_start_matches(['{', '.', ' ']);
    info.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "+-#".contains(*letter)).collect()
}

fn is_single<'a>(node: &'a AstNode<'a>, lines: &[&str]) -> bool {
    let start = node.data().sourcepos.start;
    let line = lines.get(start.line.saturating_sub(1)).copied().unwrap_or_default();
    !line.get(start.column.saturating_sub(1)..).is_some_and(|rest| rest.starts_with("~~"))
}

#[cfg(test)]
mod tests {
    use super::{Dialect, html, words};

    fn rendered(text: &str) -> String {
        html(text, "", Dialect::default(), &mut |url| url.strip_suffix(".md").map(|url| format!("/{url}/"))).html
    }

    #[test]
    fn markdown_of_other_programs_becomes_html() {
        for (text, expected) in [
            (
                "[a](b.md) [c](https://d.example/e.md)",
                "<p><a href=\"/b/\">a</a> <a href=\"https://d.example/e.md\">c</a></p>\n",
            ),
            ("- [x] a\n- [ ] b\n- [c](#d)", "<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n<li><a href=\"#d\">c</a></li>\n</ul>\n"),
            ("```rust,no_run\na\n```", "<pre><code class=\"language-rust\">a\n</code></pre>\n"),
            ("> [!NOTE]\n> a", "<blockquote>\n<p><strong>Note</strong></p>\n<p>a</p>\n</blockquote>\n"),
            (
                "![a](b.png \"c\")",
                "<p><figure><img src=\"b.png\" alt=\"a\" title=\"c\" /><figcaption>c</figcaption></figure></p>\n",
            ),
        ] {
            assert_eq!(rendered(text), expected, "{text}");
        }
    }

    #[test]
    fn headings_have_all_ids_that_links_may_use() {
        let text = rendered("## The Lamp_1 {#lamp}\n\n## The Lamp_1\n");
        for id in ["lamp", "the-lamp_1", "the-lamp-1", "the-lamp_1-1", "the-lamp-1-1"] {
            assert_eq!(text.matches(&format!("<span id=\"{id}\"")).count(), 1, "{id} in {text}");
        }
        assert!(!text.contains('{'), "{text}");
    }

    #[test]
    fn the_headline_is_not_repeated_in_the_text() {
        let mut none = |_: &str| None;
        let lamp = html("<!-- x -->\n\n# The *Lamp*\n\nText", "", Dialect::default(), &mut none);
        assert_eq!(lamp.headline.as_deref(), Some("The Lamp"));
        assert!(!lamp.html.contains("Lamp"), "{}", lamp.html);
        let other = html("# Mole\n\nText", "The Lamp", Dialect::default(), &mut none);
        assert!(other.html.contains("Mole"), "{}", other.html);
    }

    #[test]
    fn a_single_tilde_marks_nothing_where_tildes_come_in_pairs() {
        let dialect = Dialect { tildes_in_pairs: true };
        let text = html("~5 or ~6 and ~~7~~", "", dialect, &mut |_| None).html;
        assert_eq!(text, "<p>~5 or ~6 and <del>7</del></p>\n");
    }

    #[test]
    fn only_the_words_of_a_piece_stay() {
        assert_eq!(words("The *lamp* & the [mole](x.md) <b>now</b>"), "The lamp & the mole now");
        assert_eq!(words("# 1 < 2"), "1 < 2");
    }
}
