//! An original picture, as an editor saved it.

use std::io::{Cursor, ErrorKind};
use std::path::Path;

use image::codecs::gif::GifDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{AnimationDecoder, DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbaImage};
use raster::colours;
use raster::resize::resize;

use super::decoding;
use super::png_profile::{self, LARGEST_PROFILE};
use crate::content::folder::read_within;
use crate::diagnostics::message::{Message, message};

/// The file extensions of pictures, in lower case.
pub const ENDINGS: [&str; 6] = ["avif", "gif", "jpeg", "jpg", "png", "webp"];

/// The file extension for this content.
pub fn ending(bytes: &[u8]) -> &'static str {
    match image::guess_format(bytes) {
        Ok(ImageFormat::Png) => "png",
        Ok(ImageFormat::WebP) => "webp",
        Ok(ImageFormat::Gif) => "gif",
        // Anything else is refused, whatever its extension.
        _ => "jpg",
    }
}

/// The maximum number of pixels in a picture that is decoded.
const PIXELS: u64 = 100_000_000;

/// The maximum length of a side, in pixels, of a picture that is decoded. A JPEG cannot have a longer one, and the
/// resizer allocates memory for a whole line even if the picture is one pixel high.
const SIDE: u32 = 65_535;

/// The maximum size of a picture file in bytes.
const FILE: u64 = 200_000_000;

/// The maximum size of a picture's pixels in bytes, as they are decoded: four channels of 8 bits, or two of 16.
const DECODED: u64 = PIXELS * 4;

/// The maximum memory of a decoder in bytes: the pixels, and some for itself.
const MEMORY: u64 = DECODED + 100_000_000;

/// A picture file that is small enough to be decoded.
pub struct Original<'a> {
    bytes: &'a [u8],
    format: ImageFormat,
    size: (u32, u32),
    /// The size of its pixels in bytes, as they are decoded.
    decoded: u64,
}

/// Why a picture cannot be used.
#[derive(Clone, Debug)]
pub struct Fault {
    /// What is wrong, to follow "picture x": `is damaged`.
    pub what: Message,
    /// What to do about it.
    pub remedy: String,
}

impl Fault {
    fn new(what: impl Into<Message>, remedy: impl Into<String>) -> Fault {
        Fault { what: what.into(), remedy: remedy.into() }
    }

    /// The file is not a picture, or is in an unknown format.
    pub fn no_picture() -> Fault {
        Fault::new("is not in a format that press can read", "save it as JPEG, PNG, WebP or GIF")
    }

    /// The file cannot be read.
    fn unreadable(error: &std::io::Error) -> Fault {
        Fault::new(message!("cannot be read: {error}"), "check the permissions of the file")
    }

    /// The picture could be read but not processed.
    pub fn unprintable(error: &str) -> Fault {
        Fault::new(message!("cannot be processed: {error}"), "save it in another size or format")
    }

    fn large_profile() -> Fault {
        let what = message!("has a colour profile of more than {} MB", LARGEST_PROFILE / 1_000_000);
        Fault::new(what, "save it without the profile, or with sRGB")
    }

    fn damaged(error: impl std::fmt::Display) -> Fault {
        Fault::new(message!("is damaged: {error}"), "save it again, or get it again from its source")
    }
}

/// Reads the file of a picture.
///
/// # Errors
/// It cannot be read, or is too large.
pub fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    read_within(FILE, path).map_err(|error| match error.kind() {
        ErrorKind::FileTooLarge => {
            let what = message!("is a file of more than {} MB", FILE / 1_000_000);
            Fault::new(what, "save it smaller: no page shows it wider than 1600 pixels")
        }
        _ => Fault::unreadable(&error),
    })
}

