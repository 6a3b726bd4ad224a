//! Content hashes, for file names that change with the content.

/// The first 16 hexadecimal digits of the BLAKE3 hash of `bytes`, which is enough to tell the files of a site apart.
pub fn content_hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().chars().take(16).collect()
}
