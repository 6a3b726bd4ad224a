//! Concurrent runs of press wait for each other if they write the same site, whatever their caches.

use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Stdio};

use super::press_room::{NOW, PLAIN, Room, assert_same};

/// Starts a run.
fn start(room: &Room, arguments: &[&str]) -> Child {
    let mut press = room.program_in("", arguments, &[]);
    press.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

fn end(mut press: Child) {
    let mut said = String::new();
    press.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(press.wait().unwrap().success(), "{said}");
}

/// Locks a site as another press does.
fn lock(path: &Path) -> File {
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).unwrap();
    file.lock().unwrap();
    file
}

#[test]
fn two_runs_for_one_site_with_two_caches_leave_one_whole_edition() {
    let room = Room::named("two-caches");
    room.copy(&room.path("content"), "other");
    room.change("other/town/plain/index.md", "A plain story", "Another headline");
    let one = ["--shell", "staging/index.html", "--now", NOW, "--cache", "cache-1"];
    let other = ["--shell", "staging/index.html", "--now", NOW, "--cache", "cache-2", "--content", "other"];
    room.press(&[&one[..], &["--out", "one"]].concat()).succeeds();
    room.press(&[&other[..], &["--out", "other-site"]].concat()).succeeds();
    let whole = [room.tree("one"), room.tree("other-site")];
    assert!(whole[0] != whole[1]);
    let (one, other) = ([&one[..], &["--out", "site"]].concat(), [&other[..], &["--out", "site"]].concat());
    for round in 0..12 {
        let (first, second) = if round % 2 == 0 { (&one, &other) } else { (&other, &one) };
        let presses = [start(&room, first), start(&room, second)];
        presses.into_iter().for_each(end);
        let site = room.tree("site");
        assert!(whole.contains(&site), "round {round} leaves {} of {} files", site.len(), whole[0].len());
        // Press can go on from whatever it finds.
        room.press(&one).succeeds();
        assert_same(&room.tree("site"), &whole[0]);
        if round % 3 == 0 {
            ["site", ".site.spare"].iter().for_each(|folder| fs::remove_dir_all(room.path(folder)).unwrap());
        }
    }
    assert!(!room.entries().contains(&String::from(".site.lock")), "the last press removes the lock");
}

#[test]
fn press_waits_for_another_press_at_the_same_site_and_says_so() {
    let room = Room::with_site("waits");
    let before = room.tree("site");
    let held = lock(&room.path(".site.lock"));
    room.change("content/town/plain/index.md", "A plain story", "Another headline");
    let mut press = start(&room, &PLAIN);
    let mut said = String::new();
    BufReader::new(press.stderr.as_mut().unwrap()).read_line(&mut said).unwrap();
    assert_eq!(said, "press: waiting for another press, which is writing site\n");
    assert_same(&before, &room.tree("site"));
    // The other press has finished or was killed.
    drop(held);
    assert!(press.wait().unwrap().success());
    assert!(room.read("site/town/plain/index.html").contains("Another headline"));
}

#[cfg(unix)]
#[test]
fn a_folder_has_one_lock_however_its_path_is_spelt() {
    let room = Room::with_site("spelt");
    fs::create_dir(room.path("disk")).unwrap();
    fs::rename(room.path("site"), room.path("disk/site")).unwrap();
    std::os::unix::fs::symlink("disk/site", room.path("site")).unwrap();
    std::os::unix::fs::symlink("disk", room.path("alias")).unwrap();
    let absolute = room.path("disk/site").to_string_lossy().into_owned();
    let held = lock(&room.path("disk/.site.lock"));
    let spellings = ["site", "alias/site/", "disk/../disk/site", &absolute];
    let presses =
        spellings.map(|out| (start(&room, &["--shell", "staging/index.html", "--out", out, "--now", NOW]), out));
    let waiting = presses.map(|(mut press, out)| {
        let mut said = String::new();
        BufReader::new(press.stderr.as_mut().unwrap()).read_line(&mut said).unwrap();
        assert_eq!(said, format!("press: waiting for another press, which is writing {out}\n"));
        press
    });
    drop(held);
    waiting.into_iter().for_each(end);
}

#[cfg(unix)]
#[test]
fn a_lock_file_is_neither_followed_nor_truncated() {
    let room = Room::with_site("lock-file");
    room.write("letter", "a letter");
    std::os::unix::fs::symlink("letter", room.path(".site.lock")).unwrap();
    let outcome = room.press(&PLAIN);
    let lock = fs::canonicalize(room.path("")).unwrap().join(".site.lock");
    let said = format!(
        "{} is not a regular file, so press cannot lock it\n  remedy: remove it and run press again\n",
        lock.display()
    );
    assert_eq!((outcome.code, outcome.said), (Some(1), said));
    assert_eq!(room.read("letter"), "a letter");
    // A file that somebody else has put there is not changed.
    fs::remove_file(room.path(".site.lock")).unwrap();
    room.write(".site.lock", "a letter");
    room.press(&PLAIN).succeeds();
    assert_eq!(room.read(".site.lock"), "a letter");
}

#[test]
fn a_failed_run_removes_its_lock() {
    let room = Room::with_site("lock-of-a-failure");
    room.change("content/harbour/pilot/index.md", "city-desk", "nobody");
    assert_eq!(room.press(&PLAIN).code, Some(1));
    assert!(!room.path(".site.lock").exists());
}
