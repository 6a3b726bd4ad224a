//! One edition after the other: only what has changed is made anew, and the site is the same as one that is made from nothing.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

#[path = "editions/borrowed.rs"]
mod borrowed;
#[path = "editions/copy.rs"]
mod copy;
#[path = "editions/filing.rs"]
mod filing;
#[path = "editions/newsroom.rs"]
mod newsroom;
#[path = "editions/presses.rs"]
mod presses;

use std::collections::BTreeMap;

use newsroom::Newsroom;
use press::site::search::is_of_search;
use presses::assert_same;

/// How many edits are made by chance. `EDITS=20000 cargo test -p press --test editions` makes more.
fn edits() -> usize {
    std::env::var("EDITS").ok().and_then(|edits| edits.parse().ok()).unwrap_or(500)
}

#[test]
fn after_any_edits_an_edition_is_the_same_as_one_from_nothing() {
    after_any(edits(), Newsroom::named("edits", 20));
}

#[test]
fn after_any_edits_trunk_gets_the_same_site_as_one_from_nothing() {
    after_any(edits() / 3, Newsroom::named("edits-by-trunk", 20).by_trunk());
}

fn after_any(edits: usize, mut room: Newsroom) {
    room.press().unwrap();
    let (mut refused, mut kinds) = (0, BTreeMap::<&str, usize>::new());
    for number in 0..edits {
        let edit = room.edit();
        *kinds.entry(edit).or_default() += 1;
        let before = room.site();
        match (room.press(), room.press_from_nothing()) {
            (Ok(_), Ok(_)) => assert_same(&room.site(), &room.site_from_nothing(), &format!("edit {number}, {edit}")),
            // What is wrong is told in the same words, and the site stays as it was.
            (Err(one), Err(other)) => {
                refused += 1;
                assert_eq!(one, other, "edit {number}, {edit}");
                if !room.is_by_trunk() {
                    assert_same(&before, &room.site(), &format!("edit {number}, {edit}, which is refused"));
                }
                room.mend();
                room.press().unwrap();
            }
            (one, other) => panic!("edit {number}, {edit}: {one:?}, but from nothing {other:?}"),
        }
    }
    assert!(kinds.len() >= Newsroom::EDITS, "{kinds:?}");
    assert!(refused > 0 && refused < edits / 4, "{refused} of {edits} are refused");
}

#[test]
fn only_what_has_changed_is_made_anew() {
    let mut room = Newsroom::named("changes", 40);
    for _ in 0..3 {
        room.press().unwrap();
    }
    let anew = room.press_and_tell();
    assert_eq!(anew, Vec::<String>::new(), "nothing has changed");

    let story = room.add_to_text(25);
    // Both folders of the site get it, one after the other.
    let (feeds, others): (Vec<String>, Vec<String>) =
        room.press_and_tell().into_iter().partition(|file| file.contains("feed."));
    let (of_search, pages): (Vec<String>, Vec<String>) = others.into_iter().partition(|file| is_of_search(file));
    assert_eq!(pages, [format!("{story}index.html"), format!("{story}index.json")]);
    let texts: Vec<&String> = of_search.iter().filter(|file| file.ends_with("text.json")).collect();
    assert_eq!(texts, [&format!("{story}text.json")], "what is shown of the others has not changed");
    assert!(of_search.contains(&String::from("search/catalogue.bin")), "{of_search:?}");
    // Those of its section, its author and its tags have it, perhaps that of the newspaper.
    assert!(
        feeds.iter().all(|feed| room.site()[feed].windows(18).any(|text| text == b"One sentence more.")),
        "{feeds:?}"
    );
    let lists = 2 + room.tags_of(25);
    assert!(feeds.len() == 2 * lists || feeds.len() == 2 * (lists + 1), "{feeds:?}");
    room.press().unwrap();
    assert_eq!(room.press_and_tell(), Vec::<String>::new());

    let story = room.change_headline(25);
    let (of_tags, anew): (Vec<String>, Vec<String>) =
        room.press_and_tell().into_iter().partition(|file| file.starts_with("tag/"));
    assert!(
        anew.contains(&format!("{story}index.html")) && anew.len() < 40,
        "{} of {}: {anew:?}",
        anew.len(),
        room.site().len()
    );
    // For each, the page of the list that it stands on and the feed, in two forms.
    assert_eq!(of_tags.len(), 4 * room.tags_of(25), "{of_tags:?}");
}

