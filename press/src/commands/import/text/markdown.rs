//! Writes a text as Markdown, as an editor would have written it.

use super::block::{Alignment, Block, Figure, Heading, Inline, Mark, words};
use super::escape::{self, Spot};

/// Writes blocks as Markdown.
#[derive(Clone, Copy, Debug, Default)]
pub struct MarkdownWriter {
    /// Escape all punctuation and mark text with elements, for a text that was misread without it.
    pub careful: bool,
    /// Leave out pictures.
    pub without_pictures: bool,
}

impl MarkdownWriter {
    /// The text with its footnotes at the end.
    pub fn write(self, blocks: &[Block], notes: &[Vec<Block>]) -> String {
        let highest = highest_heading(blocks).unwrap_or(2);
        let mut text = self.blocks(blocks, highest);
        for (index, note) in notes.iter().enumerate() {
            let body = self.blocks(note, highest);
            let definition = format!("[^{}]: {}", index + 1, indented(&body, "    "));
            text = joined(text, definition.trim_end());
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text
    }

    fn blocks(self, blocks: &[Block], highest: u8) -> String {
        let mut text = String::new();
        let mut lists = 0;
        for block in blocks {
            // Adjacent lists with the same marker would become one.
            lists = if matches!(block, Block::List(..)) { lists + 1 } else { 0 };
            text = joined(text, &self.block(block, highest, lists % 2 == 0));
        }
        text
    }

    fn block(self, block: &Block, highest: u8, other_sign: bool) -> String {
        match block {
            Block::Paragraph(pieces) => self.paragraph(pieces),
            Block::Heading(heading) => self.heading(heading, highest),
            Block::Quote(blocks, pull) => {
                let mut body = self.blocks(blocks, highest);
                if *pull && !body.is_empty() {
                    body.insert_str(0, "[!PULL]\n");
                }
                quoted(&body)
            }
            Block::List(start, items) => self.list(*start, items, highest, other_sign),
            Block::Code(language, code) => fenced(language, code),
            Block::Table(rows, alignments) => self.table(rows, alignments),
            Block::Folded(summary, blocks) => folded(summary, &self.blocks(blocks, highest)),
            Block::Figure(_) if self.without_pictures => String::new(),
            Block::Figure(figure) => self.figure(figure),
            Block::Rule => String::from("***"),
        }
    }

    fn heading(self, heading: &Heading, highest: u8) -> String {
        let mut line = self.line(&heading.pieces, Spot { careful: self.careful, ..Spot::default() });
        if line.ends_with('#') {
            line.insert(line.len() - 1, '\\');
        }
        // Braces at the end would be an id.
        let braces =
            line.rfind('{').filter(|place| line.ends_with('}') && line[place + 1..].starts_with(['#', ':', ' ']));
        if let Some(place) = braces.filter(|place| !line[..*place].ends_with('\\')) {
            line.insert(place, '\\');
        }
        let signs = "#".repeat(usize::from((heading.level + 2).saturating_sub(highest).min(6)));
        let id = heading.own_id.as_ref().map(|id| format!(" {{#{id}}}")).unwrap_or_default();
        if line.is_empty() { line } else { format!("{signs} {line}{id}") }
    }

    fn paragraph(self, pieces: &[Inline]) -> String {
        // An address alone in its paragraph is one of a film or a post.
        if let [Inline::Link(address, inner)] = pieces
            && words(inner) == *address
            && is_bare(address)
        {
            return address.clone();
        }
        let text = self.line(pieces, Spot { careful: self.careful, ..Spot::default() });
        text.split('\n').map(escape::line_start).collect::<Vec<_>>().join("\n")
    }

    fn figure(self, figure: &Figure) -> String {
        let spot = Spot { in_link: true, careful: self.careful, ..Spot::default() };
        let alt = escape::escaped(&figure.alt, spot);
        let caption = escape::title(&figure.caption);
        let title = if caption.is_empty() { caption } else { format!(" \"{caption}\"") };
        format!("![{alt}]({}{title})", figure.file)
    }

    fn list(self, start: Option<u64>, items: &[Vec<Block>], highest: u8, other_sign: bool) -> String {
        let is_tight = |item: &Vec<Block>| match item.as_slice() {
            [Block::Paragraph(_)] | [Block::Paragraph(_), Block::List(..)] => true,
            _ => item.is_empty(),
        };
        let between = if items.iter().all(is_tight) { "\n" } else { "\n\n" };
        let mut written = Vec::new();
        for item in items {
            let body = match item.as_slice() {
                [first @ Block::Paragraph(_), list @ Block::List(..)] if between == "\n" => {
                    [self.block(first, highest, false), self.block(list, highest, false)].join("\n")
                }
                item => self.blocks(item, highest),
            };
            if body.is_empty() {
                continue;
            }
            let number = start.map(|start| start.min(900_000_000) + written.len() as u64);
            let sign = match (number, other_sign) {
                (Some(number), false) => format!("{number}. "),
                (Some(number), true) => format!("{number}) "),
                (None, false) => String::from("- "),
                (None, true) => String::from("+ "),
            };
            written.push([sign.as_str(), &indented(&body, &" ".repeat(sign.len()))].concat());
        }
        written.join(between)
    }

    fn table(self, rows: &[Vec<Vec<Inline>>], alignments: &[Alignment]) -> String {
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let spot = Spot { in_cell: true, careful: self.careful, ..Spot::default() };
        let mut lines = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let cells = row.iter().map(|cell| self.line(cell, spot)).chain(std::iter::repeat_with(String::new));
            let cells: Vec<String> = cells.take(columns).collect();
            lines.push(format!("| {} |", cells.join(" | ")));
            if index == 0 {
                let rules = alignments.iter().copied().chain(std::iter::repeat(Alignment::Unset)).take(columns);
                lines.push(format!("| {} |", rules.map(rule).collect::<Vec<_>>().join(" | ")));
            }
        }
        if columns == 0 { String::new() } else { lines.join("\n") }
    }

