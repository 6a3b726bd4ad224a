//! Numbers of views: how old they are, and the counter of a developer's machine.

use std::net::TcpListener;

use crate::press_room::{PLAIN, Room};

#[test]
fn a_press_says_how_old_the_numbers_of_views_are() {
    let room = Room::named("age-of-views");
    let told = |now: &str| {
        let paths = ["--shell", "staging/index.html", "--out", "site", "--now", now];
        let outcome = room.press(&paths);
        outcome.succeeds();
        outcome.told
    };
    // They are of the 23rd, 10:00.
    assert_eq!(told("2026-11-23T10:59:00Z"), "press: the view counts are less than an hour old\n");
    assert_eq!(told("2026-11-24T10:00:00Z"), "press: the view counts are 24 h old\n");
    assert_eq!(told("2026-11-26T10:00:00Z"), "press: the view counts are 3 days old\n");
    std::fs::remove_file(room.path("content/views.json")).unwrap();
    assert_eq!(told("2026-11-26T10:00:00Z"), "");
}

#[test]
fn a_counter_on_this_machine_is_asked_where_the_site_names_none() {
    let room = Room::named("counter-beside");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let site_with = |variables: &[(&str, &str)]| {
        room.press_with(&PLAIN, variables).succeeds();
        serde_json::from_str::<serde_json::Value>(&room.read("site/site.json")).unwrap()["site"]["counter"].clone()
    };
    assert_eq!(site_with(&[("PRESS_COUNTER", &address)]), serde_json::json!({ "redis": "" }));
    assert!(site_with(&[]).is_null());
    drop(listener);
    assert!(site_with(&[("PRESS_COUNTER", &address)]).is_null(), "nothing listens there any more");

    let own =
        room.read("content/site.toml") + "\n[views]\nservice = \"goatcounter\"\naddress = \"https://stats.example\"\n";
    room.write("content/site.toml", own);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let counter = serde_json::json!({ "goatcounter": "https://stats.example" });
    assert_eq!(site_with(&[("PRESS_COUNTER", &address)]), counter);
}
