//! Dependencies point one way. The table below says which layer may use which; the tests check the sources against it.

#![allow(clippy::expect_used, reason = "a test that cannot go on panics")]

#[path = "layering/sources.rs"]
mod sources;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sources::{code, module, paths, sources, table};

/// Each layer with the layers it may use.
const LAYERS: [(&str, &[&str]); 15] = [
    ("words", &[]),
    ("model", &["words"]),
    ("route", &["model"]),
    ("head", &["model", "route", "words"]),
    ("browser", &["head"]),
    ("archive", &["words", "model", "route", "browser"]),
    ("navigation", &["model", "route", "head", "browser", "archive"]),
    ("components", &["words", "model", "route", "head", "browser", "archive"]),
    ("controls", &["words", "model", "browser", "navigation"]),
    ("pages", &["model", "route", "components"]),
    ("frame", &["model", "components", "pages"]),
    ("reader", &["words", "model", "route", "browser", "navigation", "components"]),
    ("views", &["model", "route", "browser", "navigation", "components"]),
    ("enquiry", &["model", "route", "browser", "navigation", "components"]),
    (
        "app",
        &["model", "route", "browser", "navigation", "components", "controls", "pages", "reader", "views", "enquiry"],
    ),
];

/// The entry points: the app and the search worker.
const PROGRAMS: [&str; 2] = ["main", "search_worker"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The layer of a file: the first part of its path below `src`.
fn layer(path: &Path) -> String {
    module(&root().join("src"), path).swap_remove(0)
}

/// The modules of the crate that `code` names.
fn used(code: &str) -> BTreeSet<String> {
    paths(code, "crate::").into_iter().filter_map(|path| path.into_iter().next()).collect()
}

#[test]
fn every_layer_uses_only_those_below_it() {
    let mut seen = BTreeSet::new();
    for path in sources(&root().join("src")) {
        let layer = layer(&path);
        if PROGRAMS.contains(&layer.as_str()) || layer == "lib" {
            continue;
        }
        let (_, allowed) = LAYERS.iter().find(|(name, _)| *name == layer).unwrap_or_else(|| {
            panic!("{} has no layer: add it to the table and to the layout in src/lib.rs", path.display())
        });
        for used in used(&code(&path)) {
            assert!(
                used == layer || allowed.contains(&used.as_str()),
                "{}: {layer} must not use {used}",
                path.display()
            );
        }
        seen.insert(layer);
    }
    assert_eq!(seen.len(), LAYERS.len(), "a layer in the table has no files: {seen:?}");
}

#[test]
fn the_app_does_not_depend_on_press() {
    for path in sources(&root().join("src")) {
        assert!(!code(&path).contains("press::"), "{} uses press", path.display());
    }
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    let dependencies = manifest.split("[dependencies]").nth(1).expect("dependencies");
    let dependencies = dependencies.split("[profile").next().expect("a part before the profiles");
    assert!(!dependencies.contains("\npress"), "odessa-journal depends on press");
}

#[test]
fn only_archive_and_views_use_the_network_and_only_browser_uses_the_window() {
    for path in sources(&root().join("src")) {
        let layer = layer(&path);
        let code = code(&path);
        let fetches = code.contains("gloo_net");
        assert!(!fetches || ["archive", "views"].contains(&layer.as_str()), "{} uses the network", path.display());
        let reaches = code.contains("window().") || code.contains("web_sys::window");
        assert!(!reaches || layer == "browser", "{} uses the window", path.display());
    }
}

#[test]
fn only_the_entry_points_check_the_compile_target() {
    for path in sources(&root().join("src")) {
        let asks = code(&path).contains("target_arch");
        assert!(!asks || PROGRAMS.contains(&layer(&path).as_str()), "{} checks the target", path.display());
    }
}

#[test]
fn architecture_lists_the_layers_with_what_they_may_use() {
    let rows = table(&root().join("ARCHITECTURE.md"), "### Layers of the app");
    let listed: Vec<(String, BTreeSet<String>)> = rows
        .into_iter()
        .map(|row| {
            let used = row[2].split(", ").filter(|layer| *layer != "nothing").map(String::from);
            (row[0].clone(), used.collect())
        })
        .collect();
    let expected: Vec<(String, BTreeSet<String>)> = LAYERS
        .iter()
        .map(|(layer, used)| (String::from(*layer), used.iter().map(ToString::to_string).collect()))
        .collect();
    assert_eq!(listed, expected, "the table \"Layers of the app\" in ARCHITECTURE.md differs from this test");
}
