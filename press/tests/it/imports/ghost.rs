//! A Ghost export.

use super::desk::Desk;

/// The usual arguments.
const PLAIN: [&str; 5] = ["export.json", "--pictures", "images", "--section", "Streets=town"];

#[test]
fn an_export_becomes_stories_authors_pictures_and_a_report() {
    let desk = Desk::of("ghost", "whole");
    let outcome = desk.import(&PLAIN);
    assert_eq!((outcome.code, outcome.said.as_str()), (Some(0), ""));
    desk.expect(&outcome);
}

#[test]
fn imported_content_builds_without_errors() {
    let desk = Desk::of("ghost", "pressed");
    desk.import(&PLAIN);
    let edition = desk.edition().unwrap_or_else(|mistakes| panic!("{mistakes}"));
    assert!(edition.pages.iter().any(|page| page.route.path() == "/harbour/tides/"));
}

#[test]
fn a_second_run_changes_nothing() {
    let desk = Desk::of("ghost", "twice");
    desk.import(&PLAIN);
    let first = desk.content();
    let again = desk.import(&PLAIN);
    assert!(first == desk.content(), "a file was changed or added");
    let there = "press: already there: 4 stories unchanged, 0 stories changed, 2 authors; left as they are";
    assert_eq!(again.told.lines().nth(1), Some(there));
}

#[test]
fn with_address_links_to_missing_pages_lead_to_the_old_site() {
    let desk = Desk::of("ghost", "address");
    desk.import(&[&PLAIN[..], &["--address", "https://old.example/blog"]].concat());
    let text = desk.read("content/harbour/tides/index.md");
    assert!(text.contains("[who we are](https://old.example/blog/about/)"), "{text}");
    assert!(text.contains("aliases = [\"/blog/tides/\"]"), "{text}");
    assert!(text.contains("[the Moon](/harbour/moon/)"), "{text}");
}

#[test]
fn the_default_section_takes_stories_without_a_section() {
    let desk = Desk::of("ghost", "default");
    let outcome = desk.import(&[&PLAIN[..], &["--default-section", "town"]].concat());
    assert!(desk.path("content/town/loose/index.md").is_file());
    assert!(!outcome.told.contains("Without a tag"), "{}", outcome.told);
}

#[test]
fn a_damaged_export_is_reported_with_its_line_and_nothing_is_written() {
    let desk = Desk::of("ghost", "damaged");
    let before = desk.content();
    desk.change("export.json", "\"posts\": [", "\"posts\": [,");
    let outcome = desk.import(&PLAIN);
    assert_eq!(outcome.code, Some(1));
    let said = "export.json:9: the export is damaged: expected value at line 9 column 15\n  \
                remedy: export the content in Ghost under Settings, Migration tools, Export\n";
    assert_eq!(outcome.said, said);
    desk.write("export.json", "{\"db\": [{\"data\": {\"users\": []}}]}");
    let said = "export.json is not a Ghost export: it has no db with data and posts\n  \
                remedy: export the content in Ghost under Settings, Migration tools, Export\n";
    assert_eq!(desk.import(&PLAIN).said, said);
    desk.write("export.json", "[\n7]");
    let outcome = desk.import(&PLAIN);
    assert!(outcome.said.starts_with("export.json:2: this is not a Ghost export"), "{}", outcome.said);
    assert!(before == desk.content(), "something was written");
}
