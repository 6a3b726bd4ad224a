//! Names for files that may be cached for ever.

/// The first 16 hexadecimal digits of the content's BLAKE3 hash.
pub fn fingerprint(content: &[u8]) -> String {
    let mut digits = blake3::hash(content).to_hex().to_string();
    digits.truncate(16);
    digits
}
