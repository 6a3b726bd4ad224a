//! press reads only below its content folder, and writes only to its output folder and its cache: ADR 24. Whatever it finds
//! instead is an error, the site stays as it was, and nothing elsewhere is read, copied or changed.
#![cfg(unix)]

mod deep_folders;
mod disk;
mod links;
mod names;
mod special_files;

use std::fs;

use crate::outcome::{Outcome, press, run};
use crate::printing::press_room::{NOW, PLAIN, Room, assert_same};

/// Words of a file that press must never publish.
const SECRET: &str = "lighthouse keepers only";

/// Runs `press build`, which must fail, say something with all of these `words`, and leave everything as it was.
fn build_fails(room: &Room, words: &[&str]) {
    let (before, entries) = (room.tree("site"), room.entries());
    let outcome = room.press(&[&PLAIN[..], &["--all"]].concat());
    assert_eq!(outcome.code, Some(1), "{}", outcome.said);
    says(&outcome.said, words);
    assert_same(&before, &room.tree("site"));
    assert_eq!(entries, room.entries(), "something is left over");
}

/// Runs `press check` with these arguments, which must find an error.
fn check_fails(room: &Room, arguments: &[&str]) -> Outcome {
    let outcome = run(press(&room.path("")).args(["check", "--now", NOW]).args(arguments));
    assert_eq!(outcome.code, Some(1), "{}{}", outcome.told, outcome.said);
    outcome
}

fn says(said: &str, words: &[&str]) {
    for words in words {
        assert!(said.contains(words), "{words:?} is not in:\n{said}");
    }
}

/// Replaces what is at `name` by what `make` makes there.
fn instead(room: &Room, name: &str, make: impl FnOnce(&std::path::Path)) {
    let path = room.path(name);
    if path.symlink_metadata().is_ok_and(|there| there.is_dir()) {
        fs::remove_dir_all(&path).unwrap();
    } else {
        _ = fs::remove_file(&path);
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    make(&path);
}
