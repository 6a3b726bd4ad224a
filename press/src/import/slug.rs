//! Words become parts of addresses.

use deunicode::deunicode_with_tofu;

use super::transliteration::transliterated;

/// Letters of the longest slug; what is longer ends with a whole word before.
const LONGEST: usize = 80;

/// A part of an address for words in any script: `Маяк №2` is `maiak-no2`. None if there is no letter or digit in them.
pub fn slug(words: &str) -> Option<String> {
    // What cannot be told in Latin letters is a gap between words.
    let latin = deunicode_with_tofu(&transliterated(words), " ").to_ascii_lowercase().replace(['\'', '’'], "");
    let mut slug = String::new();
    for word in latin.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let room = LONGEST.saturating_sub(slug.len() + 1);
        if slug.is_empty() {
            slug.push_str(&word[..word.len().min(LONGEST)]);
        } else if word.len() <= room {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    (!slug.is_empty()).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn words_of_any_script_become_a_part_of_an_address() {
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
