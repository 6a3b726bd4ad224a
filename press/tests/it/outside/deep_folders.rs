//! Folders nested more deeply than a newspaper needs.

use std::fs;
use std::path::PathBuf;

use super::{build_fails, check_fails, says};
use crate::outcome::{press, run};
use crate::printing::press_room::Room;

/// Folders nested 1,200 deep, which overflow the stack of whatever goes down there by calling itself. They are removed at
/// the end, since `remove_dir_all` opens all of them at once.
struct Deep {
    above: PathBuf,
}

impl Deep {
    fn below(above: PathBuf) -> Deep {
        let deep = Deep { above };
        deep.remove();
        fs::create_dir_all(deep.path(1200)).unwrap();
        deep
    }

    fn path(&self, depth: usize) -> PathBuf {
        self.above.join("d/".repeat(depth))
    }

    fn remove(&self) {
        (1..=1200).rev().for_each(|depth| _ = fs::remove_dir(self.path(depth)));
    }
}

impl Drop for Deep {
    fn drop(&mut self) {
        self.remove();
    }
}

#[test]
fn folders_that_are_nested_too_deeply_are_an_error_that_names_the_first() {
    let name = "deep-content";
    let _before = Deep {
        above: PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("printing").join(name).join("content/town/plain"),
    };
    _before.remove();
    let room = Room::with_site(name);
    let _deep = Deep::below(room.path("content/town/plain"));
    // `town/plain` and 31 more are the folders that may be there.
    let place = format!("content/town/plain{}", "/d".repeat(31));
    build_fails(&room, &[&format!("{place}: the folder is in more than 32 others\n  remedy: move it up")]);
    says(&check_fails(&room, &[]).told, &[&format!("{place}: error: the folder is in more than 32 others")]);
    room.write("old/post.md", "Words.\n");
    let imported = run(press(&room.path("")).args(["import", "markdown", "old", "--default-section", "town"]));
    assert_eq!(imported.code, Some(0), "{}", imported.said);
}

#[test]
fn an_old_site_or_a_folder_of_pictures_that_is_nested_too_deeply_is_refused() {
    let name = "deep-import";
    let _before = Deep { above: PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("printing").join(name).join("old") };
    _before.remove();
    let room = Room::named(name);
    let deep = Deep::below(room.path("old"));
    room.write("export.json", r#"{"db": [{"data": {"posts": []}}]}"#);
    let said = format!("the folder old{} is in more than 32 others\n", "/d".repeat(33));
    for arguments in [&["markdown", "old"][..], &["ghost", "export.json", "--pictures", "old"]] {
        let imported = run(press(&room.path("")).arg("import").args(arguments));
        assert_eq!(imported.code, Some(1), "{arguments:?}: {}", imported.told);
        says(&imported.said, &[&said]);
    }
    drop(deep);
}
