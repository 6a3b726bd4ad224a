//! Symbolic links.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::{SECRET, build_fails, check_fails, instead, says};
use crate::outcome::{press, run};
use crate::printing::press_room::{PLAIN, Room, png};

/// A room with a site, a folder `private` beside the content, and no links yet.
fn room(name: &str) -> Room {
    let room = Room::with_site(&format!("outside-{name}"));
    let story = format!("+++\ntitle = \"Diary\"\ndate = 2020-01-02\nauthors = [\"jane\"]\n+++\n{SECRET}\n");
    room.write("private/diary.md", &story);
    room.write("private/story/index.md", &story);
    room.write("private/person.md", format!("+++\nname = \"Jane\"\n+++\n{SECRET}\n"));
    room.write("private/views.json", r#"{"pulls": [], "views": {}}"#);
    room.write("private/picture.png", png(400, 300));
    room.write("private/site.toml", room.read("content/site.toml"));
    room
}

fn link(room: &Room, name: &str, target: impl AsRef<Path>) {
    instead(room, name, |path| symlink(target, path).unwrap());
}

const OUTSIDE: &str = "is a symbolic link that leads out of the content folder";

#[test]
fn a_link_that_leads_out_of_the_content_is_an_error_whatever_it_leads_to() {
    let room = room("links");
    let before = room.tree("private");
    let links = [
        ("content/town/plain/picture.png", "../../../private/picture.png"),
        ("content/town/diary.md", "../../private/diary.md"),
        ("content/town/lent", "../../private/story"),
        ("content/town/part/index.md", "../../../private/diary.md"),
        ("content/authors/jane.md", "../../private/person.md"),
        ("content/notes", "../private"),
        ("content/about.md", "../private/person.md"),
        ("content/views.json", "../private/views.json"),
        // A name of the content folder itself, which is passed through.
        ("content/harbour/pilot/round.png", "../../../content/../private/picture.png"),
    ];
    for (name, target) in links {
        link(&room, name, target);
    }
    // An absolute link.
    link(&room, "content/harbour/absolute.md", room.path("private/diary.md").canonicalize().unwrap());
    let mut said: Vec<String> = links.iter().map(|(name, _)| format!("{name}: the file {OUTSIDE}\n")).collect();
    said.push(format!(
        "content/harbour/absolute.md: the file {OUTSIDE}\n  remedy: replace the link by a copy of what it"
    ));
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    build_fails(&room, &said);
    let checked = check_fails(&room, &["--all"]);
    for name in links.iter().map(|(name, _)| name).chain(&["content/harbour/absolute.md"]) {
        says(&checked.told, &[&format!("{name}: error: the file {OUTSIDE} [mistake]")]);
    }
    assert_eq!(before, room.tree("private"));
}

#[test]
fn a_site_file_outside_of_the_content_is_not_read_nor_changed() {
    let room = room("site-file");
    link(&room, "content/site.toml", "../private/site.toml");
    let before = room.tree("private");
    let said = [&*format!("content/site.toml: the file {OUTSIDE}\n")];
    build_fails(&room, &said);
    says(&check_fails(&room, &[]).told, &[&format!("content/site.toml: error: the file {OUTSIDE}")]);
    for arguments in [&["new", "A headline", "--section", "town"][..], &["views", "pull"]] {
        let outcome = run(press(&room.path("")).args(arguments));
        assert_eq!(outcome.code, Some(1), "{arguments:?}");
        says(&outcome.said, &said);
    }
    assert_eq!(before, room.tree("private"));
}

#[test]
fn links_within_the_content_are_followed() {
    let room = room("within");
    room.write("content/town/plain/tower.png", png(400, 300));
    let text = room.read("content/harbour/pilot/index.md");
    room.write(
        "content/harbour/pilot/index.md",
        format!("{text}\n![The tower](tower.png)\n\n![Another](more/tower.png)\n"),
    );
    link(&room, "content/harbour/pilot/tower.png", "../../town/plain/tower.png");
    // An absolute link, which Linux cannot follow by itself below a folder.
    link(&room, "content/harbour/pilot/more", room.path("content/town/plain").canonicalize().unwrap());
    fs::rename(room.path("content/town/plain/index.md"), room.path("content/town/plain/text.txt")).unwrap();
    link(&room, "content/town/plain/index.md", room.path("content/town/plain/text.txt").canonicalize().unwrap());
    // The folder of pictures that the other story borrows has a story of its own, which is not built twice.
    let outcome = room.press(&[&PLAIN[..], &["--all"]].concat());
    says(&outcome.said, &["content/harbour/pilot/more/index.md: a story inside another story's folder"]);
    fs::remove_file(room.path("content/harbour/pilot/more")).unwrap();
    fs::create_dir(room.path("content/harbour/pilot/more")).unwrap();
    link(
        &room,
        "content/harbour/pilot/more/tower.png",
        room.path("content/town/plain/tower.png").canonicalize().unwrap(),
    );
    room.press(&PLAIN).succeeds();
    assert!(room.read("site/town/plain/index.html").contains("Nothing but text stands here."));
    assert!(room.read("site/harbour/pilot/index.html").contains("assets/tower."));
}

#[test]
fn two_folders_full_of_links_to_each_other_end() {
    let room = room("bomb");
    for number in 0..20 {
        link(&room, &format!("content/town/plain/{number}"), "../danger");
        link(&room, &format!("content/town/danger/{number}"), "../plain");
    }
    build_fails(&room, &["content/town/danger/0/index.md: a story inside another story's folder"]);
    check_fails(&room, &[]);
}

#[test]
fn links_that_multiply_a_folder_of_many_files_are_an_error() {
    let room = room("many");
    for number in 0..400 {
        room.write(&format!("content/town/plain/{number}.txt"), "");
        link(&room, &format!("content/town/danger/{number}"), "../plain");
    }
    build_fails(&room, &["this link and others lead to more than 100,000 files"]);
}

#[test]
fn nothing_is_written_through_a_link_in_the_content() {
    let room = room("written");
    let before = room.tree("private");
    link(&room, "content/harbour", "../private");
    let begun = run(press(&room.path("")).args(["new", "A headline", "--section", "harbour"]));
    assert_eq!(begun.code, Some(1));
    says(&begun.said, &[&format!("content/harbour {OUTSIDE}\n  remedy: ")]);
    let post = "---\ntitle: A post\ndate: 2020-01-02\nauthor: Someone New\n---\nWords.\n";
    room.write("old/_posts/2020-01-02-a-post.md", post);
    for (name, section) in [("content/harbour", "harbour"), ("content/authors", "town")] {
        link(&room, name, "../private");
        let imported = run(press(&room.path("")).args(["import", "markdown", "old", "--default-section", section]));
        assert_eq!(imported.code, Some(1), "{name}: {}", imported.told);
        says(&imported.said, &[&format!("{name} {OUTSIDE}")]);
    }
    assert_eq!(before, room.tree("private"));
}

#[test]
fn nothing_is_written_or_removed_through_a_link_in_the_site() {
    let room = room("of-the-site");
    room.press(&PLAIN).succeeds();
    // Somebody has moved a folder of the site elsewhere and linked it. The site is now the spare.
    fs::rename(room.path(".site.spare/town"), room.path("elsewhere")).unwrap();
    symlink("../elsewhere", room.path(".site.spare/town")).unwrap();
    let (before, site) = (room.tree("elsewhere"), room.tree("site"));
    room.change("content/town/plain/index.md", "Nothing but text", "Other words");
    let outcome = room.press(&PLAIN);
    assert_eq!(outcome.code, Some(1));
    says(&outcome.said, &[".site.spare/town is a symbolic link, and press would write to where it leads\n  remedy: "]);
    assert!(before == room.tree("elsewhere") && site == room.tree("site"));
    // What is in the way of a new file is replaced, not followed.
    room.press(&PLAIN).succeeds();
    room.write("letter", "a letter");
    fs::create_dir_all(room.path(".site.spare/town/letter")).unwrap();
    symlink("../../../letter", room.path(".site.spare/town/letter/index.html")).unwrap();
    room.write("content/town/letter/index.md", room.read("content/town/plain/index.md"));
    room.press(&PLAIN).succeeds();
    assert_eq!(room.read("letter"), "a letter");
    assert!(room.read("site/town/letter/index.html").contains("Other words"));
}

#[test]
fn a_kept_shell_whose_note_names_files_elsewhere_is_refused() {
    let room = room("note");
    for file in ["../private/diary.md", "/etc/hostname"] {
        room.press(&PLAIN).succeeds();
        fs::create_dir_all(room.path("kept")).unwrap();
        let shell = room.read("site/shell.html").replacen("\"files\":[", &format!("\"files\":[\"{file}\","), 1);
        room.write("kept/shell.html", shell);
        let outcome = room.press(&["--shell", "kept/shell.html", "--out", "site"]);
        assert_eq!(outcome.code, Some(1));
        says(&outcome.said, &[&format!("kept/shell.html: its note names a file outside of its folder: \"{file}\"")]);
    }
}
