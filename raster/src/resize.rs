//! Resizes pictures.

use fast_image_resize::images::Image as Raster;
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::{DynamicImage, RgbaImage};

/// Resizes a picture to a size in pixels, without changing its pixel format.
///
/// # Errors
/// The resizer's error message.
pub fn resize(picture: &DynamicImage, (width, height): (u32, u32)) -> Result<DynamicImage, String> {
    let mut smaller = DynamicImage::new(width, height, picture.color());
    Resizer::new().resize(picture, &mut smaller, None).map_err(|error| error.to_string())?;
    Ok(smaller)
}

/// Shrinks a picture to exactly this size in pixels, cropping it if the aspect ratio differs.
///
/// # Errors
/// The resizer's error message.
pub fn shrink(picture: &RgbaImage, (width, height): (u32, u32)) -> Result<RgbaImage, String> {
    if picture.dimensions() == (width, height) {
        return Ok(picture.clone());
    }
    let source = Raster::from_vec_u8(picture.width(), picture.height(), picture.as_raw().clone(), PixelType::U8x4);
    let source = source.map_err(|error| error.to_string())?;
    let mut target = Raster::new(width, height, PixelType::U8x4);
    let options = ResizeOptions::new().fit_into_destination(None);
    Resizer::new().resize(&source, &mut target, &options).map_err(|error| error.to_string())?;
    RgbaImage::from_raw(width, height, target.into_vec()).ok_or_else(|| String::from("pixels are missing"))
}
