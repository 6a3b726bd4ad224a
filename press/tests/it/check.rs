//! Runs the program `press check` on each `checks/<case>/content` and compares the output with
//! `checks/<case>/expected.txt`. `UPDATE_EXPECT=1 cargo test -p press --test it check` rewrites these files; review the
//! difference.

use crate::outcome::{Outcome, press, run};
use expect_test::expect_file;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use walkdir::WalkDir;

const NOW: &str = "2026-11-24T12:00:00+02:00";

#[test]
fn values_at_the_limits_have_no_findings() {
    expect("nothing-to-mend", 0);
}

#[test]
fn warnings_have_a_line_a_rule_and_a_remedy() {
    expect("warnings", 0);
}

#[test]
fn whatever_stops_a_build_is_an_error_with_a_rule() {
    expect("errors", 1);
}

#[test]
fn rules_can_be_switched_off_for_the_newspaper_or_a_story() {
    expect("switched-off", 0);
}

#[test]
fn an_unknown_rule_is_an_error_in_the_site_file_and_a_warning_in_a_story() {
    expect("unknown-rules", 1);
}

#[test]
fn a_folder_without_a_site_file_has_one_error() {
    expect("no-site-file", 1);
}

#[test]
fn every_case_folder_is_tested() {
    let tests = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/check.rs")).unwrap();
    for entry in fs::read_dir(cases()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(tests.contains(&format!("expect(\"{name}\"")), "no test reads checks/{name}");
    }
}

#[test]
fn every_rule_is_broken_by_one_case_and_kept_by_another() {
    let told: String = ["warnings", "errors", "unknown-rules"].map(|case| expected(case).1).concat();
    // That rule needs a file of 20 MB, which another test creates.
    for rule in press::diagnostics::rule::Rule::ALL
        .map(press::diagnostics::rule::Rule::name)
        .iter()
        .filter(|name| **name != "picture-weight")
    {
        assert!(told.contains(&format!(" [{rule}]\n")), "no case breaks {rule}");
    }
    assert!(expected("nothing-to-mend").1.ends_with(" stories, no problems\n"));
}

