//! The direction of a language's script.

/// Languages that are written from right to left, unless their tag names another script: Arabic, Aramaic, Sorani,
/// Divehi, Persian, Hebrew (also by its former code), Kashmiri, N'Ko, Pashto, Sindhi, Syriac, Uyghur, Urdu, Yiddish.
const LANGUAGES: [&str; 15] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];

/// Scripts that are written from right to left (ISO 15924).
const SCRIPTS: [&str; 7] = ["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];

/// Whether texts in the language with this BCP 47 tag are written from right to left.
pub fn is_right_to_left(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_among = |list: &[&str], part: &str| list.iter().any(|known| known.eq_ignore_ascii_case(part));
    let language = parts.next().unwrap_or_default();
    match parts.find(|part| part.len() == 4 && part.as_bytes()[0].is_ascii_alphabetic()) {
        Some(script) => is_among(&SCRIPTS, script),
        None => is_among(&LANGUAGES, language),
    }
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn the_script_decides_and_without_one_the_language() {
        for tag in ["he", "ar", "AR-EG", "fa-IR", "ur", "uz-Arab", "ckb", "pa-Arab-PK"] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["en", "uk", "ar-Latn", "ks-Deva-IN", "", "arn", "sl-1994"] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
