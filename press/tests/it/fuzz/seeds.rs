//! The files to be damaged: those of the small sites, stories of the newspaper, small pictures.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::LazyLock;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use walkdir::WalkDir;

/// The files below these folders of the project whose names are wanted, in order.
fn files(folders: &[&str], is_wanted: impl Fn(&str) -> bool) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let walk = folders.iter().flat_map(|folder| WalkDir::new(root.join(folder)).sort_by_file_name());
    let paths = walk.map(|entry| entry.unwrap().into_path()).filter(|path| path.is_file());
    let wanted = paths.filter(|path| is_wanted(&path.file_name().unwrap().to_string_lossy()));
    wanted.map(|path| fs::read(path).unwrap()).collect()
}

/// The stories of the small sites, and of one section of the newspaper.
pub static STORIES: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| files(&["press/tests/sites", "content/history"], |name| name == "index.md"));

/// Site files.
pub static SITES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut sites = files(&["press/tests/sites"], |name| name == "site.toml");
    sites.push(fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/site.toml")).unwrap());
    sites.push(super::newsroom::SITE.as_bytes().to_vec());
    sites
});

/// A views file, short enough for damage to hit where it matters.
pub const VIEWS: &str = r#"{
  "pulls": ["2026-11-24T10:00:00Z","2026-11-17T10:00:00Z"],
  "views": {
    "/town/lamp/": [668,660],
    "/town/quay/": [18446744073709551615,null]
  }
}
"#;

/// A small picture of each kind, with its file extension.
pub static PICTURES: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(|| {
    let colour = |x: u32, y: u32| [(x * 9) as u8, (y * 7) as u8, ((x ^ y) * 5) as u8];
    let plain = DynamicImage::from(RgbImage::from_fn(24, 16, |x, y| Rgb(colour(x, y))));
    let clear = DynamicImage::from(RgbaImage::from_fn(24, 16, |x, y| {
        let [red, green, blue] = colour(x, y);
        Rgba([red, green, blue, (x * 10) as u8])
    }));
    let file = |picture: &DynamicImage, format| {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    };
    vec![
        ("jpg", file(&plain, ImageFormat::Jpeg)),
        ("png", file(&plain, ImageFormat::Png)),
        ("png", file(&clear, ImageFormat::Png)),
        ("png", file(&DynamicImage::from(plain.to_luma16()), ImageFormat::Png)),
        ("webp", file(&clear, ImageFormat::WebP)),
        ("gif", file(&clear, ImageFormat::Gif)),
    ]
});
