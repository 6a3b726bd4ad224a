//! Names in bylines: "Jane Roe and John Doe", "Jane Roe, Harbour Editor".

use crate::commands::import::plain_text::plain_text;
use crate::locale::letters::first_characters;

/// A person or a group named in a byline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// What the byline says about them; may be empty.
    pub role: String,
}

/// Words that a name does not contain, but an office does.
const OFFICES: [&str; 56] = [
    "advisor",
    "advocate",
    "analyst",
    "architect",
    "assistant",
    "associate",
    "at",
    "board",
    "ceo",
    "cfo",
    "chair",
    "chairman",
    "chief",
    "columnist",
    "consultant",
    "contributor",
    "coo",
    "coordinator",
    "correspondent",
    "cto",
    "designer",
    "developer",
    "director",
    "editor",
    "engineer",
    "fellow",
    "for",
    "founder",
    "head",
    "intern",
    "journalist",
    "lead",
    "lecturer",
    "maintainer",
    "manager",
    "member",
    "of",
    "officer",
    "owner",
    "photographer",
    "president",
    "producer",
    "professor",
    "programmer",
    "reporter",
    "researcher",
    "scientist",
    "secretary",
    "staff",
    "student",
    "writer",
    "директор",
    "директорка",
    "журналіст",
    "журналістка",
    "редактор",
];

/// Maximum length of a byline in characters.
const LONGEST: usize = 1_000;

/// Words between two names.
const AND: [&str; 10] = [" and ", " & ", " und ", " et ", " та ", " і ", " й ", " и ", " + ", "; "];

/// The persons and groups in a byline, in order. An e-mail address is never a name.
pub fn names(byline: &str) -> Vec<Named> {
    let byline = first_characters(byline, LONGEST);
    let text = without_addresses(&plain_text(&without_links(byline)));
    let text = text.strip_prefix("By ").or_else(|| text.strip_prefix("by ")).unwrap_or(&text);
    let mut people: Vec<Named> = Vec::new();
    for part in text.split(" on behalf of ").flat_map(divided) {
        let (part, mut role) = without_role(part.trim());
        let part = part.trim_matches(|letter: char| letter.is_whitespace() || ",;/|".contains(letter));
        let part = part.strip_prefix("and ").unwrap_or(part);
        if let Some(last) = people.last_mut()
            && is_suffix(part)
        {
            last.name = format!("{}, {part}", last.name);
            continue;
        }
        let mut name = String::from(part.trim_start_matches('@'));
        if let Some(rest) = name.strip_prefix("the ") {
            name = format!("The {rest}");
        }
        if !name.chars().any(char::is_alphanumeric) || name.contains('@') || name.contains("://") {
            continue;
        }
        if people.iter().all(|known| known.name.to_lowercase() != name.to_lowercase()) {
            people.push(Named { name, role: std::mem::take(&mut role) });
        }
    }
    people
}

/// Divides a byline at commas and "and". What follows a name and is its office stays with it, after a line break.
fn divided(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let first_words = parts.last().map(|last| last.split('\n').next().unwrap_or_default().split(' ').count());
        let has_office = parts.last().is_some_and(|last| last.contains('\n'));
        let is_one_word = !part.contains(' ') && first_words.is_some_and(|count| count > 1);
        match parts.last_mut() {
            Some(last) if (is_office(part) || is_one_word) && !is_suffix(part) => {
                last.push_str(if has_office { ", " } else { "\n" });
                last.push_str(part);
            }
            _ => parts.extend(at_and(part)),
        }
    }
    parts
}

fn at_and(text: &str) -> Vec<String> {
    let found = AND.iter().filter_map(|and| text.find(and).map(|place| (place, and.len()))).min();
    match found {
        Some((place, length)) => {
            let mut parts = vec![String::from(&text[..place])];
            parts.extend(at_and(&text[place + length..]));
            parts
        }
        None => vec![String::from(text)],
    }
}

fn is_office(text: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    words.any(|word| OFFICES.contains(&word.as_str()))
}

