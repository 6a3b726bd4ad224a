//! Turns pictures that press cannot publish into pictures that it can: drawings in SVG, and the first frame of animations.

use std::io::Cursor;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use image::ImageFormat;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree, fontdb};

use super::note::Note;
use crate::pictures;
use crate::store::plain_file;

/// How the file of a picture becomes one that press publishes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PictureChange {
    /// It is copied.
    #[default]
    None,
    /// Of an animation, the first frame becomes a PNG.
    FirstFrame,
    /// An SVG is drawn as a PNG.
    Drawn,
}

/// The width of a drawn SVG in pixels.
const WIDTH: f32 = 1_600.0;
/// Its maximum height.
const HIGHEST: f32 = 6_000.0;
/// Maximum size of an SVG in bytes.
const LARGEST: usize = 4_000_000;

impl PictureChange {
    /// How a picture with these bytes can be published, and the ending of its new file.
    ///
    /// # Errors
    /// Why it cannot, as words that follow its name.
    pub fn of(bytes: &[u8]) -> Result<(PictureChange, &'static str), String> {
        let reason = match pictures::ending_of(bytes) {
            Ok(ending) => return Ok((PictureChange::None, ending)),
            Err(reason) => reason,
        };
        for change in [PictureChange::FirstFrame, PictureChange::Drawn] {
            if change.applied(bytes).is_some_and(|png| pictures::ending_of(&png).is_ok()) {
                return Ok((change, "png"));
            }
        }
        Err(reason)
    }

    /// What the report says about it.
    pub fn note(self, name: &str) -> Option<Note> {
        match self {
            PictureChange::None => None,
            PictureChange::FirstFrame => {
                Some(Note::changed(format!("the picture {name} was animated: it shows its first frame")))
            }
            PictureChange::Drawn => Some(Note::changed(format!("the picture {name} was drawn from an SVG"))),
        }
    }

    /// Copies the picture `from` one place to another, and changes it on the way.
    ///
    /// # Errors
    /// It cannot be read or written.
    pub fn copy(self, from: &Path, to: &Path) -> std::io::Result<()> {
        if self == PictureChange::None {
            return std::fs::write(to, plain_file::read(from)?);
        }
        let png = self.applied(&plain_file::read(from)?).ok_or(std::io::ErrorKind::InvalidData)?;
        std::fs::write(to, png)
    }

    fn applied(self, bytes: &[u8]) -> Option<Vec<u8>> {
        match self {
            PictureChange::None => Some(bytes.to_vec()),
            PictureChange::FirstFrame => {
                let mut png = Cursor::new(Vec::new());
                image::load_from_memory(bytes).ok()?.write_to(&mut png, ImageFormat::Png).ok()?;
                Some(png.into_inner())
            }
            PictureChange::Drawn => drawn(bytes),
        }
    }
}

/// An SVG on white, as most sites show it. It may refer to no other file.
fn drawn(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = str::from_utf8(bytes).ok().filter(|text| text.len() <= LARGEST && text.contains("<svg"))?;
    let fonts = fonts();
    if fonts.is_empty() && text.contains("<text") {
        return None;
    }
    let image_href_resolver =
        ImageHrefResolver { resolve_string: Box::new(|_, _| None), ..ImageHrefResolver::default() };
    let options = Options { fontdb: fonts, image_href_resolver, ..Options::default() };
    let tree = Tree::from_str(text, &options).ok()?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = (WIDTH / width).min(HIGHEST / height);
    let pixels = |length: f32| (length * scale).round().max(1.0) as u32;
    let mut pixmap = Pixmap::new(pixels(width), pixels(height))?;
    pixmap.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let raw = image::RgbaImage::from_raw(pixmap.width(), pixmap.height(), pixmap.data().to_vec())?;
    let mut png = Cursor::new(Vec::new());
    image::DynamicImage::ImageRgba8(raw).into_rgb8().write_to(&mut png, ImageFormat::Png).ok()?;
    Some(png.into_inner())
}

/// The fonts of the machine, with stand-ins for those that drawings ask for and it does not have.
fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let load = || {
        let mut fonts = fontdb::Database::new();
        fonts.load_system_fonts();
        let names: Vec<String> =
            fonts.faces().filter_map(|face| face.families.first().map(|(name, _)| name.clone())).collect();
        let like = |words: &[&str]| {
            let found = words.iter().find_map(|word| names.iter().find(|name| name.contains(word)));
            found.or(names.first()).cloned().unwrap_or_default()
        };
        let (sans, serif, mono) = (like(&["DejaVu Sans", "Sans", "Arial"]), like(&["Serif", "Times"]), like(&["Mono"]));
        fonts.set_sans_serif_family(sans.clone());
        fonts.set_cursive_family(sans.clone());
        fonts.set_fantasy_family(sans);
        fonts.set_serif_family(serif);
        fonts.set_monospace_family(mono);
        Arc::new(fonts)
    };
    FONTS.get_or_init(load).clone()
}

#[cfg(test)]
mod tests {
    use super::PictureChange;

    #[test]
    fn a_drawing_becomes_a_picture_and_reads_no_other_file() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><rect width=\"10\" height=\"10\" fill=\"#f00\"/>\
                   <image href=\"/etc/hostname\" width=\"5\" height=\"5\"/></svg>";
        assert_eq!(PictureChange::of(svg.as_bytes()), Ok((PictureChange::Drawn, "png")));
        let png = PictureChange::Drawn.applied(svg.as_bytes()).unwrap();
        let picture = image::load_from_memory(&png).unwrap().into_rgb8();
        assert_eq!((picture.width(), picture.height()), (1_600, 800));
        assert_eq!((picture.get_pixel(10, 10).0, picture.get_pixel(1_500, 10).0), ([255, 0, 0], [255, 255, 255]));
    }

    #[test]
    fn what_is_no_picture_stays_none() {
        for bytes in [&b"<svg"[..], b"", b"GIF89a", b"text", b"<html><svg></svg></html>"] {
            assert!(PictureChange::of(bytes).is_err(), "{bytes:?}");
        }
    }
}
