//! Pictures as editors really save them: the files that press makes of each, or the error that it reports.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::codecs::gif::GifEncoder;
use image::{DynamicImage, Frame, ImageFormat, Rgb, Rgba, RgbaImage};
use journal::model::Image;
use jpeg_encoder::{ColorType, Encoder};
use press::content::inventory::Inventory;
use press::pictures::{Pictures, TextPictures};
use press::store::asset::Asset;

/// A content folder with one picture, and a separate cache.
struct Case {
    folder: PathBuf,
}

impl Case {
    fn with(file: &str, bytes: &[u8]) -> Case {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("odd-pictures").join(file);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(folder.join("content")).unwrap();
        fs::write(folder.join("content").join(file), bytes).unwrap();
        Case { folder }
    }

    fn develop(&self) -> Pictures {
        let content = self.folder.join("content");
        Pictures::develop(&Inventory::take(&content), &content, &self.folder.join("cache")).unwrap()
    }

    /// The picture and its files.
    fn shows(file: &str, bytes: &[u8]) -> (Image, Vec<Asset>) {
        let pictures = Case::with(file, bytes).develop();
        let image = ask(&pictures, file).unwrap_or_else(|fault| panic!("{fault:?}"));
        (image, pictures.assets([Path::new(file)].into_iter()))
    }

    /// What is wrong with the picture, and the remedy.
    fn refuses(file: &str, bytes: &[u8]) -> (String, String) {
        ask(&Case::with(file, bytes).develop(), file).unwrap_err()
    }
}

fn ask(pictures: &Pictures, file: &str) -> Result<Image, (String, String)> {
    TextPictures::of(pictures).get(Path::new(""), file).map_err(|(what, remedy)| (what.to_string(), remedy))
}

fn file(format: ImageFormat, picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Left half orange, right half blue; the upper edge is white.
fn flag(width: u32, height: u32) -> RgbaImage {
    RgbaImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 5) {
        (_, true) => Rgba([255, 255, 255, 255]),
        (true, _) => Rgba([230, 120, 30, 255]),
        (false, _) => Rgba([20, 60, 160, 255]),
    })
}

fn jpeg(picture: &RgbaImage, exif: Option<u16>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 95);
    if let Some(orientation) = exif {
        // A TIFF header and one entry: tag 0x0112, type SHORT, count 1; no further directory.
        let mut segment = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
        segment.extend(orientation.to_le_bytes());
        segment.extend([0; 6]);
        encoder.add_app_segment(1, segment).unwrap();
        encoder.add_app_segment(1, b"http://ns.adobe.com/xap/1.0/\0a secret place".to_vec()).unwrap();
    }
    let size = |side: u32| u16::try_from(side).unwrap();
    encoder.encode(picture, size(picture.width()), size(picture.height()), ColorType::Rgba).unwrap();
    bytes
}

/// The colour at a point of the file whose name ends with `ending`; `x` and `y` are percentages.
fn colour(assets: &[Asset], ending: &str, (x, y): (u32, u32)) -> [u8; 3] {
    let asset = assets.iter().find(|asset| asset.address.ends_with(ending)).unwrap_or_else(|| panic!("{assets:?}"));
    let picture = image::open(&asset.source).unwrap().into_rgb8();
    let Rgb(colour) = picture[(x * picture.width() / 100, y * picture.height() / 100)];
    colour
}

fn is_near(one: [u8; 3], other: [u8; 3], within: u8) -> bool {
    one.iter().zip(other).all(|(one, other)| one.abs_diff(other) <= within)
}

fn names(assets: &[Asset]) -> Vec<&str> {
    assets.iter().map(|asset| asset.address.rsplit_once('-').unwrap().1).collect()
}

#[test]
fn a_picture_comes_in_every_width_and_format_up_to_its_own() {
    let (image, assets) = Case::shows("wide.jpg", &jpeg(&flag(900, 600), None));
    assert_eq!((image.width, image.height), (900, 600));
    let mut wanted: Vec<String> = ["320", "480", "720", "900"]
        .iter()
        .flat_map(|width| Image::FORMATS.map(|format| format!("{width}.{format}")))
        .chain([String::from("social.jpg")])
        .collect();
    wanted.sort();
    assert_eq!(names(&assets), wanted);
    for asset in &assets {
        let bytes = fs::read(&asset.source).unwrap();
        let format = image::guess_format(&bytes).unwrap();
        assert!(
            format.extensions_str().iter().any(|ending| asset.address.ends_with(ending)),
            "{asset:?} is {format:?}"
        );
    }
    let social = assets.iter().find(|asset| asset.address == image.social_address()).unwrap();
    assert_eq!(image::image_dimensions(&social.source).unwrap(), (900, 473));
}

