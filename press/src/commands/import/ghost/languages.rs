//! Languages of stories, which newspapers on Ghost write into internal tags: `#uk`, `#lang-uk`.

/// Languages that a tag of two letters stands for. Others, such as `#it` or `#no`, may be words.
const COMMON: [&str; 22] = [
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hu", "ja", "ko", "nl", "pl", "pt", "ro", "ru",
    "sv", "uk", "zh",
];

/// The language that an internal tag names.
pub fn language(tag: &str) -> Option<String> {
    let name = tag.trim().strip_prefix('#')?.to_lowercase();
    let named = name.strip_prefix("lang-").or_else(|| name.strip_prefix("language-"));
    match named {
        Some(code) => (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())).then(|| code.into()),
        None => COMMON.contains(&name.as_str()).then_some(name),
    }
}

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn only_tags_that_name_a_language_do() {
        assert_eq!(["#uk", "#lang-it", "#Language-UK"].map(|tag| language(tag).unwrap()), ["uk", "it", "uk"]);
        assert_eq!(["uk", "#it", "#news", "#lang-x"].map(language), [const { None }; 4]);
    }
}
