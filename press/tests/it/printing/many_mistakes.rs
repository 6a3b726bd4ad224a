//! The same error in many stories is reported once.

use super::press_room::{PLAIN, Room};

/// A room with that many stories that have the same error.
fn room(name: &str, count: usize) -> Room {
    let room = Room::named(&format!("many-mistakes-{name}"));
    for number in 100..100 + count {
        let story = format!("+++\ntitle = \"Story {number}\"\ndate = 2024-10-11\nauthors = [\"nobody\"]\n+++\nText.\n");
        room.write(&format!("content/town/story-{number}/index.md"), story);
    }
    room
}

#[test]
fn an_error_in_many_stories_is_reported_once_with_a_count_and_the_first_places() {
    let room = room("build", 200);
    let outcome = room.press(&PLAIN);
    let said = "content/town/story-100/index.md:4: unknown author \"nobody\"\n  \
                remedy: write content/authors/nobody.md, or name an existing author\n  \
                and in 199 more places, starting with\n    \
                content/town/story-101/index.md:4\n    \
                content/town/story-102/index.md:4\n    \
                content/town/story-103/index.md:4\n    \
                content/town/story-104/index.md:4\n\
                195 more not shown: --all lists every one\n";
    assert_eq!((outcome.code, outcome.said.as_str()), (Some(1), said));
    let outcome = room.press(&[&PLAIN[..], &["--all"]].concat());
    assert_eq!(outcome.said.matches("unknown author").count(), 200);
    assert_eq!(outcome.said.lines().count(), 400);
}

#[test]
fn an_error_in_a_few_stories_is_reported_for_each() {
    let outcome = room("few", 5).press(&PLAIN);
    assert_eq!(outcome.said.matches("unknown author").count(), 5);
    assert_eq!(outcome.said.lines().count(), 10);
}
