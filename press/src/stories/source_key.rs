//! What a story's page is made of, as a key.

use std::path::PathBuf;

use super::context::ReadContext;
use crate::store::fingerprint::Fingerprint;

/// The key of all that a story's own page is made of, but for the newspaper: its text, and what its pictures look like.
pub fn source_key(text: Fingerprint, pictures: &[PathBuf], context: &ReadContext<'_>) -> Fingerprint {
    let names: Vec<Option<&str>> = pictures.iter().map(|path| context.pictures.name_of(path)).collect();
    Fingerprint::of_value(&(text, names))
}
