//! Texts in several languages in one field, as qTranslate writes them: `[:en]Sea[:uk]Море[:]`.

use std::borrow::Cow;

use crate::commands::import::note::Note;
use crate::commands::import::note_list::NoteList;

/// The part of a text in `language` or, without one, its first part; a text in one language is not changed.
pub fn one_language<'a>(text: &'a str, language: &str, notes: &mut NoteList) -> Cow<'a, str> {
    if !text.contains("[:") && !text.contains("<!--:") {
        return Cow::Borrowed(text);
    }
    let mut parts: Vec<(&str, String)> = Vec::new();
    let mut common = String::new();
    let mut current: Option<usize> = None;
    let mut rest = text;
    while let Some((before, tag, after)) = next_tag(rest) {
        match current.and_then(|index| parts.get_mut(index)) {
            Some((_, part)) => part.push_str(before),
            None => common.push_str(before),
        }
        current = (!tag.is_empty()).then(|| {
            let known = parts.iter().position(|(own, _)| *own == tag);
            known.unwrap_or_else(|| {
                // What stands before the first part belongs to each of them.
                parts.push((tag, common.clone()));
                parts.len() - 1
            })
        });
        rest = after;
    }
    if parts.is_empty() {
        return Cow::Borrowed(text);
    }
    match current.and_then(|index| parts.get_mut(index)) {
        Some((_, part)) => part.push_str(rest),
        None => parts.iter_mut().for_each(|(_, part)| part.push_str(rest)),
    }
    let language = language.split('-').next().unwrap_or_default();
    let index = parts.iter().position(|(own, _)| own.eq_ignore_ascii_case(language)).unwrap_or(0);
    let (kept, part) = parts.swap_remove(index);
    let others: Vec<&str> = parts.iter().filter(|(_, part)| !part.trim().is_empty()).map(|(own, _)| *own).collect();
    if !others.is_empty() {
        let others = others.join(", ");
        notes.add(Note::changed(format!(
            "it was in several languages in one text: {kept} was imported, and {others} was left out"
        )));
    }
    Cow::Owned(part)
}

/// What is before the next tag, its language (none at the end of a part), and what is after it.
fn next_tag(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(place) = text.get(from..)?.find(['[', '<']).map(|place| from + place) {
        let rest = &text[place..];
        for (start, end) in [("[:", "]"), ("<!--:", "-->")] {
            let Some(inner) = rest.strip_prefix(start) else { continue };
            let length = inner.bytes().take_while(u8::is_ascii_lowercase).count();
            if (length == 0 || length == 2) && inner[length..].starts_with(end) {
                return Some((&text[..place], &inner[..length], &inner[length + end.len()..]));
            }
        }
        from = place + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::one_language;
    use crate::commands::import::note_list::NoteList;

    fn part(text: &str) -> (String, Vec<String>) {
        let mut notes = NoteList::default();
        let part = one_language(text, "uk-UA", &mut notes).into_owned();
        (part, notes.into_notes().into_iter().map(|note| note.what).collect())
    }

    #[test]
    fn the_part_in_the_newspapers_language_is_taken() {
        let note = "it was in several languages in one text: uk was imported, and en was left out";
        for text in ["[:en]Sea[:uk]Море[:]", "<!--:en-->Sea<!--:--><!--:uk-->Море<!--:-->"] {
            assert_eq!(part(text), (String::from("Море"), vec![String::from(note)]));
        }
        assert_eq!(part("[:de]Meer[:]"), (String::from("Meer"), Vec::new()));
        assert_eq!(part("A smile [: and <!--: x"), (String::from("A smile [: and <!--: x"), Vec::new()));
    }
}
