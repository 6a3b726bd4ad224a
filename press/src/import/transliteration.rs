//! Cyrillic letters in Latin ones, as Ukraine writes its names (resolution 55 of the Cabinet of Ministers, 2010).
//!
//! deunicode knows one way for all languages, which is that of none of them.

/// The words with Ukrainian letters in Latin ones; others stay. Words with letters that Ukrainian does not have are left
/// alone: they are of another language.
pub fn transliterated(words: &str) -> String {
    let lower = words.to_lowercase();
    if lower.contains(['ы', 'э', 'ё', 'ъ', 'ў', 'ј', 'љ', 'њ', 'ћ', 'ђ', 'џ']) {
        return lower;
    }
    let mut out = String::with_capacity(lower.len());
    let mut before = None;
    for letter in lower.chars() {
        let starts = !before.is_some_and(char::is_alphanumeric);
        match latin(letter, starts, before) {
            Some(latin) => out.push_str(latin),
            None => out.push(letter),
        }
        // Neither divides a word.
        if !matches!(letter, '\'' | '’' | 'ʼ') {
            before = Some(letter);
        }
    }
    out
}

fn latin(letter: char, starts: bool, before: Option<char>) -> Option<&'static str> {
    Some(match letter {
        'г' if before == Some('з') => "gh",
        'є' if starts => "ye",
        'ї' if starts => "yi",
        'й' if starts => "y",
        'ю' if starts => "yu",
        'я' if starts => "ya",
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "h",
        'ґ' => "g",
        'д' => "d",
        'е' => "e",
        'є' => "ie",
        'ж' => "zh",
        'з' => "z",
        'и' => "y",
        'і' | 'ї' | 'й' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::transliterated;

    #[test]
    fn ukrainian_names_are_written_as_ukraine_writes_them() {
        for (name, latin) in [
            ("Згурський", "zghurskyi"),
            ("Їжакевич", "yizhakevych"),
            ("Знам\u{2019}янка", "znam\u{2019}ianka"),
            ("Яготин", "yahotyn"),
            ("Гоща", "hoshcha"),
        ] {
            assert_eq!(transliterated(name), latin);
        }
    }

    #[test]
    fn words_of_another_language_are_left_alone() {
        assert_eq!(transliterated("Сыр, Lamp"), "сыр, lamp");
    }
}