impl<'a> Original<'a> {
    /// Checks the header of the file at `path` with the content `bytes`, without decoding it.
    ///
    /// # Errors
    /// The picture cannot be used.
    pub fn judge(path: &Path, bytes: &'a [u8]) -> Result<Original<'a>, Fault> {
        let (format, endings): (ImageFormat, &[&str]) = match image::guess_format(bytes) {
            Ok(format @ ImageFormat::Jpeg) => (format, &["jpg", "jpeg"]),
            Ok(format @ ImageFormat::Png) => (format, &["png"]),
            Ok(format @ ImageFormat::WebP) => (format, &["webp"]),
            Ok(format @ ImageFormat::Gif) => (format, &["gif"]),
            Ok(ImageFormat::Avif) => {
                let remedy = "use the JPEG or PNG that it was made from: press makes AVIF files itself";
                return Err(Fault::new("is an AVIF file, which press cannot read", remedy));
            }
            _ => return Err(Fault::no_picture()),
        };
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        if !endings.contains(&ending.as_str()) {
            let what = message!("is actually in {} format", endings[0].to_ascii_uppercase());
            return Err(Fault::new(what, format!("give it the extension .{}", endings[0])));
        }
        if format == ImageFormat::Png && png_profile::is_too_large(bytes) {
            return Err(Fault::large_profile());
        }
        let decoder = decoder(bytes, format)?;
        let (size, decoded) = (decoder.dimensions(), decoder.total_bytes());
        let original = Original { bytes, format, size, decoded };
        if original.pixels() > PIXELS || size.0.max(size.1) > SIDE {
            let what = message!("has {} x {} pixels, more than press can process", size.0, size.1);
            let remedy = "save it with at most 100 megapixels; no page shows it wider than 1600 pixels";
            return Err(Fault::new(what, remedy));
        }
        if original.pixels() == 0 {
            return Err(Fault::damaged("it has no pixels"));
        }
        if decoded > DECODED {
            let what = message!("has {} x {} pixels of {} bytes each", size.0, size.1, decoded / original.pixels());
            return Err(Fault::new(what, "save it with 8 bits a channel, or with at most 50 megapixels"));
        }
        Ok(original)
    }

    /// The number of pixels.
    pub fn pixels(&self) -> u64 {
        u64::from(self.size.0) * u64::from(self.size.1)
    }

    /// Checks what can be checked without decoding the picture: that it is not animated, and that the file is complete.
    ///
    /// # Errors
    /// The picture cannot be used.
    pub fn check(&self) -> Result<(), Fault> {
        if self.is_animated().map_err(Fault::damaged)? {
            return Err(Fault::new("is animated", "save a single frame of it"));
        }
        if self.format == ImageFormat::Jpeg && !has_end(self.bytes) {
            return Err(Fault::damaged("its end is missing"));
        }
        Ok(())
    }

    /// Width and height in pixels when the picture is upright, without decoding it.
    ///
    /// # Errors
    /// The picture cannot be used.
    pub fn upright_size(&self) -> Result<(u32, u32), Fault> {
        let orientation = decoder(self.bytes, self.format)?.orientation().unwrap_or(Orientation::NoTransforms);
        Ok(if is_sideways(orientation) { (self.size.1, self.size.0) } else { self.size })
    }

    /// Decodes the picture: upright, in sRGB, and shrunk to fit into `largest` (width and height in pixels).
    ///
    /// # Errors
    /// The picture cannot be used.
    pub fn decode(&self, largest: (u32, u32)) -> Result<RgbaImage, Fault> {
        self.check()?;
        // Until it is shrunk: as decoded, and twice with four channels of 8 bits, since the resizer makes a copy. A JPEG in
        // several scans has them all in memory.
        let scans = if self.format == ImageFormat::Jpeg { self.pixels() * 6 } else { 0 };
        let shrinking = decoding::begin(self.decoded + self.pixels() * 8 + scans);
        let mut decoder = decoder(self.bytes, self.format)?;
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let profile = decoder.icc_profile().unwrap_or_default();
        if profile.as_ref().is_some_and(|profile| profile.len() > LARGEST_PROFILE) {
            return Err(Fault::large_profile());
        }
        let mut picture = DynamicImage::from_decoder(decoder).map_err(Fault::damaged)?.into_rgba8();
        // It is rotated after shrinking, when there are fewer pixels.
        let (width, height) = if is_sideways(orientation) { (largest.1, largest.0) } else { largest };
        let scale = |limit: u32, side: u32| f64::from(limit) / f64::from(side);
        let scale = scale(width, picture.width()).min(scale(height, picture.height()));
        if scale < 1.0 {
            let side = |length: u32| ((f64::from(length) * scale).round() as u32).max(1);
            let size = (side(picture.width()), side(picture.height()));
            picture = resize(picture, size).map_err(|error| Fault::unprintable(&error))?;
        }
        drop(shrinking);
        let mut picture = DynamicImage::from(picture);
        picture.apply_orientation(orientation);
        let mut picture = picture.into_rgba8();
        if let Some(profile) = profile {
            colours::to_srgb(&mut picture, &profile);
        }
        Ok(picture)
    }

    fn is_animated(&self) -> image::ImageResult<bool> {
        let bytes = Cursor::new(self.bytes);
        Ok(match self.format {
            ImageFormat::Gif => {
                // A frame, the one before it, and both of them together.
                let _decoding = decoding::begin(self.pixels() * 12);
                let mut decoder = GifDecoder::new(bytes)?;
                decoder.set_limits(limits())?;
                decoder.into_frames().take(2).filter(Result::is_ok).count() > 1
            }
            ImageFormat::Png => PngDecoder::with_limits(bytes, limits())?.is_apng()?,
            ImageFormat::WebP => WebPDecoder::new(bytes)?.has_animation(),
            _ => false,
        })
    }
}

fn decoder(bytes: &[u8], format: ImageFormat) -> Result<impl ImageDecoder + '_, Fault> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits());
    reader.into_decoder().map_err(Fault::damaged)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    limits
}