#[test]
fn errors_are_exactly_those_that_stop_a_build() {
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut compared = 0;
    for entry in fs::read_dir(sites).unwrap() {
        let site = entry.unwrap().path();
        let Ok(mistakes) = fs::read_to_string(site.join("expected/mistakes.txt")) else { continue };
        let report: Value = serde_json::from_str(&check(&site, &["--json"]).told).unwrap();
        let errors = report["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "error");
        let as_the_press = errors.map(|error| {
            let line = error["line"].as_u64().map(|line| format!(":{line}")).unwrap_or_default();
            let text = |key: &str| error[key].as_str().unwrap();
            format!("{}{line}: {}\n  remedy: {}\n", text("file"), text("what"), text("remedy"))
        });
        let mut told: Vec<String> = as_the_press.collect();
        let mut wanted: Vec<String> =
            mistakes.split_inclusive("\n").collect::<Vec<_>>().chunks(2).map(<[&str]>::concat).collect();
        // `press check` sorts the findings of a line by rule.
        told.sort();
        wanted.sort();
        assert_eq!(told, wanted, "{}", site.display());
        compared += 1;
    }
    assert!(compared > 5);
}

#[test]
fn json_and_text_report_the_same() {
    let case = cases().join("errors");
    let report: Value = serde_json::from_str(&check(&case, &["--json"]).told).unwrap();
    assert_eq!(report["format"], 1);
    let findings = report["findings"].as_array().unwrap();
    let mut text = String::new();
    for finding in findings {
        let line = finding["line"].as_u64().map(|line| format!(":{line}")).unwrap_or_default();
        let word = |key: &str| finding[key].as_str().unwrap();
        text += &format!("{}{line}: {}: {} [{}]\n", word("file"), word("severity"), word("what"), word("rule"));
        text += &format!("  remedy: {}\n", word("remedy"));
    }
    let count = |key: &str| report[key].as_u64().unwrap();
    let (errors, warnings, stories) = (count("errors"), count("warnings"), count("stories"));
    text += &format!("{errors} errors, {warnings} warnings in {stories} stories\n");
    assert_eq!(text, check(&case, &[]).told);
    let first = json!({
        "file": "content/town/animated/index.md", "line": 8, "severity": "error", "rule": "picture",
        "what": "picture \"lamp.gif\" is animated",
        "remedy": "save a single frame of it",
    });
    assert_eq!(findings[0], first);
    let clean: Value = serde_json::from_str(&check(&cases().join("nothing-to-mend"), &["--json"]).told).unwrap();
    assert_eq!((&clean["errors"], &clean["warnings"], &clean["findings"]), (&json!(0), &json!(0), &json!([])));
}

#[test]
fn many_findings_of_one_kind_are_grouped_except_with_all_and_in_json() {
    let room = room("many");
    for number in 10..30 {
        let story = format!(
            "+++\ntitle = \"The {number}th story\"\ndate = 2024-10-11\nauthors = [\"city-desk\"]\n+++\n\
             ![A lamp](lamp-{number}.jpg)\n"
        );
        fs::create_dir_all(room.join(format!("content/town/many-{number}"))).unwrap();
        fs::write(room.join(format!("content/town/many-{number}/index.md")), story).unwrap();
    }
    let (short, all, json) = (check(&room, &[]), check(&room, &["--all"]), check(&room, &["--json"]));
    assert_eq!((short.code, all.code, json.code), (Some(1), Some(1), Some(1)));
    let group = "content/town/many-10/index.md:6: error: picture \"lamp-10.jpg\" is not there [picture]\n  \
                 remedy: put it at content/town/many-10/lamp-10.jpg, or correct its name\n  \
                 and in 19 more places, starting with\n    \
                 content/town/many-11/index.md:6: picture \"lamp-11.jpg\" is not there\n    \
                 content/town/many-12/index.md:6: picture \"lamp-12.jpg\" is not there\n    \
                 content/town/many-13/index.md:6: picture \"lamp-13.jpg\" is not there\n    \
                 content/town/many-14/index.md:6: picture \"lamp-14.jpg\" is not there\n";
    assert!(short.told.contains(group), "{}", short.told);
    assert!(short.told.contains(" more not shown: --all lists every one\n20 errors, "), "{}", short.told);
    assert_eq!(all.told.matches("is not there [picture]").count(), 20);
    assert_eq!(short.told.lines().last(), all.told.lines().last());
    let report: Value = serde_json::from_str(&json.told).unwrap();
    let count = |key: &str| report[key].as_u64().unwrap();
    assert_eq!(report["findings"].as_array().unwrap().len() as u64, count("errors") + count("warnings"));
}

#[test]
fn the_exit_code_distinguishes_errors_warnings_and_wrong_usage() {
    let codes = |case: &str| [&[][..], &["--strict"]].map(|options| check(&cases().join(case), options).code);
    assert_eq!(codes("nothing-to-mend"), [Some(0), Some(0)]);
    assert_eq!(codes("warnings"), [Some(0), Some(3)]);
    assert_eq!(codes("errors"), [Some(1), Some(1)]);
    let wrong = check(&cases().join("warnings"), &["--stricter"]);
    assert_eq!((wrong.code, wrong.told.as_str()), (Some(2), ""));
    let help = check(&cases().join("warnings"), &["--help"]);
    for code in ["0 if there are no errors", "1 if there are", "2 if the command", "3 if there are only warnings"] {
        assert!(help.told.contains(code), "{}", help.told);
    }
}

#[test]
fn paths_limit_what_is_reported_but_not_what_is_read() {
    let case = cases().join("warnings");
    let last = |paths: &[&str]| String::from(check(&case, paths).told.lines().last().unwrap());
    let one = check(&case, &["content/town/a-twin/index.md"]).told;
    // The story with the same headline is still found.
    assert!(one.contains("headline is the same as in content/town/twin-first/index.md [duplicate-headline]"), "{one}");
    assert!(one.ends_with("0 errors, 2 warnings in 1 story\n"), "{one}");
    // A folder, a picture in it, and a path with detours have the same result.
    for path in ["content/town/a-twin", "content/town/a-twin/lamp.png", "./content/town/../town/a-twin"] {
        assert_eq!(check(&case, &[path]).told, one, "{path}");
    }
    let absolute = fs::canonicalize(case.join("content/town/a-twin")).unwrap();
    assert_eq!(check(&case, &[absolute.to_str().unwrap()]).told, one);
    assert_eq!(last(&["content/about.md", "content/town/credit"]), "0 errors, 2 warnings in 1 story");
    assert_eq!(last(&["content/town/good"]), "1 story, no problems");
    assert_eq!(last(&["content/site.toml"]), "0 stories, no problems");
    assert_eq!(check(&case, &["content"]).told, check(&case, &[]).told);
    // Errors in other stories do not count.
    let errors = cases().join("errors");
    let found = check(&errors, &["content/town/links"]);
    assert_eq!((found.code, found.told.lines().last()), (Some(1), Some("4 errors, 0 warnings in 1 story")));
}

#[test]
fn a_path_that_is_missing_or_outside_the_content_is_refused() {
    let case = cases().join("warnings");
    let missing = check(&case, &["content/town/nowhere"]);
    let said = "content/town/nowhere does not exist\n  remedy: correct the path, or omit it to check everything\n";
    assert_eq!((missing.code, missing.told.as_str(), missing.said.as_str()), (Some(1), "", said));
    let outside = check(&case, &["../errors"]);
    let said = "../errors is outside content\n  remedy: use files and folders inside it\n";
    assert_eq!((outside.code, outside.told.as_str(), outside.said.as_str()), (Some(1), "", said));
    let time = check(&case, &["--now", "noon"]);
    assert_eq!((time.code, time.told.as_str()), (Some(1), ""));
    assert!(time.said.starts_with("--now \"noon\" is not a time\n"), "{}", time.said);
}

#[test]
fn now_decides_whether_a_date_is_in_the_future() {
    let case = cases().join("warnings");
    let later = check(&case, &["content/town/future", "--now", "2026-11-25"]);
    assert_eq!(later.told, "1 story, no problems\n");
}

#[test]
fn a_file_that_is_too_large_is_reported_once() {
    let room = room("weight");
    let picture = room.join("content/town/inline/lamp.png");
    let small = fs::read(&picture).unwrap();
    // Bytes after the end of a picture do not matter.
    fs::write(&picture, [small.as_slice(), &vec![0; 20_000_000 - small.len()]].concat()).unwrap();
    assert!(check(&room, &[]).told.ends_with("no problems\n"));
    fs::write(&picture, [small.as_slice(), &vec![0; 20_000_001 - small.len()]].concat()).unwrap();
    let text = fs::read_to_string(room.join("content/town/inline/index.md")).unwrap();
    fs::write(room.join("content/town/inline/index.md"), text + "\n![The lamp once more.](lamp.png)\n").unwrap();
    let said = "content/town/inline/index.md:7: warning: picture \"lamp.png\" has 21 MB [picture-weight]\n  \
                remedy: save it at 20 MB or less; no page shows it wider than 1600 pixels\n";
    assert!(check(&room, &[]).told.starts_with(said), "{}", check(&room, &[]).told);
}

#[test]
fn damage_in_the_middle_of_a_picture_is_found_with_unpack() {
    let room = room("damage");
    let picture = room.join("content/town/widest/lamp.png");
    let mut bytes = fs::read(&picture).unwrap();
    let middle = bytes.windows(4).position(|part| part == b"IDAT").unwrap() + 12;
    bytes[middle..middle + 8].fill(0xff);
    fs::write(&picture, bytes).unwrap();
    assert_eq!(check(&room, &[]).code, Some(0));
    let found = check(&room, &["--unpack"]);
    assert_eq!(found.code, Some(1));
    let start = "content/town/widest/index.md:8: error: picture \"lamp.png\" is damaged: ";
    assert!(found.told.starts_with(start), "{}", found.told);
    assert!(check(&cases().join("nothing-to-mend"), &["--unpack"]).told.ends_with("no problems\n"));
}

#[test]
fn check_writes_nothing() {
    let room = room("nothing-written");
    let entries = || WalkDir::new(&room).into_iter().map(|entry| entry.unwrap().into_path()).collect::<Vec<_>>();
    let before = entries();
    assert_eq!(check(&room, &[]).code, Some(0));
    assert_eq!(entries(), before);
}

#[test]
fn the_sample_newspaper_has_no_errors() {
    let found = check(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."), &[]);
    assert_eq!(found.code, Some(0), "{}", found.told);
}

/// Runs `press check` in a folder.
fn check(folder: &Path, options: &[&str]) -> Outcome {
    let mut command = press(folder);
    command.arg("check").args(options);
    if !options.contains(&"--now") {
        command.args(["--now", NOW]);
    }
    run(&mut command)
}

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks")
}

fn expected(case: &str) -> (PathBuf, String) {
    let path = cases().join(case).join("expected.txt");
    let text = fs::read_to_string(&path).unwrap_or_default();
    (path, text)
}

/// Checks a case and compares the whole output and the exit code.
fn expect(case: &str, code: i32) {
    let outcome = check(&cases().join(case), &[]);
    assert_eq!((outcome.code, outcome.said.as_str()), (Some(code), ""), "{}", outcome.told);
    expect_file![expected(case).0].assert_eq(&outcome.told);
}

/// A copy of the case without findings.
fn room(name: &str) -> PathBuf {
    let room = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("check").join(name);
    drop(fs::remove_dir_all(&room));
    let from = cases().join("nothing-to-mend");
    for entry in WalkDir::new(from.join("content")).into_iter().map(|entry| entry.unwrap()) {
        let to = room.join(entry.path().strip_prefix(&from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
    room
}
