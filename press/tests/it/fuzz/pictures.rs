//! Damaged pictures, and headers that lie about what follows.

use std::io::Read;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use proptest::prelude::*;

use super::damage::{damage, damaged};
use super::newsroom::{MATTER, Newsroom, config};
use super::seeds;

/// A newspaper with a story that shows a picture.
pub fn with_picture(ending: &str, picture: &[u8]) -> Newsroom {
    let file = format!("lamp.{ending}");
    let lead = MATTER.replace("\n+++\n", &format!("\n[picture]\nfile = \"{file}\"\nalt = \"A lamp.\"\n+++\n"));
    let story = format!("{lead}\n![The lamp again.]({file})\n");
    Newsroom::with(&[("town/lamp/index.md", story.as_bytes()), (&format!("town/lamp/{file}"), picture)])
}

/// A chunk of a PNG.
fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(kind);
    sum.update(content);
    let length = u32::try_from(content.len()).unwrap();
    [length.to_be_bytes().as_slice(), kind, content, &sum.sum().to_be_bytes()].concat()
}

/// A PNG that claims a size, with only the beginning of its pixels.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    png_of(width, height, 8)
}

/// A PNG of that kind, with so many bits a channel.
pub fn png_of(width: u32, height: u32, bits: u8) -> Vec<u8> {
    png_with(&[], (width, height), bits)
}

/// A small PNG with a colour profile of so many zeros, which are packed.
pub fn png_with_profile(size: usize) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(b"zeros\0\0".to_vec(), Compression::fast());
    std::io::copy(&mut std::io::repeat(0).take(size as u64), &mut packed).unwrap();
    png_with(&chunk(b"iCCP", &packed.finish().unwrap()), (400, 300), 8)
}

fn png_with(profile: &[u8], (width, height): (u32, u32), bits: u8) -> Vec<u8> {
    let header = [width.to_be_bytes().as_slice(), &height.to_be_bytes(), &[bits, 2, 0, 0, 0]].concat();
    let start = b"\x89PNG\r\n\x1a\n".to_vec();
    let pixels = [0x78, 0x9c, 0x63, 0, 0];
    [&start, &chunk(b"IHDR", &header), profile, &chunk(b"IDAT", &pixels), &chunk(b"IEND", &[])].concat()
}

/// A JPEG of that kind.
pub fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let [width, height] = [width, height].map(u16::to_be_bytes);
    let start = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x11\x08";
    let parts = b"\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xda\0\x0c\x03\x01\0\x02\x11\x03\x11\0\x3f\0\0\0\0\xff\xd9";
    [start.as_slice(), &height, &width, parts].concat()
}

/// A GIF of that kind, with a frame that claims another size.
pub fn gif((width, height): (u16, u16), frame: (u16, u16)) -> Vec<u8> {
    let [width, height, across, down] = [width, height, frame.0, frame.1].map(u16::to_le_bytes);
    let start = [b"GIF89a".as_slice(), &width, &height, b"\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0"].concat();
    [start.as_slice(), &across, &down, b"\0\x02\x02\x44\x01\0;"].concat()
}

/// A WebP of that kind, with a frame of another size.
pub fn webp(width: u32, height: u32) -> Vec<u8> {
    let inner = &seeds::PICTURES[4].1[12..];
    let side = |length: u32| (length - 1).to_le_bytes()[..3].to_vec();
    let header = [b"VP8X\x0a\0\0\0\0\0\0\0".to_vec(), side(width), side(height)].concat();
    let length = u32::try_from(4 + header.len() + inner.len()).unwrap();
    [b"RIFF".as_slice(), &length.to_le_bytes(), b"WEBP", &header, inner].concat()
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn a_damaged_picture_is_shown_or_refused(
        seed in any::<prop::sample::Index>(),
        damages in prop::collection::vec(damage(), 1..5),
    ) {
        let (ending, picture) = seed.get(seeds::PICTURES.as_slice());
        drop(with_picture(ending, &damaged(picture, &damages)).read());
    }
}

#[test]
fn a_picture_that_claims_too_many_pixels_is_refused_by_its_header() {
    let huge = [
        ("png", png(60_000, 60_000)),
        ("jpg", jpeg(60_000, 60_000)),
        ("gif", gif((60_000, 60_000), (60_000, 60_000))),
        ("webp", webp(60_000, 60_000)),
    ];
    for (ending, picture) in huge {
        let mistakes = with_picture(ending, &picture).read().map(drop).unwrap_err();
        assert_eq!(mistakes.len(), 2, "{mistakes:?}");
        assert!(mistakes.iter().all(|mistake| mistake.message.contains("has 60000 x 60000 pixels")), "{mistakes:?}");
    }
}
