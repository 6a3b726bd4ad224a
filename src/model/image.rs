//! A picture in all the sizes and formats that press makes of it.

use serde::{Deserialize, Serialize};

/// A picture of this site: a set of files, each `<name>-<width>.<format>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Image {
    /// What the addresses of its files begin with, below the site's base and with the hash of all their contents:
    /// `/assets/stairs.1f0c2a9be37d4410`.
    pub name: String,
    /// Pixels of its largest file.
    pub width: u32,
    /// Pixels of its largest file.
    pub height: u32,
    /// Its dominant colour, to stand there until it has come: `#8d7a5c`. None for one with transparent places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
}

impl Image {
    /// The widths that pictures are made in, in pixels, as far as the original is so wide. The one place that says so.
    pub const WIDTHS: [u32; 5] = [320, 480, 720, 1080, 1600];

    /// The formats that pictures are made in, best first: every browser shows the last.
    pub const FORMATS: [&str; 3] = ["avif", "webp", "jpg"];

    /// The widths of its files, ascending: those of the table that are smaller, and its own.
    pub fn widths(&self) -> impl Iterator<Item = u32> {
        Image::WIDTHS.into_iter().filter(|width| *width < self.width).chain([self.width])
    }

    /// The address of one of its files, below the site's base.
    pub fn address(&self, width: u32, format: &str) -> String {
        [self.name.as_str(), "-", &width.to_string(), ".", format].concat()
    }

    /// The address of its largest file that every program can read, below the site's base.
    pub fn largest_address(&self) -> String {
        self.address(self.width, Image::FORMATS[2])
    }

    /// The address of the picture that other sites show beside a link to the story, cut to their shape.
    pub fn social_address(&self) -> String {
        [self.name.as_str(), "-social.jpg"].concat()
    }
}
