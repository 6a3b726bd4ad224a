//! The colours of pictures: colour profile, transparency, dominant colour.

use image::RgbaImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::resize::shrink;

/// Converts a picture from the colour profile in its file to sRGB, which is assumed for files without one. Does
/// nothing if the profile cannot be read, or is for CMYK, which the decoder has already converted.
pub fn to_srgb(picture: &mut RgbaImage, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
    let (srgb, options) = (ColorProfile::new_srgb(), TransformOptions::default());
    let layouts = match profile.color_space {
        DataColorSpace::Rgb => (Layout::Rgba, Layout::Rgba),
        DataColorSpace::Gray => (Layout::GrayAlpha, Layout::Rgba),
        _ => return,
    };
    let Ok(transform) = profile.create_transform_8bit(layouts.0, &srgb, layouts.1, options) else { return };
    let mut translated = vec![0; picture.as_raw().len()];
    let done = match layouts.0 {
        Layout::Rgba => transform.transform(picture.as_raw(), &mut translated),
        _ => {
            let light: Vec<u8> = picture.pixels().flat_map(|pixel| [pixel[0], pixel[3]]).collect();
            transform.transform(&light, &mut translated)
        }
    };
    if done.is_ok() {
        picture.copy_from_slice(&translated);
    }
}

/// Whether the picture has no transparency.
pub fn is_opaque(picture: &RgbaImage) -> bool {
    picture.pixels().all(|pixel| pixel[3] == u8::MAX)
}

/// The most frequent colour in CSS notation; none if the picture has transparency.
pub fn dominant(picture: &RgbaImage) -> Option<String> {
    if !is_opaque(picture) {
        return None;
    }
    let small = shrink(picture, (picture.width().min(48), picture.height().min(48))).ok()?;
    // Each channel is divided into eight steps; the result is the mean of the most frequent combination.
    let mut steps = vec![(0u32, [0u32; 3]); 512];
    for pixel in small.pixels() {
        let place = pixel.0[..3].iter().fold(0, |place, value| place * 8 + usize::from(value / 32));
        steps[place].0 += 1;
        for (sum, value) in steps[place].1.iter_mut().zip(pixel.0) {
            *sum += u32::from(value);
        }
    }
    let (count, sums) = steps.into_iter().rev().max_by_key(|(count, _)| *count)?;
    let [red, green, blue] = sums.map(|sum| sum / count.max(1));
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
}
