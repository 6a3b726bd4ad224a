//! The colours of pictures. Not unit tests, which would compile the encoders once more.

use image::{Rgba, RgbaImage};
use raster::colours::dominant;

#[test]
fn the_dominant_colour_is_not_the_mean() {
    let sea = |x, _| if x < 60 { Rgba([20, 60, 120, 255]) } else { Rgba([240, 200, 90, 255]) };
    assert_eq!(dominant(&RgbaImage::from_fn(100, 40, sea)).as_deref(), Some("#143c78"));
}

#[test]
fn a_transparent_picture_has_no_dominant_colour() {
    assert_eq!(dominant(&RgbaImage::from_pixel(4, 4, Rgba([9, 9, 9, 200]))), None);
}