fn is_suffix(text: &str) -> bool {
    ["jr", "jr.", "sr", "sr.", "phd", "ph.d.", "md", "m.d.", "ii", "iii", "esq."]
        .contains(&text.to_lowercase().as_str())
}

/// A name without what stands after it on a line of its own or in parentheses, and that.
fn without_role(part: &str) -> (&str, String) {
    let (name, role) = part.split_once('\n').unwrap_or((part, ""));
    match name.split_once('(').and_then(|(name, rest)| Some((name, rest.strip_suffix(')')?))) {
        Some((name, inner)) if !name.trim().is_empty() => {
            let role = if role.is_empty() { String::from(inner.trim()) } else { format!("{}, {role}", inner.trim()) };
            (name.trim(), role)
        }
        _ => (name, String::from(role)),
    }
}

/// The words of Markdown links.
fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(place) = rest.find("](") {
        let Some(length) = rest[place..].find(')') else { break };
        let open = rest[..place].rfind('[');
        out.push_str(&rest[..open.unwrap_or(place)]);
        out.push_str(open.map_or("", |open| &rest[open + 1..place]));
        rest = &rest[place + length + 1..];
    }
    out + rest
}

/// The text without e-mail addresses and the brackets around them.
fn without_addresses(text: &str) -> String {
    let is_address = |word: &str| {
        let word = word.trim_matches(|letter: char| "<>()[],;:".contains(letter));
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| if is_address(word) { if word.ends_with(',') { "," } else { "" } } else { word })
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").replace(" ,", ",")
}

#[cfg(test)]
mod tests {
    use super::names;

    fn read(byline: &str) -> Vec<(String, String)> {
        names(byline).into_iter().map(|named| (named.name, named.role)).collect()
    }

    fn plain(byline: &str) -> Vec<String> {
        names(byline).into_iter().map(|named| named.name).collect()
    }

    #[test]
    fn several_names_may_stand_in_one_byline() {
        assert_eq!(plain("Jane Roe"), ["Jane Roe"]);
        assert_eq!(plain("Jane Roe and John Doe"), ["Jane Roe", "John Doe"]);
        assert_eq!(plain("Jane Roe, John Doe, and Ann Poe"), ["Jane Roe", "John Doe", "Ann Poe"]);
        assert_eq!(plain("By Jane Roe & the Harbour Desk"), ["Jane Roe", "The Harbour Desk"]);
        assert_eq!(plain("Ann, Bea, Cleo and Dora"), ["Ann", "Bea", "Cleo", "Dora"]);
        assert_eq!(plain("Олена Коваль та Іван Коваль"), ["Олена Коваль", "Іван Коваль"]);
        assert_eq!(plain("Jane Roe, on behalf of the Harbour Team"), ["Jane Roe", "The Harbour Team"]);
        assert_eq!(plain("Jane Roe and @quay-keeper"), ["Jane Roe", "quay-keeper"]);
        assert_eq!(plain("Jane Roe, Jane Roe"), ["Jane Roe"]);
    }

    #[test]
    fn an_office_is_not_an_author() {
        let pair = |name: &str, role: &str| vec![(String::from(name), String::from(role))];
        assert_eq!(read("Jane Roe, Harbour Editor"), pair("Jane Roe", "Harbour Editor"));
        assert_eq!(read("Jane Roe, Software Engineer, Quays"), pair("Jane Roe", "Software Engineer, Quays"));
        assert_eq!(read("Jane Roe, Quays"), pair("Jane Roe", "Quays"));
        assert_eq!(read("Jane Roe (Harbour Desk)"), pair("Jane Roe", "Harbour Desk"));
        assert_eq!(read("Jane Roe, Jr."), pair("Jane Roe, Jr.", ""));
    }

    #[test]
    fn an_e_mail_address_is_never_a_name() {
        assert_eq!(plain("Jane Roe <jane@paper.example>"), ["Jane Roe"]);
        assert_eq!(plain("jane@paper.example, John Doe (john@paper.example)"), ["John Doe"]);
        assert_eq!(plain("[Jane Roe](mailto:jane@paper.example)"), ["Jane Roe"]);
        assert_eq!(plain("jane@paper.example"), Vec::<String>::new());
    }
}
