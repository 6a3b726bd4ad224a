//! What a text needs to know about the place it stands in.

use std::path::Path;

use journal::route::Route;

use crate::locale::language::Language;
use crate::pictures::TextPictures;

/// What a text needs to know about the place it stands in.
#[derive(Clone, Copy, Debug)]
pub struct TextContext<'a> {
    /// The page it stands on.
    pub route: &'a Route,
    /// The folder that its pictures lie in, below the content folder.
    pub folder: &'a Path,
    /// Its language.
    pub language: Language,
    /// The path prefix of this build: empty or `/journal`.
    pub base: &'a str,
    /// Public address of the front page without the last slash.
    pub address: &'a str,
    /// Its pictures.
    pub pictures: &'a TextPictures<'a>,
}
