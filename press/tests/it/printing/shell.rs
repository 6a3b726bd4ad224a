//! The shell: as Trunk builds it, as kept next to the site, and for a site below a path.

use std::fs;

use press::store::content_hash::content_hash;

use super::press_room::{NOW, PLAIN, Room, WASM, assert_same, trunks_name};
use super::reader::Page;

#[test]
fn the_apps_files_are_named_by_their_content_whatever_trunk_called_them() {
    let room = Room::with_site("app-names");
    room.stage("other", "/", "ffffffffffffffff");
    room.press(&["--shell", "other/index.html", "--out", "again", "--now", NOW]).succeeds();
    assert_same(&room.tree("site"), &room.tree("again"));
    let wasm = format!("assets/app.{}.wasm", content_hash(WASM));
    assert_eq!(room.asset("site", "app", "wasm"), wasm);
    assert_eq!(fs::read(room.path(&format!("site/{wasm}"))).unwrap(), WASM);
}

#[test]
fn a_changed_app_with_the_same_trunk_name_gets_another_name() {
    let room = Room::with_site("app-changes");
    let before = room.asset("site", "app", "wasm");
    let trunks = trunks_name("0a1b2c3d4e5f6071", "wasm");
    room.write(&format!("staging/{trunks}"), [WASM, b"\0\x02\x01a"].concat());
    room.press(&PLAIN).succeeds();
    let now = room.asset("site", "app", "wasm");
    assert_ne!(now, before);
    assert!(room.read("site/index.html").contains(&now));
    assert!(!room.read("site/index.html").contains(&before));
}

#[test]
fn the_apps_glue_is_shipped_without_comments_and_unused_code() {
    let room = Room::with_site("glue");
    let js = room.read(&format!("site/{}", room.asset("site", "app", "js")));
    let expected = "async function e(e){if(e===void 0)throw Error(`a text that repeats itself, repeats itself, \
                    repeats itself, repeats itself`);return e}export{e as default};";
    // The guard that watches the app follows it.
    let guard = js.strip_prefix(expected).expect("the glue comes first");
    assert!(guard.contains("The app has stopped") && !guard.contains("//") && !guard.contains('\n'), "{guard}");
}

#[test]
fn trunks_staging_folder_is_left_alone_when_the_site_goes_elsewhere() {
    let room = Room::named("staging");
    let before = room.tree("staging");
    room.press(&PLAIN).succeeds();
    assert_same(&before, &room.tree("staging"));
}

#[test]
fn the_shell_kept_next_to_a_site_makes_the_same_site_again() {
    let room = Room::with_site("kept-shell");
    room.press(&["--shell", "site/shell.html", "--out", "elsewhere/again", "--now", NOW]).succeeds();
    assert_same(&room.tree("site"), &room.tree("elsewhere/again"));
    // And again from there, without the first site or Trunk's folder.
    for folder in ["site", "staging"] {
        fs::remove_dir_all(room.path(folder)).unwrap();
    }
    room.press(&["--shell", "elsewhere/again/shell.html", "--out", "site", "--now", NOW]).succeeds();
    assert_same(&room.tree("site"), &room.tree("elsewhere/again"));
}

#[test]
fn a_site_can_be_pressed_again_in_place() {
    let room = Room::with_site("again");
    let before = room.tree("site");
    room.press(&["--shell", "site/shell.html", "--out", "site", "--now", NOW]).succeeds();
    assert_same(&before, &room.tree("site"));
    fs::remove_dir_all(room.path("content/town/plain")).unwrap();
    room.press(&["--shell", "site/shell.html", "--out", "site", "--now", NOW]).succeeds();
    assert!(!room.path("site/town/plain").exists(), "a removed story leaves nothing behind");
}

#[test]
fn trunks_variables_are_the_defaults_and_its_staging_folder_becomes_the_site() {
    let room = Room::named("hook");
    room.press(&[&PLAIN[..], &["--no-search"]].concat()).succeeds();
    let staging = room.path("staging").to_string_lossy().into_owned();
    let source = room.path("").to_string_lossy().into_owned();
    let variables = [("TRUNK_STAGING_DIR", staging.as_str()), ("TRUNK_SOURCE_DIR", &source), ("TRUNK_PUBLIC_URL", "/")];
    // From another folder, so that nothing is found by chance. No worker was built, so the search is left out.
    room.press_in("style", &["--now", NOW], &variables).succeeds();
    assert_same(&room.tree("site"), &room.tree("staging"));
    assert_eq!(room.entries(), ["content", "site", "staging", "style"]);
    // Its entries link to the edition that press keeps: Trunk has nothing to copy, and little to remove.
    assert_eq!(room.path("staging/town").is_symlink(), cfg!(unix));
}

