//! The corpus: files that once found a bug. `<what>.md` is a story, `<what>.views.json` and `<what>.site.toml` are
//! these files, everything else is a picture.

use std::fs;
use std::path::Path;

use super::newsroom::Newsroom;
use super::pictures::with_picture;

#[test]
fn corpus_files_are_read_or_refused_by_the_program_and_in_this_process() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    for path in paths {
        let (name, bytes) = (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap());
        let room = match name.split_once('.').unwrap().1 {
            "md" => Newsroom::with(&[("town/lamp.md", &bytes)]),
            place @ ("views.json" | "site.toml") => Newsroom::with(&[(place, &bytes)]),
            ending => with_picture(ending, &bytes),
        };
        let errors = room.check()["errors"].as_u64().unwrap();
        let mistakes = room.read().map_or_else(|mistakes| mistakes.len(), |_| 0);
        assert_eq!(errors, mistakes as u64, "{name}");
    }
}
