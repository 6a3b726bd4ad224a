//! Disks that are full or cannot be written to.

use std::fs;

use super::says;
use crate::outcome::{Outcome, press, run};
use crate::printing::press_room::{NOW, PLAIN, Room, assert_same};

/// Runs press where no file can become larger than some kilobytes. Writing then fails in the middle of a file, as on a full
/// disk, also for root.
fn with_a_full_disk(room: &Room, arguments: &[&str]) -> Outcome {
    let mut shell = std::process::Command::new("sh");
    // The signal would end press. A block has 512 bytes in some shells and 1,024 in others.
    shell.args(["-c", "trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_press")]);
    run(shell.args(arguments).current_dir(room.path("")))
}

const FULL: &str = "File too large";

#[test]
fn a_build_that_runs_out_of_disk_says_so_and_leaves_the_site() {
    let room = Room::named("full");
    let own = [&PLAIN[..], &["--cache", "cache", "--no-search"]].concat();
    room.press(&own).succeeds();
    let before = room.tree("site");
    // All pages are new.
    room.change("content/site.toml", "tagline = '", "tagline = 'Daily ");
    let full = with_a_full_disk(&room, &[&["build"], &own[..]].concat());
    assert_eq!(full.code, Some(1), "{}", full.said);
    says(&full.said, &["cannot write ", FULL, "and the free disk space"]);
    assert_same(&before, &room.tree("site"));
    assert!(!room.path(".site.spare").exists(), "a part of an edition is left");
    // A cache that could not be written does no harm.
    room.press(&own).succeeds();
    let after = room.tree("site");
    room.press(&[&PLAIN[..], &["--cache", "another", "--no-search"]].concat()).succeeds();
    assert_same(&after, &room.tree("site"));
    assert_ne!(before, after);
}

#[test]
fn an_import_that_runs_out_of_disk_leaves_no_half_story() {
    let room = Room::named("full-import");
    room.write("old/long.md", format!("---\ntitle: Long\ndate: 2020-01-02\n---\n{}", "Many words. ".repeat(2000)));
    let before = room.tree("content/town");
    let full = with_a_full_disk(&room, &["import", "markdown", "old", "--default-section", "town"]);
    assert_eq!(full.code, Some(1), "{}", full.told);
    says(&full.said, &["cannot write content/town/", FULL]);
    assert_same(&before, &room.tree("content/town"));
    let names: Vec<_> =
        fs::read_dir(room.path("content/town")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
}

/// Nobody can write to `/proc`.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_to_is_named() {
    let room = Room::with_site("read-only");
    let before = room.tree("site");
    let paths = ["build", "--shell", "staging/index.html", "--no-search", "--now", NOW];
    for (arguments, said) in [
        (["--out", "/proc/press/site", "--cache", "cache"], "cannot make /proc/press: "),
        (["--out", "site", "--cache", "/proc/press"], "cannot make /proc/press: "),
    ] {
        let outcome = run(press(&room.path("")).args(paths).args(arguments));
        assert_eq!(outcome.code, Some(1), "{arguments:?}");
        says(&outcome.said, &[said, "\n  remedy: check that it exists, its permissions, and the free disk space"]);
        assert_same(&before, &room.tree("site"));
    }
}

#[test]
fn an_edition_is_on_the_disk_before_it_goes_live() {
    let room = Room::named("flushed");
    let outcome = room.press(&[&PLAIN[..], &["--verbose"]].concat());
    let place = |step: &str| outcome.said.find(step).unwrap_or_else(|| panic!("no {step} in {}", outcome.said));
    assert!(place(" ms writing site and caches") < place(" ms writing to disk"));
    assert!(place(" ms writing to disk") < place(" ms publishing"));
}
