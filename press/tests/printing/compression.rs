//! Packed copies beside the long-lived files.

use std::fs;
use std::io::Read;

use flate2::read::GzDecoder;

use crate::press_room::{NOW, Room};

const COMPRESSED: [&str; 7] = ["--shell", "staging/index.html", "--out", "packed", "--compress", "--now", NOW];

#[test]
fn app_stylesheet_and_icons_have_packed_copies_that_unpack_to_them_and_nothing_else_has() {
    let room = Room::with_site("compression");
    room.press(&COMPRESSED).succeeds();
    let (plain, packed) = (room.tree("site"), room.tree("packed"));
    let mut seen = Vec::new();
    for (name, content) in &packed {
        let Some((original, ending)) = name.rsplit_once('.').filter(|(_, ending)| ["br", "gz"].contains(ending)) else {
            assert_eq!(plain.get(name), Some(content), "{name} is as without packing");
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
        seen.push((original.rsplit('.').next().unwrap().to_string(), ending.to_string()));
    }
    seen.sort();
    seen.dedup();
    for kind in ["css", "svg"] {
        for ending in ["br", "gz"] {
            assert!(seen.contains(&(kind.into(), ending.into())), "{kind}.{ending}: {seen:?}");
        }
    }
    for kind in ["html", "json", "png", "woff2"] {
        assert!(seen.iter().all(|(known, _)| known != kind), "{kind}");
    }
}

#[test]
fn packing_twice_gives_the_same_bytes_and_a_build_for_development_none() {
    let room = Room::with_site("packed-twice");
    room.press(&COMPRESSED).succeeds();
    let first = room.tree("packed");
    room.press(&COMPRESSED).succeeds();
    assert_eq!(first.keys().collect::<Vec<_>>(), room.tree("packed").keys().collect::<Vec<_>>());
    assert!(first == room.tree("packed"));
    assert!(!room.tree("site").keys().any(|name| name.ends_with(".br") || name.ends_with(".gz")));
    fs::remove_dir_all(room.path("packed")).unwrap();
}
