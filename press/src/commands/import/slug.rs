//! Makes slugs.

/// Maximum length of a slug in characters. Old slugs can be long and are kept.
const LONGEST: usize = 80;

/// A slug made from words in any script; none if they contain no letter or digit.
pub fn slug(words: &str) -> Option<String> {
    Some(crate::locale::slug::slug(words, LONGEST)).filter(|slug| !slug.is_empty())
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn words_in_any_script_become_a_slug() {
        assert_eq!(slug("The Keeper’s  Lamp!").as_deref(), Some("the-keepers-lamp"));
        assert_eq!(slug("Маяк і море").as_deref(), Some("maiak-i-more"));
        assert_eq!(slug("Straße_2024").as_deref(), Some("strasse-2024"));
        assert_eq!(slug(" – ?! "), None);
    }

    #[test]
    fn a_long_slug_ends_with_a_whole_word() {
        let slug = slug(&"harbour ".repeat(20)).unwrap();
        assert_eq!(slug, "harbour-harbour-harbour-harbour-harbour-harbour-harbour-harbour-harbour-harbour");
        assert_eq!(super::slug(&"x".repeat(300)).unwrap().len(), 80);
    }
}
