//! A picture in all the sizes and formats that press makes of it.

use serde::{Deserialize, Serialize};

/// A picture of this site: a set of files, each `<name>-<width>.<format>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Image {
    /// What the addresses of its files begin with, without the site's base and with a hash of the contents of all
    /// files: `/assets/stairs.1f0c2a9be37d4410`.
    pub name: String,
    /// The width of its largest file, in pixels.
    pub width: u32,
    /// The height of its largest file, in pixels.
    pub height: u32,
    /// Its dominant colour, shown until it has loaded: `#8d7a5c`. None if it has transparent areas.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
}

impl Image {
    /// The widths that pictures are made in, in pixels, up to that of the original. Defined only here.
    pub const WIDTHS: [u32; 5] = [320, 480, 720, 1080, 1600];

    /// A third of the size of JPEG. Formats are named by their file extension.
    pub const AVIF: &str = "avif";

    /// For browsers without AVIF.
    pub const WEBP: &str = "webp";

    /// For all other browsers, and for other programs.
    pub const JPEG: &str = "jpg";

    /// The formats that a browser chooses from, best first. If it supports none of them, it takes the JPEG.
    pub const OFFERED: [&str; 2] = [Image::AVIF, Image::WEBP];

    /// All formats that pictures are made in.
    pub const FORMATS: [&str; 3] = [Image::AVIF, Image::WEBP, Image::JPEG];

    /// The widths of its files in pixels, ascending: those of [`Image::WIDTHS`] that are less than its own, then
    /// its own.
    pub fn widths(&self) -> impl Iterator<Item = u32> {
        Image::WIDTHS.into_iter().filter(|width| *width < self.width).chain([self.width])
    }

    /// The address of one of its files, without the site's base.
    pub fn address(&self, width: u32, format: &str) -> String {
        [self.name.as_str(), "-", &width.to_string(), ".", format].concat()
    }

    /// The address of its largest file in the format that every program can read, without the site's base.
    pub fn largest_address(&self) -> String {
        self.address(self.width, Image::JPEG)
    }

    /// The address of the picture that other sites show with a link to the story, cropped for them; without the
    /// site's base.
    pub fn social_address(&self) -> String {
        [self.name.as_str(), "-social.jpg"].concat()
    }
}
