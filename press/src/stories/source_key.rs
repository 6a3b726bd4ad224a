//! The fingerprint of a story's own sources.

use std::path::PathBuf;

use super::context::ReadContext;
use crate::store::fingerprint::Fingerprint;

/// The fingerprint of what a story's own page is made from, apart from the newspaper: its text and the look of its
/// pictures.
pub fn source_key(text: Fingerprint, pictures: &[PathBuf], context: &ReadContext<'_>) -> Fingerprint {
    let names: Vec<Option<&str>> = pictures.iter().map(|path| context.pictures.name_of(path)).collect();
    Fingerprint::of_value(&(text, names))
}
