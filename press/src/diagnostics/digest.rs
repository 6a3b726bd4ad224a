//! Groups diagnostics: one kind of fault in 200 places becomes one entry that lists the first few.

use std::collections::{HashMap, HashSet};
use std::fmt::{Display, Write};
use std::hash::Hash;
use std::rc::Rc;

use super::diagnostic::Diagnostic;

/// The most faults of one kind that are listed separately. More of them become one entry with this many places.
const FEW: usize = 5;

/// Writes the grouped list in its original order, without a line feed at the end. The last line is the number of faults
/// that are not shown, if any.
pub fn digest(list: &[Diagnostic], write: impl Fn(&Diagnostic) -> String) -> String {
    let groups = groups(list);
    let mut text = String::new();
    let mut hidden = 0;
    for (place, fault) in list.iter().enumerate() {
        let Some(group) = groups.get(&place) else {
            writeln(&mut text, &write(fault));
            continue;
        };
        if group[0] != place {
            continue;
        }
        writeln(&mut text, &write(fault));
        let others = &group[1..];
        writeln(&mut text, &format_args!("  and in {} more places, starting with", others.len()));
        let shown = others.iter().take(FEW - 1).map(|other| &list[*other]);
        for other in shown {
            let what = if *other.message == *fault.message { String::new() } else { format!(": {}", other.message) };
            writeln(&mut text, &format_args!("    {}{what}", other.place()));
        }
        hidden += others.len().saturating_sub(FEW - 1);
    }
    if hidden > 0 {
        writeln(&mut text, &format_args!("{hidden} more not shown: --all lists every one"));
    }
    text.truncate(text.trim_end().len());
    text
}

fn writeln(text: &mut String, line: &impl Display) {
    // Writing into memory does not fail.
    _ = writeln!(text, "{line}");
}

/// The group of each fault that is one of many of its kind, as indices in order. Faults with identical messages form a
/// group of their own, apart from others of their kind.
fn groups(list: &[Diagnostic]) -> HashMap<usize, Rc<[usize]>> {
    let same = many(list, 0..list.len(), |fault| (fault.rule, &*fault.message, fault.remedy.as_str()));
    let is_same: HashSet<usize> = same.iter().flatten().copied().collect();
    let rest = (0..list.len()).filter(|place| !is_same.contains(place));
    let alike = many(list, rest, |fault| (fault.rule, fault.message.kind()));
    let mut groups = HashMap::new();
    for group in same.into_iter().chain(alike).map(Rc::<[usize]>::from) {
        groups.extend(group.iter().map(|place| (*place, group.clone())));
    }
    groups
}

/// The faults at `places` that share a key, as groups of indices; groups of no more than [`FEW`] are left out.
fn many<'a, K: Eq + Hash>(
    list: &'a [Diagnostic],
    places: impl Iterator<Item = usize>,
    key: impl Fn(&'a Diagnostic) -> K,
) -> Vec<Vec<usize>> {
    let mut by_key: HashMap<K, Vec<usize>> = HashMap::new();
    places.for_each(|place| by_key.entry(key(&list[place])).or_default().push(place));
    by_key.into_values().filter(|group| group.len() > FEW).collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::diagnostic::Diagnostic;
    use crate::diagnostics::message::{Message, message};

    fn digest(list: &[Diagnostic]) -> String {
        super::digest(list, ToString::to_string)
    }

    fn mistake(file: usize, message: Message) -> Diagnostic {
        Diagnostic::mistake(format!("town/s{file}.md"), Some(3), message, "fix it")
    }

    fn picture(file: usize) -> Diagnostic {
        mistake(file, message!("picture \"{file}.jpg\" is not there"))
    }

    #[test]
    fn a_few_of_a_kind_are_listed_one_by_one() {
        let list: Vec<Diagnostic> = (1..=5).map(picture).collect();
        let whole: Vec<String> = list.iter().map(ToString::to_string).collect();
        assert_eq!(digest(&list), whole.join("\n"));
        assert_eq!(digest(&[]), "");
    }

    #[test]
    fn many_of_a_kind_become_one_entry_with_a_count_and_the_first_places() {
        let mut list: Vec<Diagnostic> = (1..=200).map(picture).collect();
        list.insert(1, mistake(1, message!("title is missing")));
        let expected = "town/s1.md:3: picture \"1.jpg\" is not there\n  remedy: fix it\n  \
                        and in 199 more places, starting with\n    \
                        town/s2.md:3: picture \"2.jpg\" is not there\n    \
                        town/s3.md:3: picture \"3.jpg\" is not there\n    \
                        town/s4.md:3: picture \"4.jpg\" is not there\n    \
                        town/s5.md:3: picture \"5.jpg\" is not there\n\
                        town/s1.md:3: title is missing\n  remedy: fix it\n\
                        195 more not shown: --all lists every one";
        assert_eq!(digest(&list), expected);
    }

    #[test]
    fn faults_with_identical_messages_are_grouped_apart_from_others_of_their_kind() {
        let unknown = |file, key: &str| mistake(file, message!("unknown key \"{key}\""));
        let mut list: Vec<Diagnostic> = (1..=7).map(|file| unknown(file, "autor")).collect();
        list.push(unknown(8, "descripton"));
        let expected = "town/s1.md:3: unknown key \"autor\"\n  remedy: fix it\n  \
                        and in 6 more places, starting with\n    \
                        town/s2.md:3\n    town/s3.md:3\n    town/s4.md:3\n    town/s5.md:3\n\
                        town/s8.md:3: unknown key \"descripton\"\n  remedy: fix it\n\
                        2 more not shown: --all lists every one";
        assert_eq!(digest(&list), expected);
    }
}