    fn line(self, pieces: &[Inline], spot: Spot) -> String {
        let mut out = String::new();
        for (index, piece) in pieces.iter().enumerate() {
            let next = pieces.get(index + 1);
            match piece {
                Inline::Text(text) => {
                    out.push_str(&escape::escaped(text, spot));
                    // Before a link, `!` would turn it into a picture.
                    if out.ends_with('!') && matches!(next, Some(Inline::Link(..) | Inline::Note(_))) {
                        out.truncate(out.len() - 1);
                        out.push_str("\\!");
                    }
                }
                Inline::Code(code) => out.push_str(&code_span(code, spot)),
                Inline::Marked(mark, inner) => self.mark(*mark, inner, next, spot, &mut out),
                Inline::Link(address, inner) => out.push_str(&self.link(address, inner, spot)),
                Inline::Break if spot.in_cell => out.push_str("<br>"),
                Inline::Break => out.push_str("\\\n"),
                Inline::Note(index) => out.push_str(&format!("[^{}]", index + 1)),
            }
        }
        out
    }

    fn link(self, address: &str, inner: &[Inline], spot: Spot) -> String {
        let label = words(inner);
        let is_bare = label == address
            && (address.starts_with("https://") || address.starts_with("http://"))
            && escape::destination(address, spot).replace('\\', "") == address;
        if is_bare {
            return format!("<{address}>");
        }
        let label = self.line(inner, Spot { in_link: true, ..spot });
        format!("[{label}]({})", escape::destination(address, spot))
    }

    fn mark(self, mark: Mark, inner: &[Inline], next: Option<&Inline>, spot: Spot, out: &mut String) {
        let body = self.line(inner, spot);
        let (sign, element) = match mark {
            Mark::Emphasis => ("*", "em"),
            Mark::Strong => ("**", "strong"),
            Mark::Struck => ("~~", "del"),
            Mark::Element(name) => ("", name),
        };
        let plain = !sign.is_empty() && !self.careful && holds(&body, inner, next, out);
        if plain {
            out.push_str(&[sign, &body, sign].concat());
        } else {
            out.push_str(&format!("<{element}>{body}</{element}>"));
        }
    }
}

