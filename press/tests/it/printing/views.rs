//! View counts: how old they are, and the counter on a developer's machine.

use std::net::TcpListener;

use super::press_room::{PLAIN, Room};

#[test]
fn press_says_how_old_the_view_counts_are() {
    let room = Room::named("age-of-views");
    let told = |now: &str| {
        let paths = ["--shell", "staging/index.html", "--out", "site", "--now", now];
        let outcome = room.press(&paths);
        outcome.succeeds();
        outcome.told
    };
    // They were pulled on the 23rd at 10:00 UTC.
    assert_eq!(told("2026-11-23T10:59:00Z"), "press: the view counts are less than an hour old\n");
    assert_eq!(told("2026-11-24T10:00:00Z"), "press: the view counts are 24 h old\n");
    assert_eq!(told("2026-11-26T10:00:00Z"), "press: the view counts are 3 days old\n");
    std::fs::remove_file(room.path("content/views.json")).unwrap();
    assert_eq!(told("2026-11-26T10:00:00Z"), "");
}

#[test]
fn a_local_counter_is_used_if_the_site_names_none() {
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
