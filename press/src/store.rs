//! What press keeps between editions, and how it recognises it: fingerprints, file stamps, cache files, content hashes.

pub mod asset;
pub mod blob_file;
pub mod cache_file;
pub mod content_hash;
pub mod file_stamp;
pub mod fingerprint;
pub mod new_file;
pub mod once;
pub mod plain_file;
pub mod tool_versions;
