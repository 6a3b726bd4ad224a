//! A picture in the size and format that a browser wants.

use maud::{Markup, Render, html};

use super::Frame;
use crate::model::Image;

/// The picture `image` in a frame; `base` is the path prefix of the site. Its space is reserved and filled with its
/// colour until it has loaded.
pub fn image(base: &str, image: &Image, alt: &str, frame: &Frame) -> Markup {
    let plain = image.widths().find(|width| *width >= frame.plain).unwrap_or(image.width);
    html! {
        picture {
            @for format in Image::OFFERED {
                source type={ "image/" (format) } srcset=(sources(base, image, format, frame)) sizes=(frame.sizes);
            }
            img class=[frame.class] src={ (base) (image.address(plain, Image::JPEG)) } alt=(alt)
                width=(image.width) height=(image.height) loading=[frame.lazy.then_some("lazy")]
                fetchpriority=[frame.first.then_some("high")]
                style=[image.colour.as_ref().map(|colour| ["background:", colour].concat())];
        }
    }
}

/// The files of a picture that are of use in a frame, as the value of the attribute `srcset`.
pub fn sources(base: &str, image: &Image, format: &str, frame: &Frame) -> String {
    let mut list = String::new();
    for width in image.widths() {
        // At least the smallest file, even if it is wider than the frame can use.
        if !list.is_empty() {
            if width > frame.widest {
                break;
            }
            list += ",";
        }
        list += base;
        list += &image.address(width, format);
        list += " ";
        width.render_to(&mut list);
        list += "w";
    }
    list
}
