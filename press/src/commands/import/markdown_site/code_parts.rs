//! Finds the code in a Markdown text, where markup of other programs is an example.

use std::ops::Range;

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};

/// The places of code in a text, in order: blocks, and spans within a line or a paragraph.
pub fn code_parts(text: &str) -> Vec<Range<usize>> {
    if !text.contains('`') && !text.contains("~~~") && !text.contains("    ") && !text.contains('\t') {
        return Vec::new();
    }
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(place, _)| place + 1)).chain([text.len()]).collect();
    let line = |number: usize| starts.get(number).copied().unwrap_or(text.len());
    let arena = Arena::new();
    let root = parse_document(&arena, text, &Options::default());
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut end = 0;
    for node in root.descendants() {
        let data = node.data();
        if !matches!(data.value, NodeValue::CodeBlock(_)) {
            continue;
        }
        let place = data.sourcepos;
        let block = line(place.start.line.saturating_sub(1))..line(place.end.line);
        add_spans(text, end..block.start.max(end), &mut parts);
        end = block.end.max(end);
        parts.push(block);
    }
    add_spans(text, end..text.len(), &mut parts);
    parts
}

/// Whether one of the parts, which are in order, contains this place.
pub fn holds(parts: &[Range<usize>], place: usize) -> bool {
    let after = parts.partition_point(|part| part.start <= place);
    after.checked_sub(1).and_then(|index| parts.get(index)).is_some_and(|part| part.contains(&place))
}

/// Adds the code spans within a range of the text.
fn add_spans(text: &str, range: Range<usize>, parts: &mut Vec<Range<usize>>) {
    for paragraph in paragraphs(text, range) {
        let bytes = text.as_bytes();
        let runs = runs(bytes, paragraph);
        let mut index = 0;
        while let Some(open) = runs.get(index) {
            let is_escaped = open.start > 0 && bytes[open.start - 1] == b'\\';
            let close = (index + 1..runs.len()).find(|other| runs[*other].len() == open.len()).filter(|_| !is_escaped);
            match close {
                Some(close) => {
                    parts.push(open.start..runs[close].end);
                    index = close + 1;
                }
                None => index += 1,
            }
            // Text outside code stays outside code, so it need not be looked at twice.
            if close.is_none() && runs.len() > MOST {
                return;
            }
        }
    }
}

/// The number of runs of backticks in a paragraph beyond which unmatched ones are not looked into.
const MOST: usize = 2_000;

fn paragraphs(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut paragraphs = Vec::new();
    let mut start = range.start;
    let Some(part) = text.get(range.clone()) else { return paragraphs };
    let mut place = range.start;
    for line in part.split_inclusive('\n') {
        let end = place + line.len();
        if line.trim().is_empty() {
            paragraphs.push(start..place);
            start = end;
        }
        place = end;
    }
    paragraphs.push(start..range.end);
    paragraphs
}

fn runs(bytes: &[u8], range: Range<usize>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for place in range {
        if bytes[place] == b'`' {
            match runs.last_mut() {
                Some(run) if run.end == place => run.end += 1,
                _ => runs.push(place..place + 1),
            }
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::{code_parts, holds};

    #[test]
    fn blocks_and_spans_of_code_are_found() {
        let text = "a `b` c ``d ` e``\n\n```\nf\n```\n\n    g\n\n- h\n\n  ~~~\n  i\n  ~~~\n\nj ` k\n\nl ` m";
        let parts = code_parts(text);
        let is_code = |letter: char| holds(&parts, text.find(letter).unwrap());
        let code: String = "abcdefghijklm".chars().filter(|letter| is_code(*letter)).collect();
        assert_eq!(code, "bdefgi");
    }
}
