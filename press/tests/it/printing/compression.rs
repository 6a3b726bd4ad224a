//! Compressed copies of files, stored next to the originals.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;

use flate2::read::GzDecoder;

use super::press_room::{NOW, Room};

const COMPRESSED: [&str; 9] =
    ["--shell", "staging/index.html", "--out", "packed", "--compress", "--cache", "cache", "--now", NOW];

/// The kinds and encodings of all compressed copies. Asserts that each decompresses to the original.
fn compressed_kinds(room: &Room) -> BTreeSet<(String, String)> {
    let (plain, packed) = (room.tree("site"), room.tree("packed"));
    let mut seen = BTreeSet::new();
    for (name, content) in &packed {
        let Some((original, ending)) = name.rsplit_once('.').filter(|(_, ending)| ["br", "gz"].contains(ending)) else {
            assert_eq!(plain.get(name), Some(content), "{name} is the same as without compression");
            continue;
        };
        let mut unpacked = Vec::new();
        if ending == "br" {
            brotli::Decompressor::new(&content[..], 4096).read_to_end(&mut unpacked).unwrap();
        } else {
            GzDecoder::new(&content[..]).read_to_end(&mut unpacked).unwrap();
        }
        assert_eq!(&unpacked, &plain[original], "{name}");
        assert!(content.len() < unpacked.len(), "{name} is smaller");
        seen.insert((original.rsplit('.').next().unwrap().to_string(), ending.to_string()));
    }
    seen
}

fn both_ways(kinds: &[&str]) -> BTreeSet<(String, String)> {
    kinds.iter().flat_map(|kind| ["br", "gz"].map(|ending| (String::from(*kind), String::from(ending)))).collect()
}

#[test]
fn only_app_style_and_icons_have_compressed_copies() {
    let room = Room::with_site("compression");
    room.press(&COMPRESSED).succeeds();
    assert_eq!(
        compressed_kinds(&room),
        both_ways(&["css", "js", "svg"]),
        "the app of the tests is too small to be compressed"
    );
}

#[test]
fn pages_and_documents_are_compressed_on_request() {
    let room = Room::with_site("packed-pages");
    let everything = [&COMPRESSED[..], &["--compress-pages", "5"]].concat();
    room.press(&everything).succeeds();
    assert_eq!(compressed_kinds(&room), both_ways(&["css", "html", "js", "json", "svg", "webmanifest"]));
    assert!(!room.tree("packed").contains_key("shell.html.br"));
}

#[test]
fn compressed_copies_are_cached_as_long_as_they_are_needed() {
    let room = Room::with_site("packed-before");
    let everything = [&COMPRESSED[..], &["--compress-pages", "5"]].concat();
    room.press(&everything).succeeds();
    let kept = || room.tree("cache/packed").into_keys().collect::<BTreeSet<_>>();
    let first = kept();
    let written = |name: &str| fs::metadata(room.path(&format!("cache/packed/{name}"))).unwrap().modified().unwrap();
    let times: Vec<_> = first.iter().map(|name| written(name)).collect();
    room.change("content/about.md", "five", "four");
    room.press(&everything).succeeds();
    let (stayed, gone): (Vec<&String>, Vec<&String>) = first.iter().partition(|name| kept().contains(*name));
    assert!(!gone.is_empty() && gone.len() <= 4, "the page and its document, compressed in two ways: {gone:?}");
    assert_eq!(kept().len(), first.len());
    for name in stayed {
        assert_eq!(written(name), times[first.iter().position(|known| known == name).unwrap()], "{name} is kept");
    }
}

#[test]
fn compression_is_reproducible_and_off_by_default() {
    let room = Room::with_site("packed-twice");
    room.press(&COMPRESSED).succeeds();
    let first = room.tree("packed");
    room.press(&COMPRESSED).succeeds();
    assert_eq!(first.keys().collect::<Vec<_>>(), room.tree("packed").keys().collect::<Vec<_>>());
    assert!(first == room.tree("packed"));
    assert!(!room.tree("site").keys().any(|name| name.ends_with(".br") || name.ends_with(".gz")));
    fs::remove_dir_all(room.path("packed")).unwrap();
}
