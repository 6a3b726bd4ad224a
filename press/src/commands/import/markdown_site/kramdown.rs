//! What kramdown, Jekyll's Markdown, understands beyond CommonMark: attributes in braces, Markdown in HTML.

use super::code_parts::{code_parts, holds};
use crate::commands::import::note::Note;

/// The text as CommonMark: attributes are left out, but for the ids of headings.
pub fn plain(text: &str, notes: &mut Vec<Note>) -> String {
    if !text.contains("{:") && !text.contains("markdown=") && !text.contains("*[") && !text.contains("\n^\n") {
        return String::from(text);
    }
    let code = code_parts(text);
    let mut lines: Vec<String> = Vec::new();
    let mut place = 0;
    let mut is_comment = false;
    for line in text.split_inclusive('\n') {
        let begin = place;
        place += line.len();
        let end = line.trim_end();
        if holds(&code, begin + (line.len() - line.trim_start().len())) && !end.trim_start().starts_with('`') {
            lines.push(line.trim_end_matches('\n').into());
            continue;
        }
        let trimmed = end.trim();
        if is_comment || trimmed.starts_with("{::comment}") {
            is_comment = !trimmed.contains("{:/");
            continue;
        }
        if trimmed == "^" {
            lines.push(String::new());
        } else if trimmed.starts_with("*[") && trimmed.contains("]:") {
            let note = Note::left_out(ABBREVIATIONS);
            notes.extend((!notes.contains(&note)).then_some(note));
        } else if let Some(list) =
            trimmed.strip_prefix("{:").and_then(|rest| rest.strip_suffix('}')).filter(|list| !list.contains('}'))
        {
            of_block(list, &mut lines);
        } else {
            let line = without_spans(end, begin, &code);
            push(&line, &mut lines);
        }
    }
    let mut out = lines.join("\n");
    out.push('\n');
    out
}

const ABBREVIATIONS: &str = "the meanings of its abbreviations were left out";

/// Attributes of the block above: an id stays with a heading; a table of contents is left out.
fn of_block(list: &str, lines: &mut Vec<String>) {
    if list.trim().eq_ignore_ascii_case("toc") {
        lines.pop();
        return;
    }
    let id = list.split_whitespace().find_map(|word| word.strip_prefix('#'));
    if let (Some(id), Some(above)) = (id, lines.last_mut())
        && above.trim_start().starts_with('#')
    {
        above.push_str(&format!(" {{#{id}}}"));
    }
}

/// A line without the attributes of spans: `![a](b.png){:width="3"}`.
fn without_spans(line: &str, begin: usize, code: &[std::ops::Range<usize>]) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(place) = rest.find("{:") {
        let at = begin + (line.len() - rest.len()) + place;
        let length = rest[place..].find('}').filter(|_| !holds(code, at));
        match length {
            Some(length) => {
                let list = &rest[place + 2..place + length];
                let id = list.split_whitespace().find_map(|word| word.strip_prefix('#'));
                out.push_str(&rest[..place]);
                if let Some(id) = id.filter(|_| line.trim_start().starts_with('#')) {
                    out.push_str(&format!("{{#{id}}}"));
                }
                rest = &rest[place + length + 1..];
            }
            None => {
                out.push_str(&rest[..place + 2]);
                rest = &rest[place + 2..];
            }
        }
    }
    out + rest
}

/// Adds a line. Markdown in an element begins and ends at a blank line.
fn push(line: &str, lines: &mut Vec<String>) {
    let trimmed = line.trim_start();
    let is_open = trimmed.starts_with('<') && line.contains("markdown=") && line.trim_end().ends_with('>');
    if is_open {
        lines.extend([String::from(trimmed), String::new()]);
        return;
    }
    let is_close = ["</div>", "</section>", "</details>", "</aside>", "</article>"].contains(&line.trim());
    if is_close && lines.last().is_some_and(|last| !last.trim().is_empty()) {
        lines.push(String::new());
    }
    lines.push(line.into());
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn attributes_are_left_out_and_the_ids_of_headings_stay() {
        for (text, expected) in [
            ("![a](b.png){:width=\"3\"} c", "![a](b.png) c\n"),
            ("## Lamp {: #lamp .big}", "## Lamp {#lamp}\n"),
            ("## Lamp\n{: #lamp}\nText", "## Lamp {#lamp}\nText\n"),
            ("a\n{: .note}\nb", "a\nb\n"),
            ("* TOC\n{:toc}\nb", "b\n"),
            ("`{:x}` {:.y}", "`{:x}` \n"),
            ("```\n{:x}\n```\n{:.y}", "```\n{:x}\n```\n"),
            ("{::comment}\na\n{:/comment}\nb", "b\n"),
            ("<div markdown=\"1\">\n*a*\n</div>", "<div markdown=\"1\">\n\n*a*\n\n</div>\n"),
        ] {
            assert_eq!(plain(text, &mut Vec::new()), expected, "{text}");
        }
    }
}
