//! The context in which a text is rendered.

use std::path::Path;

use journal::route::Route;

use crate::locale::language::Language;
use crate::pictures::TextPictures;

/// The context in which a text is rendered.
#[derive(Clone, Copy, Debug)]
pub struct TextContext<'a> {
    /// Its page.
    pub route: &'a Route,
    /// The folder of its pictures, relative to the content folder.
    pub folder: &'a Path,
    /// Its language.
    pub language: Language,
    /// The path prefix of this build: empty, or like `/journal`.
    pub base: &'a str,
    /// The public address of the front page, without a trailing slash.
    pub address: &'a str,
    /// Its pictures.
    pub pictures: &'a TextPictures<'a>,
}
