//! What speakers call their language.

use isolang::Language;

/// The name of the language of a BCP 47 tag in the language itself, as in a list: `Deutsch`, `Français`. None if it is not
/// known.
pub fn own_name(tag: &str) -> Option<String> {
    let code = tag.split('-').next()?.to_ascii_lowercase();
    let language = Language::from_639_1(&code).or_else(|| Language::from_639_3(&code))?;
    // Where it lists several, none is the usual one.
    let mut letters = language.to_autonym().filter(|name| !name.contains(','))?.chars();
    let first = letters.next()?;
    // Other scripts have no capital letters, or do not begin words with them.
    let is_cased = first < '\u{530}';
    let first: String = if is_cased { first.to_uppercase().collect() } else { first.into() };
    Some([first.as_str(), letters.as_str()].concat())
}

/// The part of a tag that tells variants of a language apart: `BR`, `Hant`. Empty if there is none.
pub fn variant(tag: &str) -> String {
    let variant = tag.split('-').nth(1).unwrap_or_default();
    match variant.len() {
        2 => variant.to_ascii_uppercase(),
        4 if variant.is_ascii() => variant[..1].to_ascii_uppercase() + &variant[1..].to_ascii_lowercase(),
        _ => variant.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{own_name, variant};

    #[test]
    fn languages_have_the_names_that_their_speakers_use() {
        let names =
            [("de", "Deutsch"), ("pt-br", "Português"), ("be", "Беларуская"), ("el", "Ελληνικά"), ("he", "עברית")];
        for (tag, name) in
            names.into_iter().chain([("ka", "ქართული"), ("zh-Hant", "中文"), ("gsw", "Schwiizertüütsch")])
        {
            assert_eq!(own_name(tag).as_deref(), Some(name), "{tag}");
        }
        assert_eq!((own_name("xx"), own_name("crh")), (None, None));
    }

    #[test]
    fn variants_are_written_as_in_tags() {
        let variants = ["pt-br", "zh-hant", "de", "es-419"].map(variant);
        assert_eq!(variants, ["BR", "Hant", "", "419"]);
    }
}
