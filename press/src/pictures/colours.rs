//! Colours of pictures: their profile, what shows through, which there is most of.

use image::RgbaImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::resize::shrink;

/// Translates a picture from the colour profile that its file brought along to sRGB, which is what a file without a
/// profile means. A profile that cannot be read changes nothing, and neither does one of inks: the decoder has already
/// made light of them.
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

/// Whether nothing shows through.
pub fn is_opaque(picture: &RgbaImage) -> bool {
    picture.pixels().all(|pixel| pixel[3] == u8::MAX)
}

/// The colour that there is most of, as CSS writes it; none if something shows through.
pub fn dominant(picture: &RgbaImage) -> Option<String> {
    if !is_opaque(picture) {
        return None;
    }
    let small = shrink(picture, (picture.width().min(48), picture.height().min(48))).ok()?;
    // Eight steps of each colour; of those that fall together the mean is taken.
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

#[cfg(test)]
mod tests {
    use super::dominant;
    use image::{Rgba, RgbaImage};

    #[test]
    fn the_dominant_colour_is_not_the_mean() {
        let sea = |x, _| if x < 60 { Rgba([20, 60, 120, 255]) } else { Rgba([240, 200, 90, 255]) };
        assert_eq!(dominant(&RgbaImage::from_fn(100, 40, sea)).as_deref(), Some("#143c78"));
    }

    #[test]
    fn a_picture_that_something_shows_through_has_no_colour() {
        assert_eq!(dominant(&RgbaImage::from_pixel(4, 4, Rgba([9, 9, 9, 200]))), None);
    }
}