fn is_sideways(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    )
}

/// Whether a JPEG is complete. What follows its end does not matter: phones append a film (Motion Photo), a second
/// picture (MPO) or data of their own.
///
/// Source: ITU-T T.81, annex B. Segments have their length in front. The data of a scan, in which the bytes of a marker
/// cannot occur, ends at the next marker.
fn has_end(jpeg: &[u8]) -> bool {
    const START_OF_SCAN: u8 = 0xda;
    const END: u8 = 0xd9;
    // Stuffed zeros and restart markers are in the middle of a scan; these markers have no length.
    let is_alone = |marker: u8| matches!(marker, 0x00 | 0x01 | 0xd0..=0xd8);
    let mut place = 0;
    while let Some(found) = memchr::memchr(0xff, jpeg.get(place..).unwrap_or_default()) {
        place += found + 1;
        match jpeg.get(place) {
            // Markers may be preceded by any number of these.
            Some(0xff) => continue,
            Some(&END) => return true,
            Some(marker) if is_alone(*marker) => place += 1,
            Some(marker) => {
                let is_scan = *marker == START_OF_SCAN;
                let Some([high, low]) = jpeg.get(place + 1..place + 3) else { return false };
                place += 1 + usize::from(u16::from_be_bytes([*high, *low]));
                // Between segments there is nothing else than markers.
                if !is_scan && jpeg.get(place).is_some_and(|next| *next != 0xff) {
                    return false;
                }
            }
            None => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Original, has_end};

    fn gif(width: u16, height: u16) -> Vec<u8> {
        let [width, height] = [width, height].map(u16::to_le_bytes);
        let frame = b"\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0;";
        [b"GIF89a".as_slice(), &width, &height, frame].concat()
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        let header = [b"IHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
        let mut sum = flate2::Crc::new();
        sum.update(&header);
        let end = [&sum.sum().to_be_bytes(), [0, 0, 0, 4].as_slice(), b"IDAT"].concat();
        [b"\x89PNG\r\n\x1a\n\0\0\0\x0d".as_slice(), &header, &end].concat()
    }

    fn fault(file: &str, bytes: &[u8]) -> String {
        Original::judge(Path::new(file), bytes).err().map(|fault| fault.what.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_picture_is_refused_by_what_its_header_says() {
        assert_eq!(fault("a.png", &png(60_000, 60_000)), "has 60000 x 60000 pixels, more than press can process");
        assert_eq!(fault("a.gif", &gif(60_000, 60_000)), "has 60000 x 60000 pixels, more than press can process");
        assert_eq!(fault("a.png", &png(1, 65_536)), "has 1 x 65536 pixels, more than press can process");
        assert_eq!(fault("a.png", &png(1, 65_535)), "");
        assert_eq!(fault("a.gif", &gif(0, 5)), "is damaged: it has no pixels");
    }

    #[test]
    fn a_jpeg_ends_where_its_scans_do_whatever_follows() {
        let start = b"\xff\xd8\xff\xe0\0\x04\xff\xd9".as_slice();
        let scan = b"\xff\xda\0\x03\x01abc\xff\0d\xff\xd3e".as_slice();
        let jpeg = |parts: &[&[u8]]| has_end(&parts.concat());
        assert!(jpeg(&[start, scan, b"\xff\xd9"]));
        assert!(jpeg(&[start, scan, b"\xff\xc4\0\x02", scan, b"\xff\xff\xd9"]), "of several scans");
        for after in [b"\0\0\0\x18ftypmp42\xff\xda\0\x0c".as_slice(), b"\xff\xd8\xff\xda\0\x03"] {
            assert!(jpeg(&[start, scan, b"\xff\xd9", after]));
        }
        assert!(!jpeg(&[start, scan]) && !jpeg(&[start]), "the marker in a segment is not its end");
        assert!(!jpeg(&[start, scan, b"\xff"]) && !jpeg(&[start, b"\xff\xda\0"]));
    }
}
