//! One clock: the same `--now` gives the same edition, byte for byte.

use super::press_room::{NOW, PLAIN, Room, assert_same};

#[test]
fn two_runs_with_the_same_now_give_the_same_bytes() {
    let room = Room::with_site("one-now");
    let elsewhere = Room::named("one-now-elsewhere");
    let surroundings = [("TZ", "Asia/Tokyo"), ("RAYON_NUM_THREADS", "1"), ("LC_ALL", "uk_UA.UTF-8")];
    // SOURCE_DATE_EPOCH only applies without --now.
    let surroundings = [&surroundings[..], &[("SOURCE_DATE_EPOCH", "1")]].concat();
    elsewhere.press_with(&PLAIN, &surroundings).succeeds();
    assert_same(&room.tree("site"), &elsewhere.tree("site"));
}

#[test]
fn the_day_of_an_edition_is_in_the_time_zone_of_the_newspaper() {
    let room = Room::with_site("now");
    let told = |arguments: &[&str], variables: &[(&str, &str)]| {
        let paths = ["--shell", "staging/index.html", "--out", "site"];
        room.press_with(&[&paths[..], arguments].concat(), variables).succeeds();
        room.page("/").text_of(".footer-edition")
    };
    let day = "This edition was made on 24 November 2026.";
    assert_eq!(told(&["--now", NOW], &[]), day);
    // Half an hour after the day begins in Kyiv, and a second before it ends there.
    assert_eq!(told(&["--now", "2026-11-23T22:30:00Z"], &[]), day);
    assert_eq!(told(&["--now", "2026-11-24T21:59:59Z"], &[]), day);
    assert_eq!(told(&["--now", "2026-11-24T00:10"], &[("TZ", "America/New_York")]), day);
    assert_eq!(told(&[], &[("SOURCE_DATE_EPOCH", "1795474800")]), day);
    // Without either, the clock of this machine applies; the tests were written after 2024.
    let now = told(&[], &[]);
    let year: u32 = now.trim_end_matches('.').rsplit_once(' ').unwrap().1.parse().unwrap();
    assert!(year > 2024, "{now}");
}

#[test]
fn the_age_of_a_story_depends_on_the_time_of_the_edition() {
    let room = Room::with_site("age");
    assert!(room.page("/harbour/lighthouse/").text_of(".age-notice").contains("more than 2 years old"));
    room.press(&["--shell", "staging/index.html", "--out", "site", "--now", "2025-10-11T14:04:59+03:00"]).succeeds();
    assert_eq!(room.page("/harbour/lighthouse/").all(".age-notice").len(), 0);
}
