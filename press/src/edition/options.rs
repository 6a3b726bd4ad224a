//! The options of an edition.

use std::path::Path;

use crate::locale::clock::Clock;

/// The options of an edition.
#[derive(Clone, Copy, Debug)]
pub struct EditionOptions<'a> {
    /// The content folder.
    pub content: &'a Path,
    /// The path the site is served below: empty, or a path such as `/journal`.
    pub base: &'a str,
    /// The time of the edition.
    pub clock: &'a Clock,
    /// Whether drafts and scheduled stories are shown, too.
    pub drafts: bool,
}
