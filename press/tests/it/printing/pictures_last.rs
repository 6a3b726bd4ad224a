//! Pictures are encoded last, once the edition has no errors, and only those that it shows.

use std::fs;

use press::content::inventory::Inventory;
use press::pictures::Pictures;

use super::press_room::{NOW, Room, png};

/// A room with a picture that no page shows.
fn room(name: &str) -> Room {
    let room = Room::named(&format!("pictures-last-{name}"));
    room.write("content/town/plain/unused.png", png(41, 23));
    room
}

const ARGUMENTS: [&str; 8] = ["--shell", "staging/index.html", "--out", "site", "--now", NOW, "--cache", "cache"];

/// The number of pictures that have been encoded.
fn encoded(room: &Room) -> usize {
    fs::read_dir(room.path("cache/pictures")).map_or(0, Iterator::count)
}

#[test]
fn errors_are_reported_before_any_picture_is_encoded() {
    let room = room("mistake");
    room.change("content/town/plain/index.md", "title = \"A plain story\"\n", "");
    let outcome = room.press(&ARGUMENTS);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.said.contains("content/town/plain/index.md:1: title is missing"), "{}", outcome.said);
    assert_eq!(encoded(&room), 0);
    // The same applies to an error found after all stories have been read, and to one in a picture itself.
    room.change("content/town/plain/index.md", "+++\n", "+++\ntitle = \"A plain story\"\n");
    room.write(
        "content/about.md",
        "+++\ntitle = \"About\"\n+++\n[dead](/town/nowhere/)\n\n![A lamp](/harbour/lighthouse/half.png)\n",
    );
    room.write("content/harbour/lighthouse/half.png", &png(40, 40)[..30]);
    let outcome = room.press(&ARGUMENTS);
    assert!(outcome.said.contains("leads to no page of the newspaper"), "{}", outcome.said);
    assert!(outcome.said.contains("picture \"/harbour/lighthouse/half.png\" is damaged"), "{}", outcome.said);
    assert_eq!(encoded(&room), 0);
}

#[test]
fn a_picture_that_no_page_shows_is_not_encoded() {
    let room = room("unused");
    room.press(&ARGUMENTS).succeeds();
    // The pictures of the lighthouse and the fish.
    assert_eq!(encoded(&room), 3);
    assert!(!room.tree("site").keys().any(|file| file.contains("unused")));
    let text = room.read("content/town/plain/index.md");
    room.write("content/town/plain/index.md", format!("{text}\n![A lamp](unused.png)\n"));
    room.press(&ARGUMENTS).succeeds();
    assert_eq!(encoded(&room), 4);
    assert!(room.tree("site").keys().any(|file| file.contains("unused")));
}

#[test]
fn pictures_of_a_scheduled_story_are_encoded_in_advance() {
    let room = room("waiting");
    let story = "+++\ntitle = \"Tomorrow\"\ndate = 2026-11-25\nauthors = [\"jane\"]\n+++\n![A lamp](lamp.png)\n";
    room.write("content/town/tomorrow/index.md", story);
    room.write("content/town/tomorrow/lamp.png", png(50, 20));
    room.press(&ARGUMENTS).succeeds();
    assert_eq!(encoded(&room), 4);
    assert!(!room.tree("site").keys().any(|file| file.starts_with("assets/lamp.") && file.ends_with("-50.avif")));
    let later = ARGUMENTS.map(|argument| if argument == NOW { "2026-11-26T12:00:00+02:00" } else { argument });
    room.press(&later).succeeds();
    assert!(room.tree("site").keys().any(|file| file.starts_with("assets/lamp.") && file.ends_with("-50.avif")));
    // The placeholder of the picture is gone.
    assert!(!room.read("site/town/tomorrow/index.html").contains("/assets/lamp.0-"));
}

#[test]
fn damage_found_while_a_picture_is_decoded_is_reported_like_any_other() {
    let room = room("damaged");
    room.press(&ARGUMENTS).succeeds();
    let before = room.tree("site");
    let mut bytes = png(400, 300);
    let middle = bytes.len() / 2;
    bytes[middle..middle + 40].fill(0x55);
    room.write("content/town/plain/damaged.png", bytes);
    let text = room.read("content/town/plain/index.md");
    room.write("content/town/plain/index.md", format!("{text}\n![A lamp](damaged.png)\n"));
    // Its header and its end are intact.
    let content = room.path("content");
    assert!(
        Pictures::measure_all(&Inventory::take(&content), &content, false)
            .1
            .keys()
            .any(|path| path.ends_with("damaged.png"))
    );
    let outcome = room.press(&ARGUMENTS);
    let line = text.lines().count() + 2;
    let said = format!("content/town/plain/index.md:{line}: picture \"damaged.png\" is damaged: ");
    assert!(outcome.said.starts_with(&said) && outcome.said.lines().count() == 2, "{}", outcome.said);
    assert_eq!(outcome.code, Some(1));
    assert_eq!(before, room.tree("site"), "the site is unchanged");
}

#[test]
fn the_site_is_the_same_however_many_of_its_pictures_are_cached() {
    let room = room("same");
    room.press(&ARGUMENTS).succeeds();
    let first = room.tree("site");
    room.press(&ARGUMENTS).succeeds();
    assert_eq!(first, room.tree("site"));
    // The stories are in the cache, but one set of their pictures is not.
    let gone = fs::read_dir(room.path("cache/pictures")).unwrap().next().unwrap().unwrap().path();
    fs::remove_dir_all(gone).unwrap();
    room.press(&ARGUMENTS).succeeds();
    assert_eq!(first, room.tree("site"));
    fs::remove_dir_all(room.path("cache/pictures")).unwrap();
    room.press(&ARGUMENTS).succeeds();
    assert_eq!(first, room.tree("site"));
}
