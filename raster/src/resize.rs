//! Resizes pictures.

use fast_image_resize::images::Image as Raster;
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::RgbaImage;

/// Resizes a picture to a size in pixels.
///
/// # Errors
/// The resizer's error message.
pub fn resize(picture: RgbaImage, size: (u32, u32)) -> Result<RgbaImage, String> {
    into(picture, size, &ResizeOptions::new())
}

/// Shrinks a picture to exactly this size in pixels, cropping it if the aspect ratio differs.
///
/// # Errors
/// The resizer's error message.
pub fn shrink(picture: &RgbaImage, size: (u32, u32)) -> Result<RgbaImage, String> {
    if picture.dimensions() == size {
        return Ok(picture.clone());
    }
    into(picture.clone(), size, &ResizeOptions::new().fit_into_destination(None))
}

fn into(picture: RgbaImage, (width, height): (u32, u32), options: &ResizeOptions) -> Result<RgbaImage, String> {
    let source = Raster::from_vec_u8(picture.width(), picture.height(), picture.into_raw(), PixelType::U8x4);
    let source = source.map_err(|error| error.to_string())?;
    let mut target = Raster::new(width, height, PixelType::U8x4);
    Resizer::new().resize(&source, &mut target, options).map_err(|error| error.to_string())?;
    RgbaImage::from_raw(width, height, target.into_vec()).ok_or_else(|| String::from("pixels are missing"))
}
