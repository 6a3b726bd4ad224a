//! Reads Rust sources and the tables of ARCHITECTURE.md, for the layering tests of both packages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// All Rust files in a folder and the folders below it, sorted.
pub fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The source without its comments, so that a link in the documentation does not count as a dependency.
pub fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source");
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The module of a file: the parts of its path below `src`.
pub fn module(src: &Path, path: &Path) -> Vec<String> {
    let below = path.strip_prefix(src).expect("below src").with_extension("");
    below.iter().map(|part| part.to_string_lossy().into_owned()).collect()
}

/// Every path after `start` (`crate::`, `super::`) in `code`, as its parts. A group `{a, b::c}` is one path for each member.
pub fn paths(code: &str, start: &str) -> BTreeSet<Vec<String>> {
    let mut found = BTreeSet::new();
    for (position, _) in code.match_indices(start) {
        let before = code[..position].chars().next_back();
        if before.is_none_or(|letter| !is_word(letter) && letter != ':') {
            read(&code[position + start.len()..], &mut Vec::new(), &mut found);
        }
    }
    found
}

fn read(rest: &str, parts: &mut Vec<String>, found: &mut BTreeSet<Vec<String>>) {
    if let Some(group) = rest.strip_prefix('{') {
        let mut depth = 0;
        let mut member = 0;
        for (position, letter) in group.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    read(group[member..position].trim(), &mut parts.clone(), found);
                    return;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    read(group[member..position].trim(), &mut parts.clone(), found);
                    member = position + 1;
                }
                _ => {}
            }
        }
        return;
    }
    let word: String = rest.chars().take_while(|letter| is_word(*letter)).collect();
    let rest = &rest[word.len()..];
    if !word.is_empty() {
        parts.push(word);
    }
    match rest.strip_prefix("::") {
        Some(rest) => read(rest, parts, found),
        None => _ = found.insert(parts.clone()),
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The rows of the first table below a heading of a Markdown file, without its two head rows and without backticks.
pub fn table(file: &Path, heading: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(file).expect("a document");
    let below = text.lines().skip_while(|line| *line != heading);
    let rows = below.skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().replace('`', "")).collect()).collect()
}
