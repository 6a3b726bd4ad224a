//! An export of WordPress.

use crate::desk::{Desk, tree};

/// The ordinary way.
const PLAIN: [&str; 5] = ["export.xml", "--pictures", "uploads", "--section", "parks=town"];

#[test]
fn an_export_becomes_stories_authors_and_pictures_and_a_report() {
    let desk = Desk::of("wordpress", "whole");
    let outcome = desk.import(&PLAIN);
    assert_eq!((outcome.code, outcome.said.as_str()), (Some(0), ""));
    desk.expect(&outcome);
}

#[test]
fn what_was_imported_is_pressed_without_a_mistake() {
    let desk = Desk::of("wordpress", "pressed");
    desk.import(&PLAIN);
    let edition = desk.edition().unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let addresses: Vec<String> = edition.pages.iter().map(|(route, _)| route.path()).collect();
    for address in ["/harbour/light-tower/", "/town/plane-trees-2/", "/town/plane-trees/", "/author/jane-quay-roe/"] {
        assert!(addresses.iter().any(|own| own == address), "{address} is not in {addresses:?}");
    }
}

#[test]
fn a_second_run_changes_nothing() {
    let desk = Desk::of("wordpress", "twice");
    desk.import(&PLAIN);
    let first = desk.content();
    let again = desk.import(&PLAIN);
    assert_eq!(again.code, Some(0));
    assert!(first == desk.content(), "a file was changed or added");
    let lines: Vec<&str> = again.told.lines().take(2).collect();
    assert_eq!(
        lines,
        [
            "press: written: 0 stories, 0 authors, 0 pictures",
            "press: there already: 6 stories unchanged, 0 stories with other words, 4 authors; left as they are"
        ]
    );
    assert!(tree(&desk.path("")).keys().all(|file| !file.contains(".import")), "something lies around");
}
