//! The formats that pictures are published in.

use image::RgbaImage;
use jpeg_encoder::{ColorType, SamplingFactor};
use ravif::{Img, RGB8, RGBA8};

/// A format that pictures are published in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoder {
    /// A third of the size of JPEG.
    Avif,
    /// For browsers without AVIF.
    Webp,
    /// For all other browsers, and for other programs.
    Jpeg,
}

/// From 0 to 100, on a different scale for each format.
const AVIF_QUALITY: f32 = 60.0;
const WEBP_QUALITY: f32 = 75.0;
const JPEG_QUALITY: u8 = 75;

/// From 1 (slow) to 10. Two levels less save 2 % of the bytes and take a third longer.
const AVIF_SPEED: u8 = 8;

/// The white that replaces transparency in formats without it.
const BACKGROUND: u32 = 255;

impl Encoder {
    /// All formats.
    pub const ALL: [Encoder; 3] = [Encoder::Avif, Encoder::Webp, Encoder::Jpeg];

    /// The file extension.
    pub fn ending(self) -> &'static str {
        match self {
            Encoder::Avif => "avif",
            Encoder::Webp => "webp",
            Encoder::Jpeg => "jpg",
        }
    }
}

/// Encodes a picture. `opaque` says that it has no transparency.
///
/// # Errors
/// The encoder's error message.
pub fn encode(encoder: Encoder, picture: &RgbaImage, opaque: bool) -> Result<Vec<u8>, String> {
    match encoder {
        Encoder::Avif => avif(picture, opaque),
        Encoder::Webp => webp(picture, opaque),
        Encoder::Jpeg => jpeg(picture),
    }
}

fn avif(picture: &RgbaImage, opaque: bool) -> Result<Vec<u8>, String> {
    // One thread: with more, the file would depend on the number of cores.
    let encoder = ravif::Encoder::new().with_quality(AVIF_QUALITY).with_speed(AVIF_SPEED).with_num_threads(Some(1));
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let encoded = if opaque {
        let pixels: Vec<RGB8> = picture.pixels().map(|pixel| RGB8::new(pixel[0], pixel[1], pixel[2])).collect();
        encoder.encode_rgb(Img::new(&pixels, width, height))
    } else {
        let rgba = picture.pixels().map(|pixel| RGBA8::new(pixel[0], pixel[1], pixel[2], pixel[3]));
        encoder.encode_rgba(Img::new(&rgba.collect::<Vec<RGBA8>>(), width, height))
    };
    encoded.map(|image| image.avif_file).map_err(|error| error.to_string())
}

fn webp(picture: &RgbaImage, opaque: bool) -> Result<Vec<u8>, String> {
    let (width, height) = picture.dimensions();
    let pixels = if opaque { flat(picture) } else { picture.as_raw().clone() };
    let encoder = if opaque {
        webp::Encoder::from_rgb(&pixels, width, height)
    } else {
        webp::Encoder::from_rgba(&pixels, width, height)
    };
    encoder.encode_simple(false, WEBP_QUALITY).map(|file| file.to_vec()).map_err(|error| format!("{error:?}"))
}

fn jpeg(picture: &RgbaImage) -> Result<Vec<u8>, String> {
    let side = |length: u32| u16::try_from(length).map_err(|error| error.to_string());
    let (width, height) = (side(picture.width())?, side(picture.height())?);
    let mut file = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut file, JPEG_QUALITY);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.encode(&flat(picture), width, height, ColorType::Rgb).map_err(|error| error.to_string())?;
    Ok(file)
}

/// The red, green and blue of each pixel, blended with white.
fn flat(picture: &RgbaImage) -> Vec<u8> {
    let mut pixels = Vec::with_capacity(picture.as_raw().len() / 4 * 3);
    for pixel in picture.pixels() {
        let alpha = u32::from(pixel[3]);
        let on_white = |value: u8| ((u32::from(value) * alpha + BACKGROUND * (255 - alpha) + 127) / 255) as u8;
        pixels.extend([on_white(pixel[0]), on_white(pixel[1]), on_white(pixel[2])]);
    }
    pixels
}
