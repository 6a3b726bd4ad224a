//! A failed run says where the error is and what to do, and leaves the existing site unchanged, byte for byte.

use std::fs;

use super::press_room::{NOW, PLAIN, Room, assert_same};

/// A room with a good site, in which the next run will fail.
fn room(name: &str) -> Room {
    Room::with_site(&format!("fails-{name}"))
}

/// Runs press, which must fail with exactly this text and leave everything unchanged.
fn fails(room: &Room, arguments: &[&str], variables: &[(&str, &str)], said: &str) {
    let (before, entries) = (room.tree("site"), room.entries());
    let outcome = room.press_with(arguments, variables);
    assert_eq!(outcome.said, said);
    assert_eq!(outcome.code, Some(1));
    assert!(before.contains_key("index.html"));
    assert_same(&before, &room.tree("site"));
    assert_eq!(entries, room.entries(), "something is left over");
}

#[test]
fn errors_in_the_content_are_reported_together() {
    let room = room("content");
    room.change("content/harbour/pilot/index.md", "authors: city-desk", "authors: city-desks");
    room.change("content/town/plain/index.md", "title = \"A plain story\"\n", "");
    let said = "content/harbour/pilot/index.md:4: unknown author \"city-desks\"\n  \
                remedy: did you mean \"city-desk\"?\n\
                content/town/plain/index.md:1: title is missing\n  \
                remedy: add a line such as title = \"The headline\", or title = \"\" to call the story by its first \
                words\n";
    fails(&room, &PLAIN, &[], said);
}

#[test]
fn a_missing_content_folder_is_named() {
    let room = room("no-content");
    let said = "nowhere/site.toml: the file is missing\n  remedy: write it, or put it back\n";
    fails(&room, &[&PLAIN[..], &["--content", "nowhere"]].concat(), &[], said);
}

#[test]
fn an_error_in_a_stylesheet_is_reported_with_line_and_column() {
    let room = room("css");
    room.write("style/parts/card.css", ".card {\n  color: red;\n}\n\n.card..b {\n  margin: 0;\n}\n");
    let said = "style/parts/card.css:5:7: Expected identifier in class selector, got Delim('.')\n  remedy: correct the stylesheet there\n";
    fails(&room, &PLAIN, &[], said);
}

#[test]
fn a_missing_stylesheet_is_reported_at_its_import() {
    let room = room("css-import");
    fs::remove_file(room.path("style/parts/card.css")).unwrap();
    let said = "style/main.css:1:1: No such file or directory (os error 2)\n  remedy: correct the stylesheet there\n";
    fails(&room, &PLAIN, &[], said);
}

#[test]
fn a_stylesheet_that_would_end_its_style_element_is_reported() {
    let room = room("style-end");
    room.write("style/first/list.css", "p::before { content: \"</style>\"; }\n");
    let said = "style/first/list.css: it contains \"</style\", which would close the style element in a page\n  remedy: correct the stylesheet there\n";
    fails(&room, &PLAIN, &[], said);
}

#[test]
fn a_missing_stylesheets_folder_is_named() {
    let room = room("no-style");
    let said =
        "nowhere/first/story.css: No such file or directory (os error 2)\n  remedy: correct the stylesheet there\n";
    fails(&room, &[&PLAIN[..], &["--style", "nowhere"]].concat(), &[], said);
}

#[test]
fn a_shell_with_a_missing_or_repeated_placeholder_is_refused() {
    for (case, part) in
        [("policy", "<!--POLICY-->"), ("head", "<!--HEAD-->"), ("body", "<body>"), ("language", "<html lang=\"en\"")]
    {
        let room = room(&format!("shell-without-{case}"));
        room.change("staging/index.html", part, "");
        let said = format!(
            "staging/index.html: the shell must contain {part} exactly once\n  \
             remedy: put it back into index.html and build again\n"
        );
        fails(&room, &PLAIN, &[], &said);
        room.write(
            "staging/index.html",
            format!("<!doctype html><html lang=\"en\"><!--POLICY--><!--HEAD--><body>{part}"),
        );
        fails(&room, &PLAIN, &[], &said);
    }
}

