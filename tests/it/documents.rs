//! The documents: what a Markdown file links to is there, lines are short, and the map is small enough to be read.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const LONGEST_LINE: usize = 120;
const LONGEST_MAP: usize = 150;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Markdown file of the project, without those of the newspaper and of the tests' newspapers.
fn documents() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let is_other =
                name.starts_with('.') || ["target", "dist", "content", "node_modules", "tests"].contains(&&*name);
            if path.is_dir() && !is_other {
                folders.push(path);
            } else if name.ends_with(".md") && !is_other {
                found.push(path);
            }
        }
    }
    assert!(found.len() > 30, "only {} documents were found", found.len());
    found
}

/// The lines of a document outside its code blocks, numbered from 1.
fn prose(text: &str) -> Vec<(usize, &str)> {
    let mut in_code = false;
    let mut lines = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        } else if !in_code {
            lines.push((number + 1, line));
        }
    }
    lines
}

/// The ids of the headings of a document, as GitHub makes them.
fn anchors(text: &str) -> BTreeSet<String> {
    let heading = |line: &str| {
        let heading = line.strip_prefix('#')?.trim_start_matches('#').strip_prefix(' ')?.to_lowercase();
        let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || [' ', '-', '_'].contains(letter));
        Some(kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect())
    };
    prose(text).into_iter().filter_map(|(_, line)| heading(line)).collect()
}

#[test]
fn lines_of_documents_are_short_except_in_tables() {
    for path in documents() {
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in prose(&text) {
            let length = line.chars().count();
            let is_short = length <= LONGEST_LINE || line.starts_with('|') || !line.trim().contains(' ');
            assert!(is_short, "{}:{number} has {length} characters, {LONGEST_LINE} at most", path.display());
        }
    }
}

#[test]
fn the_map_can_be_read_in_one_sitting() {
    let lines = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap().lines().count();
    assert!(lines <= LONGEST_MAP, "ARCHITECTURE.md has {lines} lines, {LONGEST_MAP} at most");
}

#[test]
fn links_between_documents_lead_to_files_and_headings() {
    let mut checked = 0;
    for path in documents() {
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in prose(&text) {
            // Without code: it shows links of stories.
            let text: String = line.split('`').step_by(2).collect();
            for (_, rest) in text.match_indices("](").map(|(place, found)| text.split_at(place + found.len())) {
                let target = rest.split([')', ' ']).next().unwrap_or_default();
                // Addresses of the newspaper in examples, and other sites.
                if target.contains("://") || target.starts_with('/') || target.starts_with("mailto:") {
                    continue;
                }
                let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
                let other = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
                let place = format!("{}:{number}", path.display());
                assert!(other.exists(), "{place} links to {target}, which is not there");
                if !anchor.is_empty() {
                    let headings = anchors(&fs::read_to_string(&other).unwrap());
                    assert!(
                        headings.contains(anchor),
                        "{place} links to {target}; the headings there are {headings:?}"
                    );
                }
                checked += 1;
            }
        }
    }
    assert!(checked > 100, "only {checked} links were found");
}
