//! Smart punctuation, for the text of a story and for its front matter: curly quotation marks (guillemets in
//! Ukrainian), an en dash for `--`, an em dash for `---` and an ellipsis for `...`.

use journal::words::Words;

use super::language::Language;
use super::letters::is_part_of_word;

/// A piece of a line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text to be set.
    Text(String),
    /// Something that stays as it is and reads like this character: a letter for code, a space for a line end.
    Fixed(char),
}

/// `text` with smart punctuation.
pub fn typeset(text: &str, language: Language) -> String {
    let mut pieces = [Piece::Text(String::from(text))];
    typeset_pieces(&mut pieces, language);
    match pieces {
        [Piece::Text(set)] => set,
        [Piece::Fixed(_)] => String::new(),
    }
}

/// Sets the pieces of a line, which is read as one: a quotation may begin in one piece and end in another.
pub fn typeset_pieces(pieces: &mut [Piece], language: Language) {
    let has_work = |piece: &Piece| match piece {
        Piece::Text(text) => {
            text.contains(['"', '\'']) || ["--", "...", "<<", ">>"].iter().any(|sign| text.contains(sign))
        }
        Piece::Fixed(_) => false,
    };
    if !pieces.iter().any(has_work) {
        return;
    }
    let line = Line::of(pieces);
    let mut set = vec![String::new(); pieces.len()];
    line.set(language, &mut set);
    for (piece, set) in pieces.iter_mut().zip(set) {
        if let Piece::Text(text) = piece {
            *text = set;
        }
    }
}

/// A line, character by character.
struct Line {
    /// Each character with the number of its piece.
    signs: Vec<(char, usize)>,
    /// For each character, whether it is an apostrophe that may close a quotation.
    closes: Vec<bool>,
}

impl Line {
    fn of(pieces: &[Piece]) -> Line {
        let mut signs = Vec::new();
        for (number, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Text(text) => signs.extend(text.chars().map(|sign| (sign, number))),
                Piece::Fixed(sign) => signs.push((*sign, number)),
            }
        }
        let mut line = Line { signs, closes: Vec::new() };
        line.closes = (0..line.signs.len()).map(|place| line.ends_single_quotation(place)).collect();
        line
    }

    fn sign(&self, place: usize) -> Option<char> {
        self.signs.get(place).map(|(sign, _)| *sign)
    }

    /// How often the sign at `place` stands there and at the following places of the same piece; at most `most`.
    fn run(&self, place: usize, most: usize) -> usize {
        let Some(first) = self.signs.get(place) else { return 0 };
        self.signs[place..].iter().take(most).take_while(|next| *next == first).count()
    }

    fn set(&self, language: Language, set: &mut [String]) {
        let (open, close) = match language.words() {
            Words::English => ('“', '”'),
            Words::Ukrainian => ('«', '»'),
        };
        // The next apostrophe that may close a quotation; each closes one at most.
        let mut closing = 0;
        let mut place = 0;
        while let Some((sign, piece)) = self.signs.get(place).copied() {
            // Only what is asked for is counted: a text may consist of one sign.
            let (done, sign) = match sign {
                '-' => {
                    let run = self.run(place, usize::MAX);
                    set[piece].push_str(&if run > 1 { dashes(run) } else { String::from('-') });
                    place += run;
                    continue;
                }
                '.' if self.run(place, 3) == 3 => (3, '…'),
                '<' if self.run(place, 2) == 2 => (2, '«'),
                '>' if self.run(place, 2) == 2 => (2, '»'),
                '"' => (1, if self.opens(place) { open } else { close }),
                '\'' => (1, if self.opens_single_quotation(place, &mut closing) { '‘' } else { '’' }),
                other => (1, other),
            };
            set[piece].push(sign);
            place += done;
        }
    }

    /// Whether a quotation mark opens a quotation: as in CommonMark, by what stands on its two sides.
    ///
    /// Source: <https://spec.commonmark.org/0.31.2/#delimiter-run>. A mark between two signs, which the specification
    /// leaves open, opens after an opening sign or a dash.
    fn opens(&self, place: usize) -> bool {
        let before = place.checked_sub(1).and_then(|before| self.sign(before)).unwrap_or(' ');
        let after = self.sign(place + 1).unwrap_or(' ');
        if after.is_whitespace() {
            return false;
        }
        match (before.is_whitespace(), is_sign(before), is_sign(after)) {
            (true, _, _) => true,
            (_, true, false) => before != ')' && before != ']',
            (_, true, true) => "([{<«“‘„‚—–-/=".contains(before),
            (_, false, _) => false,
        }
    }

    /// Whether an apostrophe opens a quotation rather than stand for left-out letters: the ’90s, ’tis, rock ’n’ roll.
    fn opens_single_quotation(&self, place: usize, closing: &mut usize) -> bool {
        if !self.opens(place) || self.is_elision(place) {
            return false;
        }
        *closing = (*closing).max(place + 1);
        while self.closes.get(*closing).is_some_and(|closes| !closes) {
            *closing += 1;
        }
        let is_closed = *closing < self.closes.len();
        *closing += usize::from(is_closed);
        is_closed
    }

    fn ends_single_quotation(&self, place: usize) -> bool {
        self.sign(place) == Some('\'')
            && !self.opens(place)
            && !self.sign(place + 1).is_some_and(is_part_of_word)
            && place > 0
    }

    fn is_elision(&self, place: usize) -> bool {
        const WORDS: [&str; 9] = ["bout", "cause", "em", "n", "round", "til", "tis", "twas", "twere"];
        const LONGEST: usize = 6;
        let after = self.signs[place + 1..].iter().map(|(sign, _)| *sign).take(LONGEST);
        let word: String = after.take_while(|sign| is_part_of_word(*sign)).collect();
        let digits = word.chars().take_while(char::is_ascii_digit).count();
        WORDS.iter().any(|elided| word.eq_ignore_ascii_case(elided))
            || digits == 2 && word[2..].chars().all(|rest| rest == 's')
    }
}

