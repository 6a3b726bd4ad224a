//! A WordPress export.

use super::desk::{Desk, tree};

/// The usual arguments.
const PLAIN: [&str; 5] = ["export.xml", "--pictures", "uploads", "--section", "parks=town"];

#[test]
fn an_export_becomes_stories_authors_pictures_and_a_report() {
    let desk = Desk::of("wordpress", "whole");
    let outcome = desk.import(&PLAIN);
    assert_eq!((outcome.code, outcome.said.as_str()), (Some(0), ""));
    desk.expect(&outcome);
}

#[test]
fn imported_content_builds_without_errors() {
    let desk = Desk::of("wordpress", "pressed");
    desk.import(&PLAIN);
    let edition = desk.edition().unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let addresses: Vec<String> = edition.pages.iter().map(|page| page.route.path()).collect();
    for address in ["/harbour/light-tower/", "/town/plane-trees-2/", "/town/plane-trees/", "/author/jane-quay-roe/"] {
        assert!(addresses.iter().any(|own| own == address), "{address} is not in {addresses:?}");
    }
}

#[test]
fn a_story_without_a_headline_is_called_by_its_first_words() {
    let desk = Desk::of("wordpress", "no-headline");
    desk.change("export.xml", "<title>Як читати море</title>", "<title></title>");
    let outcome = desk.import(&PLAIN);
    let story = desk.read("content/harbour/yak-chytaty-more/index.md");
    assert!(story.contains("\ntitle = \"Хвиля довша, ніж здається\"\n"), "{story}");
    let note = "it has no headline and is called \"Хвиля довша, ніж здається\": write one";
    assert!(outcome.told.contains(note), "{}", outcome.told);
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
            "press: already there: 6 stories unchanged, 0 stories changed, 3 authors; left as they are"
        ]
    );
    assert!(tree(&desk.path("")).keys().all(|file| !file.contains(".new")), "something is left over");
}

#[test]
fn stories_that_an_editor_has_changed_or_moved_are_kept() {
    let desk = Desk::of("wordpress", "edited");
    desk.import(&PLAIN);
    desk.change("content/harbour/light-tower/index.md", "The lens\n", "The lens, again\n");
    std::fs::rename(desk.path("content/town/plane-trees-2"), desk.path("content/harbour/planes")).unwrap();
    desk.change("content/town/notes/index.md", "Private notes", "Notes");
    let before = desk.content();
    let again = desk.import(&PLAIN);
    assert!(before == desk.content(), "a file was changed or added");
    let there = "press: already there: 3 stories unchanged, 3 stories changed, 3 authors; left as they are";
    assert_eq!(again.told.lines().nth(1), Some(there));
    assert!(!again.told.contains("the shop"), "{}", again.told);
}

#[test]
fn a_deleted_story_is_imported_again_and_a_killed_run_is_completed() {
    let desk = Desk::of("wordpress", "killed");
    desk.import(&PLAIN);
    let whole = desk.content();
    for story in ["harbour/light-tower", "town/plane-trees-2-2"] {
        std::fs::remove_dir_all(desk.path("content").join(story)).unwrap();
    }
    desk.write("content/harbour/.light-tower.new/half.png", "half");
    desk.import(&PLAIN);
    assert!(whole == desk.content(), "the content differs from that after the first run");
}

#[test]
fn without_a_pictures_folder_pictures_are_left_out_and_one_line_says_so() {
    let desk = Desk::of("wordpress", "no-pictures");
    let outcome = desk.import(&["export.xml", "--default-section", "town", "--report", "report.txt"]);
    let line = "  Pictures: 10 were left out; name the folder that contains them with --pictures";
    assert!(outcome.told.lines().any(|told| told == line), "{}", outcome.told);
    assert_eq!(desk.read("report.txt"), outcome.told);
    assert!(desk.content().keys().all(|file| !file.ends_with(".png")));
    desk.edition().unwrap_or_else(|mistakes| panic!("{mistakes}"));
}

#[test]
fn at_the_address_of_the_old_site_links_to_missing_pages_are_removed() {
    let desk = Desk::of("wordpress", "same-address");
    desk.change("content/site.toml", "https://paper.example/", "https://old.example/");
    let outcome = desk.import(&PLAIN);
    let text = desk.read("content/harbour/light-tower/index.md");
    assert!(
        text.contains("[the trees of the quay](/town/plane-trees-2/)") && text.contains(", the shop, a chart,"),
        "{text}"
    );
    assert!(
        outcome.told.contains("https://old.example/shop/?item=2 leads to something that was not imported"),
        "{}",
        outcome.told
    );
    desk.edition().unwrap_or_else(|mistakes| panic!("{mistakes}"));
}

#[test]
fn a_damaged_export_is_reported_with_its_line_and_nothing_is_written() {
    let desk = Desk::of("wordpress", "damaged");
    let before = desk.content();
    desk.change("export.xml", "<title>A recipe</title>", "<title>A recipe</titel>");
    let outcome = desk.import(&PLAIN);
    let line = 1 + desk.read("export.xml").lines().position(|line| line.contains("</titel>")).unwrap();
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.said.starts_with(&format!("export.xml:{line}: the export is damaged: ")), "{}", outcome.said);
    assert!(outcome.said.ends_with("remedy: export again; if the new file is damaged too, repair it there\n"));
    let text = desk.read("export.xml").replace("</titel>", "</title>");
    desk.write("export.xml", &text[..text.len() / 2]);
    assert!(desk.import(&PLAIN).said.contains("the export is damaged: "));
    for (content, found) in [("", "nothing"), ("<html><body>", "html"), ("Hello", "text")] {
        desk.write("export.xml", content);
        let said = format!("export.xml is not a WordPress export: it begins with {found}\n");
        let outcome = desk.import(&PLAIN);
        assert!(outcome.said.starts_with(&said), "{}", outcome.said);
    }
    assert!(before == desk.content(), "something was written");
}

#[test]
fn unknown_sections_and_missing_files_are_named() {
    let desk = Desk::of("wordpress", "options");
    let outcome = desk.import(&["export.xml", "--section", "parks=twon"]);
    assert_eq!(outcome.said, "there is no section \"twon\" in site.toml\n  remedy: did you mean town?\n");
    let outcome = desk.import(&["export.xml", "--pictures", "nowhere"]);
    assert!(outcome.said.starts_with("cannot read nowhere: "), "{}", outcome.said);
    let outcome = desk.import(&["nothing.xml"]);
    assert!(outcome.said.starts_with("cannot read nothing.xml: "), "{}", outcome.said);
    assert_eq!(desk.import(&["export.xml", "--section", "parks"]).code, Some(2));
    assert_eq!(desk.import(&["export.xml", "--address", "old.example"]).code, Some(2));
}
