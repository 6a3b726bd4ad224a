//! What the press keeps between editions: fingerprints, stamps of files, cache files, names by content.

pub mod asset;
pub mod blob_file;
pub mod cache_file;
pub mod content_hash;
pub mod file_stamp;
pub mod fingerprint;
pub mod once;
pub mod tool_versions;
