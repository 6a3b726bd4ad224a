//! Tags as parts of addresses.

/// A tag as written in a story, as a part of an address: `Black Sea` is `black-sea`. It may still hold what cannot stand in
/// one.
pub fn tag(written: &str) -> String {
    let words: Vec<&str> = written.split([' ', '_']).filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}
