//! The files of a story that its shortcodes can refer to.

use std::collections::HashMap;

/// What the shortcodes of a story can refer to.
#[derive(Debug, Default)]
pub struct StoryFiles<'a> {
    /// The numbers of the pictures that were uploaded for it.
    pub pictures: &'a [String],
    /// The addresses of all files that are not pictures, by number.
    pub others: Option<&'a HashMap<String, String>>,
}