#[test]
fn a_release_in_trunks_staging_folder_has_files_instead_of_symlinks() {
    let room = Room::with_site("release");
    room.bring_worker("target/search/built");
    let staging = room.path("staging").to_string_lossy().into_owned();
    let source = room.path("").to_string_lossy().into_owned();
    let trunk = [("TRUNK_STAGING_DIR", staging.as_str()), ("TRUNK_SOURCE_DIR", &source), ("TRUNK_PROFILE", "release")];
    for headline in ["A plain story", "Another headline"] {
        room.change("content/town/plain/index.md", "A plain story", headline);
        room.stage("staging", "/", "0a1b2c3d4e5f6071");
        room.press_with(&["--now", NOW], &trunk).succeeds();
        assert!(room.read("staging/town/plain/index.html").contains(headline));
        let is_link = |entry: fs::DirEntry| entry.file_type().unwrap().is_symlink();
        assert!(!fs::read_dir(&staging).unwrap().any(|entry| is_link(entry.unwrap())));
    }
}

#[test]
fn options_override_trunks_variables() {
    let room = Room::named("hook-and-options");
    let nowhere = [("TRUNK_STAGING_DIR", "nowhere"), ("TRUNK_SOURCE_DIR", "nowhere")];
    let folders = ["--content", "content", "--style", "style"];
    room.press_with(&[&PLAIN[..], &folders].concat(), &nowhere).succeeds();
    assert_eq!(room.entries(), ["content", "site", "staging", "style"]);
}

#[test]
fn without_options_and_without_trunk_the_site_in_dist_is_pressed_again() {
    let room = Room::with_site("no-options");
    fs::rename(room.path("site"), room.path("dist")).unwrap();
    fs::remove_dir_all(room.path("staging")).unwrap();
    let before = room.tree("dist");
    room.press(&["--now", NOW]).succeeds();
    assert_same(&before, &room.tree("dist"));
    room.change("content/town/plain/index.md", "A plain story", "Another headline");
    // An empty variable counts as unset.
    room.press_with(&["--now", NOW], &[("TRUNK_STAGING_DIR", ""), ("TRUNK_SOURCE_DIR", "")]).succeeds();
    assert!(room.read("dist/town/plain/index.html").contains("Another headline"));
}

#[test]
fn a_shell_in_the_current_folder_is_found() {
    let room = Room::with_site("shell-here");
    let folders = ["--content", "../content", "--style", "../style", "--now", NOW];
    let here = ["--shell", "index.html", "--out", "../again"];
    room.press_in("staging", &[&here[..], &folders].concat(), &[]).succeeds();
    assert_same(&room.tree("site"), &room.tree("again"));
    let here = ["--shell", "shell.html", "--out", "../again"];
    room.press_in("site", &[&here[..], &folders].concat(), &[]).succeeds();
    assert_same(&room.tree("site"), &room.tree("again"));
}

#[test]
fn all_addresses_of_a_site_below_a_path_start_with_it() {
    let room = Room::with_site("prefix");
    room.stage("below", "/journal/", "0a1b2c3d4e5f6071");
    let below = ["--shell", "below/index.html", "--out", "below-site", "--now", NOW];
    room.press_with(&below, &[("TRUNK_PUBLIC_URL", "/journal/")]).succeeds();

    let (root, below) = (room.tree("site"), room.tree("below-site"));
    assert_eq!(root.keys().collect::<Vec<_>>(), below.keys().collect::<Vec<_>>());
    for (file, content) in &root {
        if !file.ends_with(".html") || file == "shell.html" {
            continue;
        }
        let [root, below] = [content, &below[file]].map(|content| Page::parse(std::str::from_utf8(content).unwrap()));
        let inner = |reference: &String| reference.starts_with('/');
        let expected: Vec<String> = root.references().iter().filter(|it| inner(it)).map(|it| prefixed(it)).collect();
        let found: Vec<String> = below.references().into_iter().filter(inner).collect();
        assert!(found.len() > 10, "{file}");
        assert_eq!(found, expected, "{file}");
        assert_eq!((root.pressed().site.base, below.pressed().site.base), (String::new(), String::from("/journal")));
        // Other programs are given the public address, from site.toml.
        let canonical =
            |page: &Page| page.all("link[rel=canonical]").iter().map(|link| link.html()).collect::<Vec<_>>();
        assert_eq!(canonical(&root), canonical(&below), "{file}");
    }
}

#[test]
fn a_kept_shell_knows_the_path_of_its_site() {
    let room = Room::named("kept-prefix");
    room.stage("staging", "/journal/", "0a1b2c3d4e5f6071");
    room.press_with(&PLAIN, &[("TRUNK_PUBLIC_URL", "/journal/")]).succeeds();
    let kept = ["--shell", "site/shell.html", "--out", "again", "--now", NOW];
    room.press_with(&kept, &[("TRUNK_PUBLIC_URL", "/other/")]).succeeds();
    assert_same(&room.tree("site"), &room.tree("again"));
    assert!(room.read("again/index.html").contains("href=\"/journal/harbour/\""));
}

fn prefixed(reference: &str) -> String {
    format!("/journal{reference}")
}
