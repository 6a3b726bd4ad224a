//! Smart punctuation for the front matter's plain texts, as in the story itself.

use journal::words::Words;

use super::language::Language;

/// `text` with curly quotation marks (guillemets in Ukrainian), an en dash for `--`, an em dash for `---` and an
/// ellipsis for `...`.
pub fn typeset(text: &str, language: Language) -> String {
    let (open, close) = match language.words() {
        Words::English => ('“', '”'),
        Words::Ukrainian => ('«', '»'),
    };
    let mut set = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let opens = set.chars().next_back().is_none_or(|before| before.is_whitespace() || "([{–—«“‘/".contains(before));
        let (done, sign) = match letter {
            _ if rest.starts_with("---") => (3, '—'),
            _ if rest.starts_with("--") => (2, '–'),
            _ if rest.starts_with("...") => (3, '…'),
            '"' => (1, if opens { open } else { close }),
            // An apostrophe before a digit replaces other digits: the ’90s.
            '\'' => (1, if opens && !rest[1..].starts_with(|next: char| next.is_ascii_digit()) { '‘' } else { '’' }),
            other => (other.len_utf8(), other),
        };
        set.push(sign);
        rest = &rest[done..];
    }
    set
}

#[cfg(test)]
mod tests {
    use super::typeset;
    use crate::locale::language::Language;

    #[test]
    fn typewriter_punctuation_becomes_printed_punctuation() {
        let text = typeset("The city's \"old\" port -- and 'new' one --- in the '90s...", Language::of("en"));
        assert_eq!(text, "The city’s “old” port – and ‘new’ one — in the ’90s…");
    }

    #[test]
    fn ukrainian_texts_have_guillemets() {
        assert_eq!(typeset("Фільм \"Броненосець\" та пам'ять", Language::of("uk")), "Фільм «Броненосець» та пам’ять");
    }
}
