//! The order of the folders of the press. A file may use its own folder and those below it. The tests check the sources, and
//! ARCHITECTURE.md, against this list.

#![allow(clippy::expect_used, reason = "a test that cannot go on panics")]

#[path = "../../tests/layering/sources.rs"]
mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use sources::{code, module, paths, sources, table};

/// From the top down.
const FOLDERS: [&str; 11] = [
    "commands",
    "site",
    "edition",
    "stories",
    "markdown",
    "pictures",
    "content",
    "output",
    "store",
    "diagnostics",
    "locale",
];

fn src() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))
}

fn rank(folder: &str) -> usize {
    FOLDERS.iter().position(|known| *known == folder).unwrap_or_else(|| panic!("{folder} is not a folder of the press"))
}

/// Every module with the modules of its crate that it names.
fn uses() -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    let modules: BTreeMap<Vec<String>, String> =
        sources(src()).iter().map(|path| (module(src(), path), code(path))).collect();
    let longest = |path: &[String]| {
        (1..=path.len()).rev().map(|end| path[..end].to_vec()).find(|path| modules.contains_key(path))
    };
    let used = |(module, code): (&Vec<String>, &String)| {
        // What `super` means in unit tests is the file itself.
        let own = code.split("\nmod tests {").next().unwrap_or_default();
        let above = &module[..module.len() - 1];
        let absolute = paths(code, "crate::");
        let beside = paths(own, "super::").into_iter().map(|path| [above, &path].concat());
        let used = absolute.into_iter().chain(beside).filter_map(|path| longest(&path));
        (module.clone(), used.filter(|used| used != module).collect())
    };
    modules.iter().map(used).collect()
}

#[test]
fn there_are_the_folders_of_the_plan_and_no_others() {
    let mut found: Vec<String> = Vec::new();
    for entry in fs::read_dir(src()).expect("src") {
        let name = entry.expect("an entry").path().file_stem().expect("a name").to_string_lossy().into_owned();
        if !["main", "lib"].contains(&name.as_str()) {
            found.push(name);
        }
    }
    found.sort();
    found.dedup();
    let mut expected = FOLDERS.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn every_file_uses_only_its_own_folder_and_those_below_it() {
    for (module, used) in uses() {
        if module == ["main"] || module == ["lib"] {
            continue;
        }
        for used in used {
            assert!(
                rank(&used[0]) >= rank(&module[0]),
                "{} uses {}, which is above it: {} may use only what comes after it in {FOLDERS:?}",
                module.join("/"),
                used.join("/"),
                module[0],
            );
        }
    }
}

#[test]
fn no_path_climbs_out_of_its_folder_by_super() {
    for path in sources(src()) {
        let depth = module(src(), &path).len();
        let climb = "super::".repeat(depth);
        assert!(depth < 2 || !code(&path).contains(&climb), "{}: write crate:: instead of {climb}", path.display());
    }
}

/// A module and the modules inside it may use each other: they are one noun.
#[test]
fn no_two_files_use_each_other() {
    let uses = uses();
    let is_one = |one: &[String], other: &[String]| one.starts_with(other) || other.starts_with(one);
    let mut done = BTreeSet::new();
    for start in uses.keys() {
        // Depth first; `way` is the path from `start`, with what is still to be tried at each step.
        let mut way: Vec<(&Vec<String>, Vec<&Vec<String>>)> = Vec::new();
        let next = |module: &Vec<String>| uses[module].iter().filter(|used| !is_one(used, module)).collect::<Vec<_>>();
        if done.insert(start) {
            way.push((start, next(start)));
        }
        while let Some((_, left)) = way.last_mut() {
            let Some(used) = left.pop() else {
                way.pop();
                continue;
            };
            let circle: Vec<String> =
                way.iter().skip_while(|(module, _)| *module != used).map(|(module, _)| module.join("/")).collect();
            assert!(circle.is_empty(), "these files use each other in a circle: {}", circle.join(" → "));
            if done.insert(used) {
                way.push((used, next(used)));
            }
        }
    }
}

#[test]
fn architecture_lists_the_folders_in_this_order() {
    let rows = table(&src().join("../../ARCHITECTURE.md"), "### Folders of the press");
    let listed: Vec<&str> = rows.iter().map(|row| row[0].trim_end_matches('/')).collect();
    assert_eq!(listed, FOLDERS, "the table \"Folders of the press\" in ARCHITECTURE.md differs from this test");
}
