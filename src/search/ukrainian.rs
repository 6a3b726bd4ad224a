//! Ukrainian inflection, as far as search needs it: the endings of nouns and adjectives, and what changes before them.
//!
//! The stemmer of the Snowball project takes verbs into account, too, and then cuts nouns too short («порти» becomes «пор»,
//! «порт» stays); a newspaper is searched for nouns. What no cutting can bring together («ринок», «ринку»; «Київ», «Києва»)
//! is found from the reader's side: see [`kin`].

/// The endings, the longest first.
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

/// Letters that a stem has at least, so that short words stay what they are.
const LEAST: usize = 2;

const VOWELS: &str = "аеєиіїоуюя";

/// The stem of a word in small letters.
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
    // Знання, знань: a consonant that is doubled before the ending.
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

/// «Гнів» and «Київ» have no ending: a stem has a vowel, and not as its second and last letter.
fn may_be_cut(rest: &str, ending: &str) -> bool {
    let is_vowel = |letter: char| VOWELS.contains(letter);
    let one_letter = ending.chars().count() == 1;
    one_letter || rest.contains(is_vowel) && (!rest.ends_with(is_vowel) || rest.chars().count() > LEAST)
}

/// Stems that other forms of the same word may have.
pub fn kin(stem: &str) -> Vec<String> {
    let letters: Vec<char> = stem.chars().collect();
    let mut kin: Vec<String> = Vec::new();
    let mut add = |letters: Vec<char>| {
        let word: String = letters.into_iter().collect();
        if word != stem && !kin.contains(&word) {
            kin.push(word);
        }
    };
    let Some(&last) = letters.last() else { return kin };
    let with_last = |letter: char| [&letters[..letters.len() - 1], &[letter]].concat();
    // Політика, політиці; нога, нозі; муха, мусі.
    for (one, other) in [('к', 'ц'), ('г', 'з'), ('х', 'с')] {
        if last == one {
            add(with_last(other));
        } else if last == other {
            add(with_last(one));
        }
    }
    // Людей, люди; but музей, музею.
    if last == 'е' {
        add(letters[..letters.len() - 1].to_vec());
    } else if !VOWELS.contains(last) {
        add([&letters[..], &['е']].concat());
    }
    let vowels: Vec<usize> = (0..letters.len()).filter(|place| VOWELS.contains(letters[*place])).collect();
    // Ніч, ночі; камінь, каменя; Київ, Києва: a vowel that is another in an open syllable.
    if let Some(&place) = vowels.last() {
        let others: &[char] = match letters[place] {
            'і' => &['о', 'е'],
            'ї' => &['є'],
            'о' | 'е' => &['і'],
            'є' => &['ї'],
            _ => &[],
        };
        for other in others {
            let mut changed = letters.clone();
            changed[place] = *other;
            add(changed);
        }
    }
    // Ринок, ринку; день, дня: a vowel that comes and goes.
    if let [.., before, vowel @ ('о' | 'е'), _] = letters[..]
        && !VOWELS.contains(before)
        && VOWELS.contains(vowel)
    {
        add([&letters[..letters.len() - 2], &[last]].concat());
    }
    if let [.., before, _] = letters[..]
        && !VOWELS.contains(before)
        && !VOWELS.contains(last)
    {
        for vowel in ['о', 'е'] {
            add([&letters[..letters.len() - 1], &[vowel, last]].concat());
        }
    }
    kin
}