/// Whether an address is read as one whole link without any signs around it.
fn is_bare(address: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "-._~:/?=@%+#,&".contains(letter);
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
        let is_host = host.contains('.') && !host.contains(['_', '@', '~', '%']) && !host.starts_with('.');
        is_host
            && rest.chars().all(fits)
            && rest.ends_with(|end: char| end.is_ascii_alphanumeric() || "/=-".contains(end))
    }) && !address.contains("~~")
        && !address.contains("__")
}

/// Whether delimiters around `body`, between `out` and `next`, are parsed as marks.
fn holds(body: &str, inner: &[Inline], next: Option<&Inline>, out: &str) -> bool {
    let alone = matches!(inner, [Inline::Marked(Mark::Emphasis | Mark::Strong, _)]);
    let signs = |edge: Option<char>| matches!(edge, Some('*' | '~'));
    if signs(out.chars().next_back()) || (!alone && (signs(body.chars().next()) || signs(body.chars().next_back()))) {
        return false;
    }
    let after = match next {
        None | Some(Inline::Break) => None,
        Some(Inline::Text(text)) => text.chars().next(),
        Some(Inline::Marked(Mark::Element(_), _)) => Some('<'),
        Some(Inline::Marked(..)) => return false,
        Some(Inline::Link(..) | Inline::Note(_)) => Some('['),
        Some(Inline::Code(_)) => Some('`'),
    };
    let (first, last) = (body.chars().next(), body.chars().next_back());
    flanks(out.chars().next_back(), first) && flanks(after, last) && !body.contains('\n')
}

/// Whether a delimiter between these characters attaches to the inner one.
fn flanks(outer: Option<char>, inner: Option<char>) -> bool {
    let is_sign = |letter: char| !letter.is_alphanumeric() && !letter.is_whitespace();
    let Some(inner) = inner.filter(|inner| !inner.is_whitespace()) else { return false };
    !is_sign(inner) || outer.is_none_or(|outer| outer.is_whitespace() || is_sign(outer))
}

/// A code span.
pub fn code_span(code: &str, spot: Spot) -> String {
    let code = code.replace(|letter: char| letter.is_control(), " ");
    let code = if spot.in_cell { code.replace('|', "\\|") } else { code };
    let ticks = "`".repeat(longest_run(&code) + 1);
    let pad = if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) { " " } else { "" };
    format!("{ticks}{pad}{code}{pad}{ticks}")
}

fn longest_run(code: &str) -> usize {
    code.split(|letter| letter != '`').map(str::len).max().unwrap_or_default()
}

fn fenced(language: &str, code: &str) -> String {
    let fence = "`".repeat((longest_run(code) + 1).max(3));
    let code = code.trim_matches('\n').trim_end();
    format!("{fence}{language}\n{code}\n{fence}")
}

/// Text that readers open, between tags: there is no Markdown for it.
fn folded(summary: &str, body: &str) -> String {
    let summary = summary
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('{', "&#123;")
        .replace('}', "&#125;");
    if body.is_empty() {
        body.into()
    } else {
        format!("<details>\n<summary>{summary}</summary>\n\n{body}\n\n</details>")
    }
}

/// What stands under the head of a column.
fn rule(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Unset => "---",
        Alignment::Left => ":--",
        Alignment::Centre => ":-:",
        Alignment::Right => "--:",
    }
}

fn joined(mut text: String, block: &str) -> String {
    if !text.is_empty() && !block.is_empty() {
        text.push_str("\n\n");
    }
    text.push_str(block);
    text
}

/// Indents all lines but the first.
fn indented(text: &str, by: &str) -> String {
    let lines = text.split('\n').enumerate().map(|(index, line)| match (index, line) {
        (0, _) | (_, "") => String::from(line),
        _ => [by, line].concat(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn quoted(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let lines = text.split('\n').map(|line| if line.is_empty() { String::from(">") } else { ["> ", line].concat() });
    lines.collect::<Vec<_>>().join("\n")
}

fn highest_heading(blocks: &[Block]) -> Option<u8> {
    let levels = blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(heading.level),
        Block::Quote(blocks, _) | Block::Folded(_, blocks) => highest_heading(blocks),
        Block::List(_, items) => items.iter().filter_map(|item| highest_heading(item)).min(),
        _ => None,
    });
    levels.min()
}
