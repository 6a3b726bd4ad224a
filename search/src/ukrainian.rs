//! Ukrainian inflection, as far as search needs it: the endings of nouns and adjectives, and what changes before them.
//!
//! The stemmer of the Snowball project also handles verbs, and therefore cuts nouns too short («порти» becomes
//! «пор», «порт» stays); readers of a newspaper search for nouns. Forms that no cutting can bring together
//! («ринок», «ринку»; «Київ», «Києва») are matched on the side of the query: see [`kin`].

/// The endings, longest first.
const ENDINGS: [&str; 44] = [
    "ового",
    "овому",
    "ями",
    "ами",
    "ими",
    "ого",
    "ому",
    "ові",
    "еві",
    "єві",
    "ою",
    "ею",
    "єю",
    "ах",
    "ях",
    "ам",
    "ям",
    "их",
    "іх",
    "їх",
    "ий",
    "ій",
    "їй",
    "ої",
    "им",
    "їм",
    "ом",
    "ем",
    "єм",
    "ів",
    "їв",
    "ию",
    "ію",
    "а",
    "я",
    "о",
    "е",
    "є",
    "и",
    "і",
    "ї",
    "у",
    "ю",
    "ь",
];

/// The minimum number of letters in a stem, so that short words stay as they are.
const LEAST: usize = 2;

const VOWELS: &str = "аеєиіїоуюя";

/// The stem of a lower-case word.
pub fn stem(word: &str) -> String {
    let mut stem = word;
    for ending in ENDINGS {
        if let Some(rest) = stem.strip_suffix(ending)
            && rest.chars().count() >= LEAST
            && may_be_cut(rest, ending)
        {
            stem = rest;
            break;
        }
    }
    let stem = stem.trim_end_matches(['ь', 'й']);
    // Знання, знань: a consonant is doubled before the ending.
    let mut letters: Vec<char> = stem.chars().collect();
    if let [.., one, other] = letters[..]
        && one == other
        && !VOWELS.contains(one)
        && letters.len() > LEAST + 1
    {
        letters.pop();
    }
    letters.into_iter().collect()
}

/// «Гнів» and «Київ» have no ending: before an ending of several letters, a stem must have a vowel, and not only as
/// its second and last letter.
fn may_be_cut(rest: &str, ending: &str) -> bool {
    let is_vowel = |letter: char| VOWELS.contains(letter);
    let one_letter = ending.chars().count() == 1;
    one_letter || rest.contains(is_vowel) && (!rest.ends_with(is_vowel) || rest.chars().count() > LEAST)
}

/// Other stems under which a word with this stem is indexed: «ніч» under that of «ночі», «Київ» under that of
/// «Києва». Indexing these aliases saves the query, for the many words with these vowels, a second lookup elsewhere
/// in the alphabet.
pub fn aliases(stem: &str) -> Vec<String> {
    match last_vowel(stem) {
        Some((place, 'і')) => ["о", "е"].map(|vowel| with(stem, place, vowel)).to_vec(),
        Some((place, 'ї')) => vec![with(stem, place, "є")],
        _ => Vec::new(),
    }
}

/// The stems that other forms of a word in a query may have, if its own is this one.
pub fn kin(stem: &str) -> Vec<String> {
    let mut kin = aliases(stem);
    let mut letters = stem.chars().rev();
    let (Some(last), before) = (letters.next(), letters.next()) else { return kin };
    let rest = &stem[..stem.len() - last.len_utf8()];
    let is_consonant = |letter: Option<char>| letter.is_some_and(|letter| !VOWELS.contains(letter));
    // Політика, політиці; нога, нозі; муха, мусі.
    for (one, other) in [('к', 'ц'), ('г', 'з'), ('х', 'с')] {
        if last == one {
            kin.push([rest, &String::from(other)].concat());
        } else if last == other {
            kin.push([rest, &String::from(one)].concat());
        }
    }
    // Людей, люди; but музей, музею.
    if last == 'е' {
        kin.push(String::from(rest));
    } else if is_consonant(Some(last)) {
        kin.push([stem, "е"].concat());
    }
    // Ринок, ринку; день, дня: a vowel that drops out.
    if "кцрлн".contains(last) {
        match before {
            Some('о' | 'е') if is_consonant(letters.next()) => {
                let start = &rest[..rest.len() - 'о'.len_utf8()];
                kin.push([start, &String::from(last)].concat());
            }
            before if is_consonant(before) => {
                kin.extend(["о", "е"].map(|vowel| [rest, vowel, &String::from(last)].concat()));
            }
            _ => {}
        }
    }
    kin
}

/// The last vowel of a stem, with its place in bytes; `None` if the stem ends with it.
fn last_vowel(stem: &str) -> Option<(usize, char)> {
    let found = stem.char_indices().rev().find(|(_, letter)| VOWELS.contains(*letter));
    found.filter(|(place, letter)| place + letter.len_utf8() < stem.len())
}

/// `stem` with another vowel at `place`. Every vowel has two bytes.
fn with(stem: &str, place: usize, vowel: &str) -> String {
    [&stem[..place], vowel, &stem[place + vowel.len()..]].concat()
}