#[test]
fn a_pressed_page_is_refused_as_a_shell() {
    let room = room("page-as-shell");
    let said = "site/index.html: the shell must contain <!--POLICY--> exactly once\n  \
                remedy: put it back into index.html and build again\n";
    fails(&room, &["--shell", "site/index.html", "--out", "again", "--now", NOW], &[], said);
}

#[test]
fn a_missing_shell_is_named() {
    let room = room("no-shell");
    let said = "cannot read nowhere/shell.html: No such file or directory (os error 2)\n  \
                remedy: check that it exists, its permissions, and the free disk space\n";
    fails(&room, &["--shell", "nowhere/shell.html", "--out", "site", "--now", NOW], &[], said);
    // The default is dist/shell.html.
    let said = said.replace("nowhere", "dist");
    fails(&room, &[], &[], &said);
}

#[test]
fn a_kept_shell_with_a_damaged_note_is_refused() {
    let room = room("note");
    let kept = ["--shell", "site/shell.html", "--out", "site", "--now", NOW];
    room.change("site/shell.html", "\"public_url\":\"/\"", "\"public_url\":7");
    let said = "site/shell.html: its note cannot be read (invalid type: integer `7`, expected a string at line 1 column 15)\n  \
                remedy: build the shell again with Trunk\n";
    fails(&room, &kept, &[], said);
}

#[test]
fn a_kept_shell_without_its_files_fails_in_the_middle_of_a_run() {
    let room = room("files");
    fs::rename(room.path("site"), room.path("first")).unwrap();
    room.press(&PLAIN).succeeds();
    fs::remove_file(room.path("first/icon.svg")).unwrap();
    let said = "cannot copy first/icon.svg: No such file or directory (os error 2)\n  \
                remedy: check that it exists, its permissions, and the free disk space\n";
    fails(&room, &["--shell", "first/shell.html", "--out", "site", "--now", NOW], &[], said);
}

#[test]
fn a_public_url_that_is_not_a_path_is_refused() {
    for (case, url) in
        ["https://paper.example/", "journal/", "/journal", "./", "//paper.example/", "/a b/", "/\"/", "/../"]
            .into_iter()
            .enumerate()
    {
        let room = room(&format!("public-url-{case}"));
        let said = format!(
            "staging/index.html: the site's public_url is {url:?}\n  \
             remedy: set public_url to a path such as / or /journal/\n"
        );
        fails(&room, &PLAIN, &[("TRUNK_PUBLIC_URL", url)], &said);
    }
}

#[test]
fn an_invalid_time_is_refused() {
    let room = room("time");
    let said = "--now \"noon\" is not a time\n  \
                remedy: write it like 2024-10-11, 2024-10-11T14:05:00 or 2024-10-11T14:05:00+03:00\n";
    let paths = ["--shell", "staging/index.html", "--out", "site"];
    fails(&room, &[&paths[..], &["--now", "noon"]].concat(), &[], said);
    let said = "SOURCE_DATE_EPOCH \"noon\" is not a time\n  remedy: set it to seconds since 1970, or unset it\n";
    fails(&room, &paths, &[("SOURCE_DATE_EPOCH", "noon")], said);
}

#[test]
fn an_unknown_option_is_refused_with_a_pointer_to_help() {
    let room = room("option");
    let before = room.tree("site");
    let outcome = room.press(&[&PLAIN[..], &["--watch"]].concat());
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.said.contains("unexpected argument '--watch'"), "{}", outcome.said);
    assert!(outcome.said.contains("--help"), "{}", outcome.said);
    assert_same(&before, &room.tree("site"));
}

#[test]
fn as_trunks_hook_press_fails_before_it_writes_anything() {
    let room = room("hook");
    let before = room.tree("staging");
    room.change("content/harbour/pilot/index.md", "city-desk", "nobody");
    let outcome = room.press_with(&["--now", NOW], &[("TRUNK_STAGING_DIR", "staging")]);
    assert_eq!(outcome.code, Some(1), "{}", outcome.said);
    assert_same(&before, &room.tree("staging"));
}
