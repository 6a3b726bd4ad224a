//! Transliterates Cyrillic into Latin letters.

/// Transliterates a lower-case text, as Ukrainian unless it has letters that Russian has and Ukrainian does not.
pub fn latin(text: &str) -> String {
    let has = |letters: &str| text.chars().any(|letter| letters.contains(letter));
    let russian = has("ыэёъ") && !has("іїєґў");
    let mut latin = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in text.chars() {
        let starts = !before.is_alphanumeric();
        match if russian { self::russian(letter) } else { ukrainian(letter, starts, before) } {
            Some(letters) => latin += letters,
            None => latin.push(letter),
        }
        before = letter;
    }
    latin
}

/// The table of resolution 55, and the additional letters of Belarusian.
fn ukrainian(letter: char, starts: bool, before: char) -> Option<&'static str> {
    Some(match letter {
        'г' if before == 'з' => "gh",
        'г' => "h",
        'ґ' => "g",
        'є' if starts => "ye",
        'є' => "ie",
        'и' => "y",
        'і' => "i",
        'ї' if starts => "yi",
        'й' if starts => "y",
        'ї' | 'й' => "i",
        'ю' if starts => "yu",
        'ю' => "iu",
        'я' if starts => "ya",
        'я' => "ia",
        'ў' => "u",
        'э' => "e",
        'ы' => "y",
        'ё' => "io",
        other => return common(other),
    })
}

fn russian(letter: char) -> Option<&'static str> {
    Some(match letter {
        'г' => "g",
        'и' => "i",
        'й' | 'ы' => "y",
        'ё' => "yo",
        'э' => "e",
        'ю' => "yu",
        'я' => "ya",
        other => return common(other),
    })
}

/// The letters that are the same in all.
fn common(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'д' => "d",
        'е' => "e",
        'ж' => "zh",
        'з' => "z",
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
        // They only modify the sound of another letter.
        'ь' | 'ъ' => "",
        _ => return None,
    })
}