#[test]
fn a_picture_with_an_orientation_is_turned_upright_and_loses_its_metadata() {
    // Orientation 6: the upper edge of the file belongs on the right.
    let (image, assets) = Case::shows("turned.jpg", &jpeg(&flag(600, 400), Some(6)));
    assert_eq!((image.width, image.height), (400, 600));
    assert!(is_near(colour(&assets, "-400.jpg", (95, 50)), [255, 255, 255], 12), "the white edge is on the right");
    assert!(is_near(colour(&assets, "-400.jpg", (40, 20)), [230, 120, 30], 16), "orange is at the top");
    assert!(is_near(colour(&assets, "-400.jpg", (40, 80)), [20, 60, 160], 16), "blue is at the bottom");
    for asset in &assets {
        let bytes = fs::read(&asset.source).unwrap();
        for secret in [b"Exif\0\0II*".as_slice(), b"a secret place"] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret), "{asset:?} contains metadata");
        }
    }
}

#[test]
fn a_cmyk_jpeg_keeps_its_colours() {
    let (width, height) = (400u16, 200u16);
    let pixels: Vec<u8> = (0..u32::from(width) * u32::from(height))
        .flat_map(|place| if place % 400 < 200 { [0, 255, 255, 0] } else { [255, 0, 0, 0] })
        .collect();
    for kind in [ColorType::Cmyk, ColorType::CmykAsYcck] {
        let mut bytes = Vec::new();
        Encoder::new(&mut bytes, 95).encode(&pixels, width, height, kind).unwrap();
        let name = format!("inks-{kind:?}.jpg").to_lowercase();
        let (_, assets) = Case::shows(&name, &bytes);
        let (left, right) = (colour(&assets, "-400.jpg", (25, 50)), colour(&assets, "-400.jpg", (75, 50)));
        assert!(is_near(left, [255, 0, 0], 40), "magenta and yellow are red: {left:?}");
        assert!(is_near(right, [0, 255, 255], 40), "cyan stays: {right:?}");
    }
}

#[test]
fn a_16_bit_png_keeps_its_colours() {
    let picture = DynamicImage::ImageRgba8(flag(500, 400)).into_rgb16();
    let (image, assets) = Case::shows("deep.png", &file(ImageFormat::Png, &DynamicImage::ImageRgb16(picture)));
    assert_eq!((image.width, image.height), (500, 400));
    assert!(is_near(colour(&assets, "-500.jpg", (25, 70)), [230, 120, 30], 8));
    assert!(is_near(colour(&assets, "-320.webp", (75, 70)), [20, 60, 160], 10));
}

#[test]
fn a_single_pixel_is_a_picture() {
    let (image, assets) = Case::shows("dot.png", &file(ImageFormat::Png, &flag(1, 1).into()));
    assert_eq!((image.width, image.height, names(&assets).len()), (1, 1, 4));
    assert_eq!(image.widths().collect::<Vec<_>>(), [1]);
}

#[test]
fn a_very_wide_picture_is_scaled_down_and_keeps_its_aspect_ratio() {
    let (image, assets) = Case::shows("panorama.jpg", &jpeg(&flag(12_000, 1_500), None));
    assert_eq!((image.width, image.height), (1600, 200));
    assert_eq!(image.widths().collect::<Vec<_>>(), Image::WIDTHS);
    assert!(is_near(colour(&assets, "-1600.jpg", (25, 60)), [230, 120, 30], 16));
}

#[test]
fn transparency_is_kept_or_becomes_white_in_formats_without_it() {
    let picture = RgbaImage::from_fn(340, 200, |x, _| if x < 170 { Rgba([0, 0, 0, 0]) } else { Rgba([9, 90, 9, 255]) });
    let (image, assets) = Case::shows("sign.png", &file(ImageFormat::Png, &picture.into()));
    assert_eq!(image.colour, None);
    assert!(is_near(colour(&assets, "-340.jpg", (20, 50)), [255, 255, 255], 6));
    let webp = assets.iter().find(|asset| asset.address.ends_with("-340.webp")).unwrap();
    assert_eq!(image::open(&webp.source).unwrap().into_rgba8()[(40, 100)][3], 0);
}

