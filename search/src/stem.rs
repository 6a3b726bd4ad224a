//! From a word to the term that it is found by: all its inflections share one.

use snowball_stemmers_rs::{Algorithm, Stemmer};

use crate::ukrainian;

/// The term of a word, which has the form that [`crate::tokens::tokens`] gives it.
fn stem(word: &str) -> String {
    match word.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => Stemmer::create(Algorithm::English).stem(word).into_owned(),
        Some(first) if is_cyrillic(first) => ukrainian::stem(word),
        _ => String::from(word),
    }
}

/// The terms by which a word of a text is found: its own first, then any others.
pub fn written(word: &str) -> Vec<String> {
    let stem = stem(word);
    let mut terms = if stem.chars().next().is_some_and(is_cyrillic) { ukrainian::aliases(&stem) } else { Vec::new() };
    terms.insert(0, stem);
    terms
}

/// The terms that a reader who types this word may mean: its own first, then those of its other forms.
pub fn terms(word: &str) -> Vec<String> {
    let stem = stem(word);
    let mut terms = if stem.chars().next().is_some_and(is_cyrillic) { ukrainian::kin(&stem) } else { Vec::new() };
    terms.insert(0, stem);
    terms
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::{terms, written};

    /// Asserts that a reader who types one of them finds a text that has the other, for all pairs.
    fn assert_kin(words: &str) {
        let words: Vec<&str> = words.split(' ').collect();
        for asked in &words {
            for word in &words {
                let (terms, found_by) = (terms(asked), written(word));
                assert!(
                    found_by.iter().any(|term| terms.contains(term)),
                    "{asked} finds {word}: {terms:?} {found_by:?}"
                );
            }
        }
    }

    #[test]
    fn english_inflections_are_one_term() {
        for words in ["ship ships shipping shipped", "city cities", "lighthouse lighthouses", "write writes writing"] {
            assert_kin(words);
        }
    }

    #[test]
    fn ukrainian_inflections_are_found_by_each_other() {
        let families = [
            "київ києва києві києву києвом",
            "порт порту порти портів портами портом портові портах",
            "одеса одеси одесі одесу одесою",
            "львів львова львові львову львовом",
            "політика політиці політику політики політикою",
            "ринок ринку ринки ринків ринком",
            "місто міста місті містом містами",
            "море моря морі морем морю",
            "війна війни війні війною війну",
            "сходи сходів сходами сходах",
            "театр театру театрі театром театри",
            "театральний театральна театральні театрального театральних",
            "українець українця українці українців",
            "україна україни україні україною україну",
            "рік року роки років роком",
            "маяк маяка маяки маяків",
            "катакомби катакомб катакомбах",
            "будинок будинку будинки будинків",
            "пароплав пароплави пароплавів пароплавом",
            "памятник памятника памятники памятників",
            "знання знань знанням",
            "вулиця вулиці вулиць вулицею",
            "нога нозі ноги ногою",
            "ніч ночі ночами",
            "ніж ножа ножі ножем",
            "олень оленя олені",
            "музей музею музеї музеїв музеєм",
            "люди людей людям людях",
            "область області областю",
            "корабель корабля кораблі кораблів",
            "день дня дні",
            "камінь каменя камені каменем",
        ];
        families.into_iter().for_each(assert_kin);
    }

    #[test]
    fn words_that_only_look_alike_are_not_one() {
        for (one, other) in [("порт", "портрет"), ("море", "мороз"), ("mars", "march"), ("мир", "море")]
        {
            let terms = terms(one);
            assert!(!written(other).iter().any(|term| terms.contains(term)), "{one} {other}");
        }
    }
}
