//! A picture in the size and format that a browser wants.

use maud::{Markup, Render, html};

use super::{Frame, tone};
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
            img class=[class(image, frame)] src={ (base) (image.address(plain, Image::JPEG)) } alt=(alt)
                width=(image.width) height=(image.height) loading=[frame.lazy.then_some("lazy")]
                fetchpriority=[frame.first.then_some("high")];
        }
    }
}

/// The class of its place, and that of its colour.
fn class(image: &Image, frame: &Frame) -> Option<String> {
    let tone = image.colour.as_deref().and_then(tone::class_of);
    match (frame.class, tone) {
        (Some(place), Some(tone)) => Some([place, " ", &tone].concat()),
        (place, tone) => tone.or_else(|| place.map(String::from)),
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
