//! The part of a picture's address that comes from its file name.

use std::path::Path;

/// The file name without its extension, made suitable for an address: `IMG 20 (1)` becomes `img-20-1`.
pub fn plain_stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let words: Vec<&str> =
        stem.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { String::from("picture") } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::plain_stem;
    use std::path::Path;

    #[test]
    fn a_name_for_an_address_has_plain_letters() {
        assert_eq!(plain_stem(Path::new("IMG 20 (1).JPG")), "img-20-1");
        assert_eq!(plain_stem(Path::new("сходи.jpg")), "picture");
    }
}
