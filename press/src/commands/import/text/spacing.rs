//! Normalises white space: in HTML it does not matter, in Markdown it does.

use super::block::Inline;

/// Splits inlines into paragraphs at two or more line breaks. Spaces become single and move out of marks.
pub fn paragraphs(pieces: Vec<Inline>) -> Vec<Vec<Inline>> {
    let mut paragraphs = Vec::new();
    let mut current = Vec::new();
    let mut breaks = 0;
    for piece in evened(pieces) {
        if piece == Inline::Break {
            breaks += 1;
            continue;
        }
        if breaks > 0 && is_blank(&piece) {
            continue;
        }
        if breaks > 1 && !current.is_empty() {
            paragraphs.extend(trimmed(std::mem::take(&mut current)));
        } else if breaks == 1 && !current.is_empty() {
            trim_end(&mut current);
            current.push(Inline::Break);
        }
        let after_break = breaks > 0;
        breaks = 0;
        match piece {
            Inline::Text(text) if after_break => current.push(Inline::Text(text.trim_start_matches(' ').into())),
            piece => current.push(piece),
        }
    }
    paragraphs.extend(trimmed(current));
    paragraphs
}

/// Joins inlines into one line without line breaks.
pub fn in_one_line(pieces: Vec<Inline>) -> Vec<Inline> {
    let mut line = Vec::new();
    for paragraph in paragraphs(pieces) {
        if !line.is_empty() {
            line.push(Inline::Text(String::from(" ")));
        }
        line.extend(paragraph.into_iter().map(without_breaks));
    }
    trimmed(evened(line)).unwrap_or_default()
}

fn without_breaks(piece: Inline) -> Inline {
    let all = |pieces: Vec<Inline>| pieces.into_iter().map(without_breaks).collect();
    match piece {
        Inline::Break => Inline::Text(String::from(" ")),
        Inline::Marked(mark, inner) => Inline::Marked(mark, all(inner)),
        Inline::Link(address, inner) => Inline::Link(address, all(inner)),
        other => other,
    }
}

/// Makes spaces single and moves them out of marks, drops empty marks, and merges adjacent equal ones.
fn evened(pieces: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for piece in pieces {
        match piece {
            Inline::Text(text) => push_text(&mut out, &text),
            Inline::Marked(mark, inner) => {
                let (before, inner, after) = stripped(evened(inner));
                if before {
                    push_text(&mut out, " ");
                }
                match out.last_mut() {
                    Some(Inline::Marked(last, words)) if *last == mark && !inner.is_empty() => words.extend(inner),
                    _ if inner.is_empty() => {}
                    _ => out.push(Inline::Marked(mark, inner)),
                }
                if after {
                    push_text(&mut out, " ");
                }
            }
            Inline::Link(address, inner) => {
                let (before, inner, after) = stripped(evened(inner));
                if before {
                    push_text(&mut out, " ");
                }
                if !inner.is_empty() {
                    out.push(Inline::Link(address, inner));
                }
                if after {
                    push_text(&mut out, " ");
                }
            }
            // The delimiters of two adjacent code spans would merge.
            Inline::Code(code) => match out.last_mut() {
                Some(Inline::Code(last)) => last.push_str(&code),
                _ => out.push(Inline::Code(code)),
            },
            other => out.push(other),
        }
    }
    out
}

fn push_text(out: &mut Vec<Inline>, text: &str) {
    if !matches!(out.last(), Some(Inline::Text(_))) {
        out.push(Inline::Text(String::new()));
    }
    if let Some(Inline::Text(last)) = out.last_mut() {
        for letter in text.chars() {
            if letter.is_ascii_whitespace() || letter.is_control() {
                if !last.ends_with(' ') {
                    last.push(' ');
                }
            } else {
                last.push(letter);
            }
        }
        if last.is_empty() {
            out.pop();
        }
    }
}

/// Trims spaces and line breaks, and says for each end whether there were any.
fn stripped(mut pieces: Vec<Inline>) -> (bool, Vec<Inline>, bool) {
    let after = trim_end(&mut pieces);
    pieces.reverse();
    let mut before = false;
    while let Some(first) = pieces.last_mut() {
        match first {
            Inline::Break => before = true,
            Inline::Text(text) => {
                let rest = text.trim_start_matches([' ', '\u{a0}']);
                before |= rest.len() < text.len();
                if !rest.is_empty() {
                    *text = String::from(rest);
                    break;
                }
            }
            _ => break,
        }
        pieces.pop();
    }
    pieces.reverse();
    (before, pieces, after)
}

fn trim_end(pieces: &mut Vec<Inline>) -> bool {
    let mut trimmed = false;
    while let Some(last) = pieces.last_mut() {
        match last {
            Inline::Break => trimmed = true,
            Inline::Text(text) => {
                let rest = text.trim_end_matches([' ', '\u{a0}']).len();
                trimmed |= rest < text.len();
                text.truncate(rest);
                if !text.is_empty() {
                    break;
                }
            }
            _ => break,
        }
        pieces.pop();
    }
    trimmed
}

fn trimmed(pieces: Vec<Inline>) -> Option<Vec<Inline>> {
    let (_, pieces, _) = stripped(pieces);
    (!pieces.iter().all(is_blank)).then_some(pieces)
}

fn is_blank(piece: &Inline) -> bool {
    match piece {
        Inline::Text(text) => text.chars().all(char::is_whitespace),
        Inline::Break => true,
        Inline::Marked(_, inner) | Inline::Link(_, inner) => inner.iter().all(is_blank),
        Inline::Code(code) => code.trim().is_empty(),
        Inline::Note(_) => false,
    }
}
