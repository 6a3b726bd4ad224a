//! Makes slugs from words: `Як збудували сходи` becomes `yak-zbuduvaly-skhody`.

mod cyrillic;

use deunicode::deunicode;

use super::letters::{composed, without_stress};

/// The slug of `text`: lower-case letters `a` to `z`, digits, single hyphens between words, at most `most`
/// characters, cut between words. Empty if it contains no letter or digit.
///
/// Ukrainian is transliterated as the country does it (Cabinet of Ministers, resolution 55 of 2010), Russian in the
/// usual way; other scripts get the nearest letters.
pub fn slug(text: &str, most: usize) -> String {
    let text = composed(text);
    let text = without_apostrophes(&without_stress(&text)).to_lowercase();
    let latin = deunicode(&cyrillic::latin(&text));
    let latin = without_apostrophes(&latin).to_lowercase();
    let words = latin.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if slug.is_empty() {
            slug.extend(word.chars().take(most));
        } else if slug.len() + 1 + word.len() <= most {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    slug
}

/// Removes apostrophes, which do not separate words: they occur in words and in transliterations.
fn without_apostrophes(text: &str) -> String {
    text.chars().filter(|letter| !"'’ʼ‘`′".contains(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use journal::route::Route;

    fn slug(text: &str) -> String {
        super::slug(text, 60)
    }

    #[test]
    fn words_of_a_headline_are_joined_by_hyphens() {
        assert_eq!(
            slug("192 steps & a trick of the eye: the Potemkin Stairs"),
            "192-steps-a-trick-of-the-eye-the-potemkin-stairs"
        );
        assert_eq!(slug("  The city's “way” — of speaking!  "), "the-citys-way-of-speaking");
        assert_eq!(
            slug("How a communiqué is made in Kraków, Zürich & Ærø"),
            "how-a-communique-is-made-in-krakow-zurich-aero"
        );
    }

    #[test]
    fn ukrainian_is_transliterated_as_the_country_does_it() {
        assert_eq!(slug("Як збудували Потьомкінські сходи"), "yak-zbuduvaly-potomkinski-skhody");
        // The examples of the resolution itself.
        for (name, latin) in [
            ("Згурський", "zghurskyi"),
            ("Єнакієве", "yenakiieve"),
            ("Їжакевич", "yizhakevych"),
            ("Кадиївка", "kadyivka"),
            ("Йосипівка", "yosypivka"),
            ("Стрий", "stryi"),
            ("Знам'янка", "znamianka"),
            ("Щербухи", "shcherbukhy"),
            ("Юрій", "yurii"),
            ("Крюківка", "kriukivka"),
            ("Яготин", "yahotyn"),
            ("Ґалаґан", "galagan"),
            ("Феодосія", "feodosiia"),
            ("Ужгород", "uzhhorod"),
            ("Русь", "rus"),
        ] {
            assert_eq!(slug(name), latin, "{name}");
        }
    }

    #[test]
    fn russian_is_recognised_by_its_own_letters() {
        assert_eq!(slug("Город, где всё ещё помнят объезды"), "gorod-gde-vsyo-eshchyo-pomnyat-obezdy");
        assert_eq!(slug("Это Дюк"), "eto-dyuk");
        // Belarusian has these and Ukrainian letters.
        assert_eq!(slug("Прывітанне ўсім"), "pryvitanne-usim");
    }

    #[test]
    fn other_scripts_get_the_nearest_letters() {
        assert_eq!(slug("Οδησσός"), "odessos");
        assert_eq!(slug("თბილისი"), "tbilisi");
        assert_eq!(slug("北京"), "bei-jing");
    }

    #[test]
    fn a_long_headline_is_cut_between_words() {
        let long = slug("At the summit, the president urges the world to stand together against arms dealings");
        assert_eq!(long, "at-the-summit-the-president-urges-the-world-to-stand");
        assert_eq!(slug(&"x".repeat(90)), "x".repeat(60));
    }

    #[test]
    fn the_result_is_valid_in_an_address_or_empty() {
        for text in ["-- a -- b --", "Привіт, світе", "№ 5", "a_b/c\\d", "\u{1f6a2} ship", "İstanbul", "ﬁn"]
        {
            assert!(Route::is_slug(&slug(text)), "{text}: {}", slug(text));
        }
        for text in ["", "…", "--", "’"] {
            assert_eq!(slug(text), "", "{text}");
        }
    }
}
