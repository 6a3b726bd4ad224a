//! One edition after another: only what has changed is rebuilt, and the site is the same as after a clean build.

mod borrowed;
mod copy;
mod filing;
mod newsroom;
mod presses;

use std::collections::BTreeMap;

use newsroom::Newsroom;
use press::site::search::is_of_search;
use presses::assert_same;

/// The number of random edits. `EDITS=20000 cargo test -p press --test it editions` makes more.
fn edits() -> usize {
    std::env::var("EDITS").ok().and_then(|edits| edits.parse().ok()).unwrap_or(500)
}

#[test]
fn after_random_edits_an_edition_is_the_same_as_a_clean_build() {
    after_random(edits(), Newsroom::named("edits", 20));
}

#[test]
fn after_random_edits_trunk_gets_the_same_site_as_from_a_clean_build() {
    after_random(edits() / 3, Newsroom::named("edits-by-trunk", 20).by_trunk());
}

fn after_random(edits: usize, mut room: Newsroom) {
    room.press().unwrap();
    let (mut refused, mut kinds) = (0, BTreeMap::<&str, usize>::new());
    for number in 0..edits {
        let edit = room.edit();
        *kinds.entry(edit).or_default() += 1;
        let before = room.site();
        match (room.press(), room.press_from_nothing()) {
            (Ok(_), Ok(_)) => assert_same(&room.site(), &room.site_from_nothing(), &format!("edit {number}, {edit}")),
            // Both report the same errors, and the site is unchanged.
            (Err(one), Err(other)) => {
                refused += 1;
                assert_eq!(one, other, "edit {number}, {edit}");
                if !room.is_by_trunk() {
                    assert_same(&before, &room.site(), &format!("edit {number}, {edit}, which is refused"));
                }
                room.mend();
                room.press().unwrap();
            }
            (one, other) => panic!("edit {number}, {edit}: {one:?}, but a clean build {other:?}"),
        }
    }
    assert!(kinds.len() >= Newsroom::EDITS, "{kinds:?}");
    assert!(refused > 0 && refused < edits / 4, "{refused} of {edits} are refused");
}

#[test]
fn only_what_has_changed_is_rewritten() {
    let mut room = Newsroom::named("changes", 40);
    for _ in 0..3 {
        room.press().unwrap();
    }
    let rewritten = room.press_and_tell();
    assert_eq!(rewritten, Vec::<String>::new(), "nothing has changed");

    let story = room.add_to_text(25);
    // Each of the two folders of the site gets the change in a run of its own.
    let (feeds, others): (Vec<String>, Vec<String>) =
        room.press_and_tell().into_iter().partition(|file| file.contains("feed."));
    let (of_search, pages): (Vec<String>, Vec<String>) = others.into_iter().partition(|file| is_of_search(file));
    assert_eq!(pages, [format!("{story}index.html"), format!("{story}index.json")]);
    let texts: Vec<&String> = of_search.iter().filter(|file| file.ends_with("text.json")).collect();
    assert_eq!(texts, [&format!("{story}text.json")], "what the search shows of the other stories has not changed");
    assert!(of_search.contains(&String::from("search/catalogue.bin")), "{of_search:?}");
    // The feeds of its section, author and tags contain it; that of the newspaper may, too.
    assert!(
        feeds.iter().all(|feed| room.site()[feed].windows(18).any(|text| text == b"One sentence more.")),
        "{feeds:?}"
    );
    let lists = 2 + room.tags_of(25);
    assert!(feeds.len() == 2 * lists || feeds.len() == 2 * (lists + 1), "{feeds:?}");
    room.press().unwrap();
    assert_eq!(room.press_and_tell(), Vec::<String>::new());

    let story = room.change_headline(25);
    let (of_tags, rewritten): (Vec<String>, Vec<String>) =
        room.press_and_tell().into_iter().partition(|file| file.starts_with("tag/"));
    assert!(
        rewritten.contains(&format!("{story}index.html")) && rewritten.len() < 40,
        "{} of {}: {rewritten:?}",
        rewritten.len(),
        room.site().len()
    );
    // For each tag, the list page with the story and the feed, in two formats.
    assert_eq!(of_tags.len(), 4 * room.tags_of(25), "{of_tags:?}");
}