#[test]
fn what_is_kept_is_of_no_use_to_another_press_or_when_it_is_damaged() {
    let damages = ["cut", "changed", "of another press", "changed in its blobs", "without its blobs"];
    for room in [Newsroom::named("damage", 12), Newsroom::named("damage-by-trunk", 12).by_trunk()] {
        room.press().unwrap();
        room.press_from_nothing().unwrap();
        let of_search = ["changed in its ledger", "without its ledger", "changed in its names"];
        for damage in damages.into_iter().chain(of_search).chain(["without its lists"]) {
            room.damage(damage);
            // And twice, since a site has two folders.
            for _ in 0..2 {
                room.press().unwrap();
                assert_same(&room.site(), &room.site_from_nothing(), damage);
            }
        }
    }
}

#[test]
fn a_picture_that_has_come_into_the_folder_of_another_story_is_found() {
    let room = Newsroom::named("borrowed", 12);
    // What was changed just before the press looks at it is never passed over.
    std::thread::sleep(std::time::Duration::from_millis(150));
    room.press().unwrap();
    room.borrow_picture(3, 7);
    room.press().unwrap();
    room.press_from_nothing().unwrap();
    assert_same(&room.site(), &room.site_from_nothing(), "a borrowed picture");
    assert!(room.site().keys().any(|file| file.ends_with(".webp")), "there is no picture");
}

/// Editions are made one after the other, and something has come into the folder of a story that is as it was.
#[test]
fn a_translation_by_the_name_of_its_file_is_reported_though_the_story_beside_it_is_as_it_was() {
    let room = Newsroom::named("beside", 12);
    // What was changed just before the press looks at it is looked at again anyway.
    std::thread::sleep(std::time::Duration::from_millis(150));
    room.press().unwrap();
    room.write_beside(3, "index.uk.md", "+++\n+++\n");
    let told = room.press().unwrap_err();
    assert!(told.contains("/index.uk.md: a translation by the name of its file"), "{told}");
    assert_eq!(told, room.press_from_nothing().unwrap_err());
}

/// A story is kept as it was read; what is wrong with it may depend on the time all the same.
#[test]
fn an_embargo_that_is_over_is_reported_by_an_edition_of_an_earlier_time() {
    let mut room = Newsroom::named("embargo", 12);
    let place = room.place_of(3);
    // 22:00 in universal time.
    room.add_key(3, "publishDate = 2026-11-25T00:00:00");
    room.set_clock(180);
    room.press().unwrap();
    room.press().unwrap();
    room.set_clock(60);
    let told = room.press().unwrap_err();
    assert!(
        told.contains(&format!("publishDate has no effect: /{place} would be published before 2026-11-25")),
        "{told}"
    );
    assert_eq!(told, room.press_from_nothing().unwrap_err());
    room.set_clock(180);
    room.press().unwrap();
    room.press_from_nothing().unwrap();
    assert_same(&room.site(), &room.site_from_nothing(), "an embargo that is over");
}

/// A power cut, or somebody who cannot wait, at a hundred moments of the press.
#[test]
fn a_press_that_is_killed_leaves_one_complete_edition_and_the_next_is_right() {
    let mut room = Newsroom::named("killed", 40);
    room.press().unwrap();
    let (one, other) = ([3, 9, 27], [4, 16, 27]);
    room.run_program();
    let whole = room.whole_way();
    let mut killed = Vec::new();
    for number in 0.. {
        // All hundredths of its way, in turn and in disorder. Near the end it may be quicker than the test: then another time.
        let moment = whole * (number * 37 % 100) / 100;
        let before = room.site();
        for story in if number % 2 == 0 { one } else { other } {
            room.change_headline_to(story, &format!("The headline of edition {number}"));
        }
        killed.extend(room.kill_program_at(moment));
        let after = room.site();
        room.press_from_nothing().unwrap();
        let expected = room.site_from_nothing();
        assert!(after == before || after == expected, "kill {number} leaves something between two editions");
        room.run_program();
        assert_same(&room.site(), &expected, &format!("kill {number}, and another press"));
        if killed.len() == 100 {
            break;
        }
        assert!(number < 1000, "only {} of {number} were killed before their end", killed.len());
    }
    // Wherever it was: in the beginning, in the middle, and about the end.
    let quarters = [0, 1, 2, 3].map(|quarter| (quarter * whole / 4, (quarter + 1) * whole / 4));
    let killed_in = quarters.map(|(from, to)| killed.iter().filter(|way| (from..to).contains(*way)).count());
    assert!(killed_in.iter().all(|count| *count > 0), "{killed_in:?} were killed in each quarter of {whole}");
}
