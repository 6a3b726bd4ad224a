//! The folder of the site: replaced as a whole, and only if it is one.

use std::fs;

use crate::press_room::{NOW, PLAIN, Room, assert_same};

#[test]
fn what_a_killed_press_has_left_does_not_disturb_the_next() {
    let room = Room::with_site("killed");
    let before = room.tree("site");
    room.write(".site.spare/half/index.html", "half a page");
    room.write(".site.old/whole/index.html", "a page of yesterday");
    room.press(&PLAIN).succeeds();
    assert_same(&before, &room.tree("site"));
    assert_eq!(room.entries(), [".site.spare", "content", "site", "staging", "style"]);
    // And of a spare that is whole, what does not belong there.
    room.change("content/harbour/pilot/index.md", "city-desk", "nobody");
    assert_eq!(room.press(&PLAIN).code, Some(1));
    assert_same(&before, &room.tree("site"));
    room.change("content/harbour/pilot/index.md", "nobody", "city-desk");
    room.press(&PLAIN).succeeds();
    assert_same(&before, &room.tree("site"));
    assert_same(&before, &room.tree(".site.spare"));
}

#[test]
fn a_press_that_was_killed_while_it_changed_the_folders_is_made_good_by_the_next() {
    let room = Room::with_site("killed-late");
    let before = room.tree("site");
    fs::rename(room.path("site"), room.path(".site.old")).unwrap();
    room.write(".site.spare/half/index.html", "half a page");
    // A failure in between keeps the only whole site there is.
    room.change("content/harbour/pilot/index.md", "city-desk", "nobody");
    assert_eq!(room.press(&PLAIN).code, Some(1));
    assert_same(&before, &room.tree(".site.old"));
    room.change("content/harbour/pilot/index.md", "nobody", "city-desk");
    room.press(&PLAIN).succeeds();
    assert_same(&before, &room.tree("site"));
    assert_eq!(room.entries(), ["content", "site", "staging", "style"]);
}

#[test]
fn whoever_has_a_file_of_the_site_open_keeps_what_it_was() {
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
fn the_folder_of_the_site_is_made_with_all_above_it() {
    let room = Room::with_site("deep");
    room.press(&["--shell", "staging/index.html", "--out", "a/b/c/", "--now", NOW]).succeeds();
    assert_same(&room.tree("site"), &room.tree("a/b/c"));
}

#[test]
fn a_folder_that_is_no_site_is_not_replaced() {
    let room = Room::named("no-site");
    let before = room.tree("content");
    let outcome = room.press(&["--shell", "staging/index.html", "--out", "content", "--now", NOW]);
    assert_same(&before, &room.tree("content"));
    let said = "content was not written by press; refusing to replace it\n  \
                remedy: name another folder, or empty it\n";
    assert_eq!((outcome.code, outcome.said.as_str()), (Some(1), said));
    assert_eq!(room.entries(), ["content", "staging", "style"]);
    // An empty one may be.
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
fn a_site_is_pressed_from_within_its_folder() {
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
fn a_site_behind_a_link_is_replaced_where_it_lies() {
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

/// The number of a folder that is gone goes to another one, sooner or later.
#[cfg(unix)]
#[test]
fn another_folder_with_the_number_of_one_that_is_gone_is_not_taken_for_it() {
    use std::os::unix::fs::MetadataExt;
    let room = Room::named("number");
    let own = [&PLAIN[..], &["--cache", "cache"]].concat();
    room.press(&own).succeeds();
    let before = room.tree("site");
    // Another site, put there by somebody else, whose list would be that of the one before.
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