#[test]
fn a_cache_that_is_damaged_or_of_another_version_is_not_used() {
    let damages = ["truncated", "changed", "of another version", "blobs changed", "blobs missing"];
    for room in [Newsroom::named("damage", 12), Newsroom::named("damage-by-trunk", 12).by_trunk()] {
        room.press().unwrap();
        room.press_from_nothing().unwrap();
        let of_search = ["ledger changed", "ledger missing", "names changed"];
        for damage in damages.into_iter().chain(of_search).chain(["file lists missing"]) {
            room.damage(damage);
            // Twice, since a site has two folders.
            for _ in 0..2 {
                room.press().unwrap();
                assert_same(&room.site(), &room.site_from_nothing(), damage);
            }
        }
    }
}

#[test]
fn a_new_picture_in_the_folder_of_an_unchanged_story_is_found() {
    let room = Newsroom::named("borrowed", 12);
    // Press always rereads files that changed just before it looks at them.
    std::thread::sleep(std::time::Duration::from_millis(150));
    room.press().unwrap();
    room.borrow_picture(3, 7);
    room.press().unwrap();
    room.press_from_nothing().unwrap();
    assert_same(&room.site(), &room.site_from_nothing(), "a borrowed picture");
    assert!(room.site().keys().any(|file| file.ends_with(".webp")), "there is no picture");
}

/// The folder of an unchanged story gets a new file.
#[test]
fn a_translation_by_file_name_is_built_next_to_an_unchanged_story() {
    let room = Newsroom::named("beside", 12);
    // Press always rereads files that changed just before it looks at them.
    std::thread::sleep(std::time::Duration::from_millis(150));
    room.press().unwrap();
    let original = room.place_of(3);
    room.write_beside(
        3,
        "index.uk.md",
        "+++\ntitle = \"Порт\"\ndate = 2026-11-01\nauthors = [\"anna\"]\n+++\nСлова.\n",
    );
    room.press().unwrap();
    assert!(room.site().contains_key(&format!("{}-uk/index.html", original.trim_end_matches('/'))), "{original}");
    room.press_from_nothing().unwrap();
    assert_same(&room.site(), &room.site_from_nothing(), "a translation by its file name");
}

/// Whether a cached story is published may depend on the time alone.
#[test]
fn a_story_appears_and_expires_without_a_change_of_its_file() {
    let mut room = Newsroom::named("terms", 12);
    let page = format!("{}/index.html", room.place_of(3).trim_end_matches('/'));
    // 22:00 UTC, and three hours later.
    room.add_key(3, "publishDate = 2026-11-25T00:00:00\nexpires = 2026-11-25T03:00:00");
    for (clock, is_published) in [(60, false), (180, true), (360, false), (180, true), (60, false)] {
        room.set_clock(clock);
        room.press().unwrap();
        assert_eq!(room.site().contains_key(&page), is_published, "{clock} minutes");
        room.press_from_nothing().unwrap();
        assert_same(&room.site(), &room.site_from_nothing(), &format!("{clock} minutes"));
    }
}

/// A power cut or an impatient user, at a hundred moments of a run.
#[test]
fn a_killed_press_leaves_one_complete_edition_and_the_next_run_is_right() {
    let mut room = Newsroom::named("killed", 40);
    room.press().unwrap();
    let (one, other) = ([3, 9, 27], [4, 16, 27]);
    room.run_program();
    let whole = room.whole_way();
    let mut killed = Vec::new();
    for number in 0.. {
        // Every hundredth of a run, in mixed order. Near the end a run may finish before it is killed, and is repeated.
        let moment = whole * (number * 37 % 100) / 100;
        let before = room.site();
        for story in if number % 2 == 0 { one } else { other } {
            room.change_headline_to(story, &format!("The headline of edition {number}"));
        }
        killed.extend(room.kill_program_at(moment));
        let after = room.site();
        room.press_from_nothing().unwrap();
        let expected = room.site_from_nothing();
        assert!(after == before || after == expected, "kill {number} leaves a mix of two editions");
        room.run_program();
        assert_same(&room.site(), &expected, &format!("kill {number} and another run"));
        if killed.len() == 100 {
            break;
        }
        assert!(number < 1000, "only {} of {number} runs were killed before they finished", killed.len());
    }
    // The kills are spread over the beginning, the middle and the end.
    let quarters = [0, 1, 2, 3].map(|quarter| (quarter * whole / 4, (quarter + 1) * whole / 4));
    let killed_in = quarters.map(|(from, to)| killed.iter().filter(|way| (from..to).contains(*way)).count());
    assert!(killed_in.iter().all(|count| *count > 0), "{killed_in:?} were killed in each quarter of {whole}");
}
