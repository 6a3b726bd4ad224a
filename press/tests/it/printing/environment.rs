//! Switches in the environment, and other variables that press reads.

use super::press_room::{PLAIN, Room};

/// A room with a draft.
fn room(name: &str) -> Room {
    let room = Room::named(&format!("environment-{name}"));
    room.change(
        "content/town/plain/index.md",
        "title = \"A plain story\"\n",
        "title = \"A plain story\"\ndraft = true\n",
    );
    room
}

/// Whether the draft is published.
fn has_draft(room: &Room, value: &str) -> bool {
    room.press_with(&PLAIN, &[("PRESS_DRAFTS", value)]).succeeds();
    room.tree("site").contains_key("town/plain/index.html")
}

#[test]
fn drafts_are_published_only_if_press_drafts_says_so() {
    let room = room("drafts");
    for off in ["", "0", "false", "False", "no", "off", "OFF"] {
        assert!(!has_draft(&room, off), "PRESS_DRAFTS={off}");
    }
    for on in ["1", "true", "YES", "on"] {
        assert!(has_draft(&room, on), "PRESS_DRAFTS={on}");
    }
}

#[test]
fn a_switch_that_is_neither_on_nor_off_is_refused() {
    let room = room("neither");
    for (value, arguments) in [("maybe", vec![]), ("2", vec![]), ("ja", vec!["--drafts"])] {
        let outcome = room.press_with(&[&PLAIN[..], &arguments].concat(), &[("PRESS_DRAFTS", value)]);
        let said = format!(
            "the environment variable PRESS_DRAFTS is \"{value}\"\n  \
             remedy: set it to 1, true, yes or on to switch it on, or to 0, false, no or off to switch it off\n"
        );
        assert_eq!((outcome.code, outcome.said), (Some(1), said));
        assert!(!room.path("site").exists(), "nothing is published");
    }
}

#[test]
fn an_empty_variable_counts_as_unset_and_an_invalid_one_is_named() {
    let room = room("others");
    room.press_with(&PLAIN, &[("SOURCE_DATE_EPOCH", ""), ("PRESS_COUNTER", ""), ("TRUNK_PUBLIC_URL", "")]).succeeds();
    room.press_with(&PLAIN, &[("PRESS_COUNTER", "off")]).succeeds();
    let outcome = room.press_with(&PLAIN, &[("PRESS_COUNTER", "somewhere")]);
    let said = "the environment variable PRESS_COUNTER is \"somewhere\"\n  \
                remedy: set it to an address such as 127.0.0.1:7373, or unset it\n";
    assert_eq!((outcome.code, outcome.said.as_str()), (Some(1), said));
}
