//! The words of a text in the form in which they are compared: lower case, without diacritics and apostrophes.

/// A word of a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends in the text, in bytes.
    pub end: usize,
    /// The word in the form in which words are compared.
    pub word: String,
}

/// The words of `text`: letters and digits, with apostrophes between letters.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if !letter.is_alphanumeric() || is_apostrophe(letter) {
            continue;
        }
        let (mut end, mut word, mut owner) = (start + letter.len_utf8(), String::new(), None);
        fold(letter, &mut word);
        while let Some(&(place, letter)) = letters.peek() {
            let follows = || text[place + letter.len_utf8()..].chars().next().is_some_and(char::is_alphabetic);
            if is_apostrophe(letter) && follows() {
                owner = Some(word.len());
            } else if letter.is_alphanumeric() && !is_apostrophe(letter) {
                fold(letter, &mut word);
                end = place + letter.len_utf8();
            } else {
                break;
            }
            letters.next();
        }
        // "Odesa's" counts as "Odesa".
        if let Some(owner) = owner.filter(|owner| &word[*owner..] == "s") {
            word.truncate(owner);
        }
        tokens.push(Token { start, end, word });
    }
    tokens
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '‘' | '`' | '´')
}

/// Appends a letter in the form in which letters are compared.
fn fold(letter: char, word: &mut String) {
    for letter in letter.to_lowercase() {
        word.push(match letter {
            'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
            'ç' | 'ć' | 'č' => 'c',
            'ď' | 'đ' => 'd',
            'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
            'ğ' => 'g',
            'ì'..='ï' | 'ī' | 'ı' => 'i',
            'ł' => 'l',
            'ñ' | 'ń' | 'ň' => 'n',
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
            'ř' => 'r',
            'ś' | 'š' | 'ş' | 'ș' => 's',
            'ť' | 'ţ' | 'ț' => 't',
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
            'ý' | 'ÿ' => 'y',
            'ź' | 'ż' | 'ž' => 'z',
            'ґ' => 'г',
            'ё' => 'е',
            // A combining accent, as on a stressed vowel.
            '\u{300}'..='\u{36f}' => continue,
            other => other,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn words_are_compared_without_case_marks_and_apostrophes() {
        assert_eq!(words("The café’s 192 steps, don't fall!"), ["the", "cafe", "192", "steps", "dont", "fall"]);
        assert_eq!(words("П’ять п'ять пʼять Ґанок"), ["пять", "пять", "пять", "ганок"]);
        assert_eq!(words("Odesa's ‘quoted’ words’ end"), ["odesa", "quoted", "words", "end"]);
        assert_eq!(words("mine-clearing 2,318"), ["mine", "clearing", "2", "318"]);
        assert!(words(" …–!").is_empty());
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let text = "Про п’ять мін.";
        let token = &tokens(text)[1];
        assert_eq!(&text[token.start..token.end], "п’ять");
    }
}
