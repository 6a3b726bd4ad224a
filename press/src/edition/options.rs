//! Which edition is to be made.

use std::path::Path;

use crate::locale::clock::Clock;

/// Which edition is to be made.
#[derive(Clone, Copy, Debug)]
pub struct EditionOptions<'a> {
    /// The folder of the stories.
    pub content: &'a Path,
    /// The path that it is served below: empty, or a path such as `/journal`.
    pub base: &'a str,
    /// Its time.
    pub clock: &'a Clock,
    /// Whether drafts, and stories whose time has not come, are shown too.
    pub drafts: bool,
}
