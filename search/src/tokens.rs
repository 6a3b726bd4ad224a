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

/// The words of `text`: letters and digits, with apostrophes between letters and marks after them.
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
            } else if letter.is_alphanumeric() && !is_apostrophe(letter) || is_mark(letter) {
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

/// Whether it is a mark on the letter before it, such as a stress mark, or an invisible sign within a word: a soft
/// hyphen or a joiner.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
        || matches!(letter, '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// The letter that a mark makes of the last one, if it is another letter and not the same with a mark.
fn marked(last: char, mark: char) -> Option<char> {
    match (last, mark) {
        ('и', '\u{306}') => Some('й'),
        ('і', '\u{308}') => Some('ї'),
        ('у', '\u{306}') => Some('ў'),
        _ => None,
    }
}

/// Appends a letter in the form in which letters are compared. A letter and its mark give the same as the composed
/// letter.
fn fold(letter: char, word: &mut String) {
    if is_mark(letter) {
        if let Some(composed) = word.chars().next_back().and_then(|last| marked(last, letter)) {
            word.pop();
            word.push(composed);
        }
        return;
    }
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
            // Of a capital letter that is two in lower case: İ.
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
    fn marks_do_not_divide_a_word_and_a_decomposed_letter_is_the_composed_one() {
        assert_eq!(words("за\u{301}мок Києва, soft\u{ad}hyphen"), ["замок", "києва", "softhyphen"]);
        assert_eq!(words("Киі\u{308}вськии\u{306} cafe\u{301}"), words("Київський café"));
        assert_eq!(words("е\u{308}лка"), words("ёлка"));
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let text = "Про п’ять мін.";
        let token = &tokens(text)[1];
        assert_eq!(&text[token.start..token.end], "п’ять");
        let text = "Плоди\u{301}.";
        assert_eq!(tokens(text)[0].end, text.len() - 1, "with its mark");
    }
}
