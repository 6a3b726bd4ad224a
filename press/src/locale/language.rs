//! The language of a text, as far as press distinguishes it: quotation marks, dates, the words of the interface.

use journal::words::Words;

/// The codes of languages with two letters. Source: ISO 639-1,
/// <https://www.loc.gov/standards/iso639-2/php/English_list.php>.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv \
    dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu \
    ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd \
    ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st \
    su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// A language, as far as press distinguishes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// The words of the interface, if it speaks the language.
    words: Option<Words>,
    /// The first two letters of its tag, in lower case: `uk`.
    code: [u8; 2],
}

impl Language {
    /// A language without words of the interface: dates are numbers, labels are in English.
    pub const OTHER: Language = Language { words: None, code: [0; 2] };

    /// The language of a BCP 47 tag.
    pub fn of(tag: &str) -> Language {
        let first = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        Language { words: Words::of(tag), code: first.as_bytes().try_into().unwrap_or_default() }
    }

    /// Whether it is the language with this code of two letters (ISO 639-1), such as `uk`.
    pub fn is(self, code: &str) -> bool {
        self.code == code.as_bytes()
    }

    /// The words of the interface in this language, if it speaks it.
    pub fn spoken(self) -> Option<Words> {
        self.words
    }

    /// Whether `tag` has the form of a BCP 47 tag: `en`, `uk-UA`, `zh-Hant`. Whether it is registered is not checked.
    pub fn is_tag(tag: &str) -> bool {
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or_default();
        (2..=3).contains(&first.len())
            && first.bytes().all(|byte| byte.is_ascii_alphabetic())
            && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    }

    /// Whether `tag` is a BCP 47 tag that begins with the code of a language in ISO 639-1.
    pub fn has_known_code(tag: &str) -> bool {
        let code = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        Language::is_tag(tag) && CODES.split(' ').any(|known| known == code)
    }

    /// A day in words: `11 October 2024`, `11 жовтня 2024 р.`; in other languages `2024-10-11`.
    pub fn day(self, date: jiff::civil::Date) -> String {
        let month = usize::try_from(date.month()).unwrap_or_default();
        self.words.map_or_else(|| date.to_string(), |words| words.day(date.year(), month, date.day()))
    }

    /// A month in words: `October 2024`, `жовтень 2024`; in other languages `2024-10`.
    pub fn month(self, year: i16, month: i8) -> String {
        let number = usize::try_from(month).unwrap_or_default();
        self.words.map_or_else(|| format!("{year}-{month:02}"), |words| words.month(year, number))
    }

    /// The words of the interface in this language; English for other languages.
    pub fn words(self) -> Words {
        self.words.unwrap_or(Words::English)
    }
}

#[cfg(test)]
mod tests {
    use super::Language;
    use jiff::civil::date;

    #[test]
    fn a_day_is_written_in_the_language_of_the_story() {
        let day = date(2024, 10, 11);
        assert_eq!(Language::of("en-GB").day(day), "11 October 2024");
        assert_eq!(Language::of("uk").day(day), "11 жовтня 2024 р.");
        assert_eq!(Language::of("de").day(day), "2024-10-11");
    }

    #[test]
    fn a_language_tag_begins_with_letters() {
        for tag in ["en", "uk-UA", "zh-Hant-TW", "sr-Latn"] {
            assert!(Language::is_tag(tag), "{tag}");
        }
        assert!(["uk", "en-GB", "zh-Hant"].into_iter().all(Language::has_known_code));
        assert!(!["js", "ukr", "old", "en_GB"].into_iter().any(Language::has_known_code));
        for tag in ["", "english", "e", "en_GB", "en-", "12"] {
            assert!(!Language::is_tag(tag), "{tag}");
        }
    }
}
