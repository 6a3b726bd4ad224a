//! Names and texts that a terminal, or a build server that reads its output, would obey.

use super::{build_fails, check_fails, says};
use crate::outcome::{press, run};
use crate::printing::press_room::Room;

/// Sets the title of a terminal, and begins a line with a command of GitHub's runner.
const HOSTILE: &str = "\u{1b}]0;pwned\u{7}\n::error::pwned\u{202e}";
const ESCAPED: &str = "\\u{1b}]0;pwned\\u{7}\\n::error::pwned\\u{202e}";

/// Asserts that a text is safe to print.
fn is_safe(text: &str) {
    for line in text.lines() {
        assert!(!line.contains(|sign: char| sign.is_control() || sign == '\u{202e}'), "{line:?}");
        assert!(!line.trim_start().starts_with("::"), "{line:?}");
    }
}

#[test]
fn names_that_do_not_show_as_they_are_are_errors_and_are_printed_with_escapes() {
    let room = Room::with_site("names");
    let names =
        [format!("town/plain/a{HOSTILE}.png"), format!("town/a{HOSTILE}"), format!("town/plain/a{HOSTILE}/deep.txt")];
    for name in &names {
        let file = if name.starts_with("town/a") { format!("{name}/index.md") } else { name.clone() };
        room.write(&format!("content/{file}"), "");
    }
    // macOS makes such a file for a folder with an icon of its own.
    room.write("content/town/plain/Icon\r", "");
    let what = "its name has a character that is not shown, such as a line end or a control character";
    let places = [format!("town/plain/a{ESCAPED}.png"), format!("town/a{ESCAPED}"), format!("town/plain/a{ESCAPED}")];
    let said = places.each_ref().map(|place| format!("content/{place}: {what}\n  remedy: rename it\n"));
    build_fails(&room, &said.each_ref().map(String::as_str));
    let plain = check_fails(&room, &["--all"]);
    is_safe(&plain.told);
    says(&plain.told, &[&format!("content/town/a{ESCAPED}: error: {what}")]);
    assert!(!plain.told.contains("Icon"), "{}", plain.told);
    is_safe(&check_fails(&room, &[]).told);
    // Programs get the true names.
    let json = check_fails(&room, &["--json"]).told;
    is_safe(&json);
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    let files: Vec<&str> =
        report["findings"].as_array().unwrap().iter().filter_map(|found| found["file"].as_str()).collect();
    for name in [&names[0], &names[1]] {
        assert!(files.contains(&&*format!("content/{name}")), "{files:?}");
    }
}

#[test]
fn texts_of_the_content_are_printed_with_escapes() {
    let room = Room::with_site("texts");
    let author = "\\u001b]0;pwned\\u0007\\n::error::pwned\\u202e";
    room.change("content/town/plain/index.md", "\"city-desk\"", &format!("\"{author}\""));
    let outcome = room.press(&crate::printing::press_room::PLAIN);
    assert_eq!(outcome.code, Some(1));
    is_safe(&outcome.said);
    says(&outcome.said, &["\\n::error::pwned"]);
    is_safe(&check_fails(&room, &[]).told);
}

#[test]
fn a_file_that_cannot_be_read_or_written_is_named_with_escapes() {
    let room = Room::named("paths");
    let outcome = room.press(&["--shell", &format!("no{HOSTILE}/index.html"), "--out", "site"]);
    assert_eq!(outcome.code, Some(1));
    is_safe(&outcome.said);
    says(&outcome.said, &[&format!("cannot read no{ESCAPED}/index.html: ")]);
    room.write(&format!("my{HOSTILE}/letter"), "");
    let outcome = room.press(&["--shell", "staging/index.html", "--out", &format!("my{HOSTILE}")]);
    assert_eq!(outcome.code, Some(1));
    is_safe(&outcome.said);
    says(&outcome.said, &[&format!("my{ESCAPED} was not written by press")]);
}

#[test]
fn the_report_of_an_import_is_safe_to_print_and_to_read() {
    let room = Room::named("report");
    let title = "\\u001b]0;pwned\\u0007\\n::error::pwned\\u202e";
    room.write("old/one.md", format!("---\ntitle: \"::error::x{title}\"\ndate: 2020-01-02\n---\n{{{{< unknown \u{1b}]0; >}}}}\n\n![a](gone.png)\n"));
    room.write(&format!("old/b{HOSTILE}.md"), "---\ntitle: 7\n---\n{% unknown %} ![a](gone.png)\n");
    let outcome = run(press(&room.path("")).args(["import", "markdown", "old", "--report", "report.txt"]));
    assert_eq!(outcome.code, Some(0), "{}", outcome.said);
    is_safe(&outcome.told);
    is_safe(&room.read("report.txt"));
    says(&outcome.told, &["pwned"]);
    says(&room.read("report.txt"), &["pwned"]);
}