#[test]
fn a_picture_in_another_colour_space_looks_the_same() {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 95);
    encoder.add_icc_profile(&moxcms::ColorProfile::new_display_p3().encode().unwrap()).unwrap();
    let pixels: Vec<u8> = std::iter::repeat_n([200, 60, 40], 200 * 100).flatten().collect();
    encoder.encode(&pixels, 200, 100, ColorType::Rgb).unwrap();
    let (_, assets) = Case::shows("wide-gamut.jpg", &bytes);
    // The same red has a larger value in sRGB, whose primaries are weaker.
    let red = colour(&assets, "-200.jpg", (50, 50));
    assert!(red[0] >= 210 && red[1] < 58, "{red:?}");
}

#[test]
fn a_truncated_picture_is_reported_as_damaged() {
    let whole = jpeg(&flag(900, 600), None);
    let (what, remedy) = Case::refuses("half.jpg", &whole[..whole.len() / 2]);
    assert_eq!(what, "picture \"half.jpg\" is damaged: its end is missing");
    assert_eq!(remedy, "save it again, or get it again from its source");
    let whole = file(ImageFormat::Png, &flag(300, 300).into());
    let (what, _) = Case::refuses("half.png", &whole[..whole.len() / 2]);
    assert!(what.starts_with("picture \"half.png\" is damaged: "), "{what}");
}

#[test]
fn a_file_that_is_not_a_picture_is_refused_whatever_its_name() {
    let none = "is not in a format that press can read";
    assert_eq!(Case::refuses("text.jpg", b"Dear editor, ").0, format!("picture \"text.jpg\" {none}"));
    assert_eq!(Case::refuses("nothing.png", b"").0, format!("picture \"nothing.png\" {none}"));
    let (what, remedy) = Case::refuses("other.png", &jpeg(&flag(9, 9), None));
    let expected = ("picture \"other.png\" is actually in JPG format", "give it the extension .jpg");
    assert_eq!((what.as_str(), remedy.as_str()), expected);
    let (what, remedy) = Case::refuses("new.avif", b"\0\0\0 ftypavif\0\0\0\0avifmif1miafMA1B");
    assert_eq!(what, "picture \"new.avif\" is an AVIF file, which press cannot read");
    assert!(remedy.contains("JPEG or PNG"), "{remedy}");
}

#[test]
fn an_animation_is_refused() {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    encoder.encode_frames((0..2).map(|_| Frame::new(flag(20, 20)))).unwrap();
    drop(encoder);
    let (what, remedy) = Case::refuses("moving.gif", &bytes);
    assert_eq!(what, "picture \"moving.gif\" is animated");
    assert_eq!(remedy, "save a single frame of it");
    let mut still = Vec::new();
    GifEncoder::new(&mut still).encode_frame(Frame::new(flag(20, 20))).unwrap();
    assert_eq!(Case::shows("still.gif", &still).0.width, 20);
}

#[test]
fn a_decompression_bomb_is_not_decoded() {
    // A PNG of a few hundred bytes that claims 900 million pixels.
    let mut bytes = file(ImageFormat::Png, &flag(8, 8).into());
    bytes[16..20].copy_from_slice(&30_000u32.to_be_bytes());
    bytes[20..24].copy_from_slice(&30_000u32.to_be_bytes());
    let crc = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.to_be_bytes());
    let (what, remedy) = Case::refuses("bomb.png", &bytes);
    assert_eq!(what, "picture \"bomb.png\" has 30000 x 30000 pixels, more than press can process");
    assert!(remedy.contains("100 megapixels"), "{remedy}");
}

#[test]
fn a_second_run_encodes_nothing_and_a_damaged_set_is_rebuilt() {
    let case = Case::with("again.jpg", &jpeg(&flag(400, 300), None));
    let first = case.develop();
    let image = ask(&first, "again.jpg").unwrap();
    let files: Vec<PathBuf> =
        first.assets([Path::new("again.jpg")].into_iter()).into_iter().map(|asset| asset.source).collect();
    let written = |file: &PathBuf| fs::metadata(file).unwrap().modified().unwrap();
    let times: Vec<_> = files.iter().map(written).collect();

    assert_eq!(ask(&case.develop(), "again.jpg").unwrap(), image);
    assert_eq!(files.iter().map(written).collect::<Vec<_>>(), times, "nothing is rewritten");

    fs::write(&files[0], b"half").unwrap();
    let mended = case.develop();
    assert_eq!(ask(&mended, "again.jpg").unwrap(), image, "the same files have the same name");
    assert!(fs::metadata(&files[0]).unwrap().len() > 100);
    let others = fs::read_dir(case.folder.join("cache")).unwrap().count();
    assert_eq!(others, 1, "no partial set is left");
}

/// The CRC-32 that PNG uses.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 })
    })
}
