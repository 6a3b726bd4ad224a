//! Named pipes, sockets and devices, which press must not wait for.

use std::fs;
use std::os::unix::net::UnixListener;
use std::path::Path;

use rustix::fs::{CWD, FileType, Mode, mknodat};

use super::{build_fails, check_fails, instead, says};
use crate::outcome::{press, run};
use crate::printing::press_room::{NOW, PLAIN, Room};

fn pipe(path: &Path) {
    mknodat(CWD, path, FileType::Fifo, Mode::RWXU, 0).unwrap();
}

const SPECIAL: &str = "is a named pipe, a socket or a device";

#[test]
fn a_pipe_or_socket_in_the_content_is_an_error_wherever_it_is() {
    let room = Room::with_site("special-content");
    let names = [
        "content/about.md",
        "content/authors/jane.md",
        "content/town/plain/index.md",
        "content/town/danger/picture.png",
        "content/town/diary.md",
        "content/views.json",
    ];
    for name in names {
        instead(&room, name, pipe);
    }
    let _socket = UnixListener::bind(room.path("content/town/socket")).unwrap();
    let said =
        names.map(|name| format!("{name}: the file {SPECIAL}\n  remedy: put a regular file there, or remove it"));
    build_fails(&room, &said.each_ref().map(String::as_str));
    let told = check_fails(&room, &["--all"]).told;
    says(&told, &names.map(|name| format!("{name}: error: the file {SPECIAL}")).each_ref().map(String::as_str));
    says(&told, &[&format!("content/town/socket: error: the file {SPECIAL}")]);
}

#[test]
fn a_site_file_that_is_a_pipe_is_refused_by_every_command() {
    let room = Room::with_site("special-site-file");
    instead(&room, "content/site.toml", pipe);
    room.write("export.json", "{}");
    let said = format!("content/site.toml: the file {SPECIAL}");
    build_fails(&room, &[&said]);
    says(&check_fails(&room, &[]).told, &[&format!("content/site.toml: error: the file {SPECIAL}")]);
    for arguments in
        [&["new", "A headline", "--section", "town"][..], &["views", "pull"], &["import", "ghost", "export.json"]]
    {
        let outcome = run(press(&room.path("")).args(arguments));
        assert_eq!(outcome.code, Some(1), "{arguments:?}");
        says(&outcome.said, &[&said]);
    }
}

#[test]
fn a_pipe_in_place_of_a_shell_a_stylesheet_or_a_font_is_refused() {
    for (name, said) in [
        ("style/main.css", "style/main.css"),
        ("style/parts/card.css", "it is a named pipe, a socket or a device"),
        ("style/fonts/serif.woff2", "cannot read style/fonts/serif.woff2: it is a named pipe, a socket or a device"),
        ("staging/index.html", "cannot read staging/index.html: it is a named pipe, a socket or a device"),
        ("staging/icon.svg", ""),
    ] {
        let room = Room::with_site(&format!("special-{}", name.replace('/', "-")));
        instead(&room, name, pipe);
        if said.is_empty() {
            // It is not one of the files of the shell.
            room.press(&PLAIN).succeeds();
            assert!(!room.path("site/icon.svg").exists());
        } else {
            build_fails(&room, &[said]);
        }
    }
    let room = Room::with_site("special-kept");
    fs::rename(room.path("site"), room.path("kept")).unwrap();
    instead(&room, "kept/icon.svg", pipe);
    let outcome = room.press(&["--shell", "kept/shell.html", "--out", "site", "--now", NOW]);
    assert_eq!(outcome.code, Some(1));
    let said = "cannot copy kept/icon.svg: it is a named pipe, a socket or a device\n  \
                remedy: put a regular file there, or name another one\n";
    assert_eq!(outcome.said, said);
}

#[test]
fn an_export_that_is_a_pipe_is_refused() {
    let room = Room::named("special-export");
    instead(&room, "export", pipe);
    room.write("old/post.md", "Words.\n");
    for arguments in [["import", "wordpress", "export"], ["import", "ghost", "export"]] {
        let outcome = run(press(&room.path("")).args(arguments));
        assert_eq!(outcome.code, Some(1), "{arguments:?}");
        says(&outcome.said, &["cannot read export: it is a named pipe, a socket or a device"]);
    }
}
