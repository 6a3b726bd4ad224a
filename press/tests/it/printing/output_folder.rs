//! The output folder: replaced as a whole, and only if it is a site.

use std::fs;

use super::press_room::{NOW, PLAIN, Room, assert_same};

#[test]
fn leftovers_of_a_killed_press_do_not_affect_the_next_run() {
    let room = Room::with_site("killed");
    let before = room.tree("site");
    room.write(".site.spare/half/index.html", "half a page");
    room.write(".site.old/whole/index.html", "a page of yesterday");
    room.press(&PLAIN).succeeds();
    assert_same(&before, &room.tree("site"));
    assert_eq!(room.entries(), [".site.spare", "content", "site", "staging", "style"]);
    // A failed run in between does not affect the next one either.
    room.change("content/harbour/pilot/index.md", "city-desk", "nobody");
    assert_eq!(room.press(&PLAIN).code, Some(1));
    assert_same(&before, &room.tree("site"));
    room.change("content/harbour/pilot/index.md", "nobody", "city-desk");
    room.press(&PLAIN).succeeds();
    assert_same(&before, &room.tree("site"));
    assert_same(&before, &room.tree(".site.spare"));
}

#[test]
fn the_next_run_recovers_from_an_interrupted_swap() {
    let room = Room::with_site("killed-late");
    let before = room.tree("site");
    fs::rename(room.path("site"), room.path(".site.old")).unwrap();
    room.write(".site.spare/half/index.html", "half a page");
    // A failed run in between keeps the only whole site there is.
    room.change("content/harbour/pilot/index.md", "city-desk", "nobody");
    assert_eq!(room.press(&PLAIN).code, Some(1));
    assert_same(&before, &room.tree(".site.old"));
    room.change("content/harbour/pilot/index.md", "nobody", "city-desk");
    room.press(&PLAIN).succeeds();
    assert_same(&before, &room.tree("site"));
    assert_eq!(room.entries(), ["content", "site", "staging", "style"]);
}

#[test]
fn a_hard_link_to_a_file_of_the_site_keeps_its_content() {
    let room = Room::with_site("open");
    let page = room.read("site/town/plain/index.html");
    fs::hard_link(room.path("site/town/plain/index.html"), room.path("kept.html")).unwrap();
    for word in ["changed", "changed again", "changed once more"] {
        let story = room.read("content/town/plain/index.md");
        room.write("content/town/plain/index.md", format!("{story}\n\nIt was {word}.\n"));
        room.press(&PLAIN).succeeds();
        assert!(room.read("site/town/plain/index.html").contains(&format!("It was {word}.")));
        assert_eq!(room.read("kept.html"), page);
    }
}

#[test]
fn the_output_folder_is_created_with_its_parents() {
    let room = Room::with_site("deep");
    room.press(&["--shell", "staging/index.html", "--out", "a/b/c/", "--now", NOW]).succeeds();
    assert_same(&room.tree("site"), &room.tree("a/b/c"));
}

#[test]
fn a_folder_that_is_not_a_site_is_not_replaced() {
    let room = Room::named("no-site");
    let before = room.tree("content");
    let outcome = room.press(&["--shell", "staging/index.html", "--out", "content", "--now", NOW]);
    assert_same(&before, &room.tree("content"));
    let said = "content was not written by press; refusing to replace it\n  \
                remedy: name another folder, or empty it\n";
    assert_eq!((outcome.code, outcome.said.as_str()), (Some(1), said));
    assert_eq!(room.entries(), ["content", "staging", "style"]);
    // An empty folder may be replaced.
    fs::create_dir(room.path("site")).unwrap();
    room.press(&PLAIN).succeeds();
}

#[test]
fn a_file_in_the_place_of_the_site_is_not_replaced() {
    let room = Room::named("file");
    room.write("site", "a letter");
    let outcome = room.press(&PLAIN);
    assert_eq!((outcome.code, room.read("site").as_str()), (Some(1), "a letter"), "{}", outcome.said);
    assert_eq!(room.entries(), ["content", "site", "staging", "style"]);
}

#[test]
fn a_site_can_be_pressed_from_within_its_folder() {
    let room = Room::with_site("within");
    let before = room.tree("site");
    let folders = ["--content", "../content", "--style", "../style"];
    let here = ["--shell", "shell.html", "--out", ".", "--now", NOW];
    room.press_in("site", &[&here[..], &folders].concat(), &[]).succeeds();
    assert_same(&before, &room.tree("site"));
    assert_eq!(room.entries(), [".site.spare", "content", "site", "staging", "style"]);
}

#[cfg(unix)]
#[test]
fn a_site_behind_a_symlink_is_replaced_at_its_target() {
    let room = Room::with_site("link");
    let before = room.tree("site");
    fs::create_dir(room.path("disk")).unwrap();
    fs::rename(room.path("site"), room.path("disk/site")).unwrap();
    std::os::unix::fs::symlink("disk/site", room.path("site")).unwrap();
    fs::remove_file(room.path("disk/site/index.html")).unwrap();
    room.press(&PLAIN).succeeds();
    assert!(room.path("site").is_symlink());
    assert_same(&before, &room.tree("disk/site"));
}

/// Sooner or later the inode of a removed folder is used for another one.
#[cfg(unix)]
#[test]
fn a_folder_with_the_inode_of_a_removed_one_is_not_mistaken_for_it() {
    use std::os::unix::fs::MetadataExt;
    let room = Room::named("number");
    let own = [&PLAIN[..], &["--cache", "cache"]].concat();
    room.press(&own).succeeds();
    let before = room.tree("site");
    // Another site, put there by somebody else, with the inode and so the file list of the previous one.
    let number = |name: &str| {
        let folder = fs::metadata(room.path(name)).unwrap();
        room.path(&format!("cache/sites/{}-{}", folder.dev(), folder.ino()))
    };
    let list = fs::read(number("site")).unwrap();
    fs::rename(room.path("site"), room.path("elsewhere")).unwrap();
    room.write("site/shell.html", "another shell");
    room.write("site/town/plain/index.html", "another page");
    fs::write(number("site"), list).unwrap();
    room.press(&own).succeeds();
    assert_same(&before, &room.tree("site"));
}