/// Hyphens as dashes: `--` is an en dash, `---` an em dash, and longer runs are made of one kind where they can be.
fn dashes(hyphens: usize) -> String {
    let (em, en) = match (hyphens % 3, hyphens % 2) {
        (0, _) => (hyphens / 3, 0),
        (_, 0) => (0, hyphens / 2),
        (2, _) => ((hyphens - 2) / 3, 1),
        _ => ((hyphens - 4) / 3, 2),
    };
    ["—".repeat(em), "–".repeat(en)].concat()
}

fn is_sign(letter: char) -> bool {
    !letter.is_whitespace() && !is_part_of_word(letter)
}

#[cfg(test)]
mod tests {
    use super::{Piece, typeset, typeset_pieces};
    use crate::locale::language::Language;

    fn english(text: &str) -> String {
        typeset(text, Language::of("en"))
    }

    fn ukrainian(text: &str) -> String {
        typeset(text, Language::of("uk"))
    }

    #[test]
    fn typewriter_punctuation_becomes_printed_punctuation() {
        let text = english("The city's \"old\" port -- and 'new' one --- in the '90s...");
        assert_eq!(text, "The city’s “old” port – and ‘new’ one — in the ’90s…");
        assert_eq!(english("----, -----, <<a>> ...."), "––, —–, «a» ….");
    }

    #[test]
    fn ukrainian_texts_have_guillemets() {
        assert_eq!(ukrainian("Фільм \"Броненосець\" та пам'ять"), "Фільм «Броненосець» та пам’ять");
    }

    #[test]
    fn a_quotation_opens_after_a_hyphen_or_another_sign() {
        assert_eq!(ukrainian("Екс-\"регіонал\" і псевдо-\"референдум\""), "Екс-«регіонал» і псевдо-«референдум»");
        for (text, set) in [
            ("An ex-\"president\" (\"Old Harry\")", "An ex-“president” (“Old Harry”)"),
            ("and/or \"x\"/\"y\", a=\"b\", №\"7\"", "and/or “x”/“y”, a=“b”, №“7”"),
            ("He said:\"No.\" \"'Yes,' she said.\"", "He said:“No.” “‘Yes,’ she said.”"),
            ("(\"...and then\") --\"...so\"", "(“…and then”) –“…so”"),
            ("\"Is it?\"-\"It is.\"", "“Is it?”-“It is.”"),
            ("6'2\" tall", "6’2” tall"),
        ] {
            assert_eq!(english(text), set);
        }
    }

    #[test]
    fn an_apostrophe_opens_only_what_another_one_closes() {
        for (text, set) in [
            ("rock 'n' roll", "rock ’n’ roll"),
            ("'tis the boys' '90s", "’tis the boys’ ’90s"),
            ("'2024 was bad,' he said", "‘2024 was bad,’ he said"),
            ("'don't' and 'won't'", "‘don’t’ and ‘won’t’"),
            ("the 'ouse", "the ’ouse"),
        ] {
            assert_eq!(english(text), set);
        }
    }

    #[test]
    fn a_letter_with_a_stress_mark_is_a_letter() {
        assert_eq!(ukrainian("\"Плоди\u{301}\"."), "«Плоди\u{301}».");
    }

    #[test]
    fn pieces_are_read_as_one_line() {
        let text = |text: &str| Piece::Text(String::from(text));
        let mut pieces = [text("'"), text("new"), text("' and \""), Piece::Fixed('x'), text("\"")];
        typeset_pieces(&mut pieces, Language::of("en"));
        assert_eq!(pieces, [text("‘"), text("new"), text("’ and “"), Piece::Fixed('x'), text("”")]);
    }
}
