//! Reads the names of the rules that the newspaper or a story switches off.

use super::lined::Lined;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::diagnostics::rule::Rule;
use crate::diagnostics::spelling;

/// The rules with these names. Notes each name that is unknown or whose rule cannot be switched off.
pub fn switched_off(names: Vec<Lined<String>>, notes: &mut Notes) -> Vec<Rule> {
    let read = |Lined { line, value }: Lined<String>| {
        let rule = Rule::ALL.into_iter().find(|rule| rule.name() == value);
        match rule {
            None => {
                let remedy = match spelling::nearest(&value, choices()) {
                    Some(meant) => format!("did you mean \"{meant}\"?"),
                    None => format!("use one of {}", choices().collect::<Vec<_>>().join(", ")),
                };
                notes.note(line, message!("unknown rule \"{value}\""), remedy);
                None
            }
            Some(rule) if rule.only_stops() => {
                let what = message!("rule \"{value}\" cannot be switched off: it has only errors, which stop a build");
                notes.note(line, what, "leave it out");
                None
            }
            rule => rule,
        }
    };
    names.into_iter().filter_map(read).collect()
}

fn choices() -> impl Iterator<Item = &'static str> {
    Rule::ALL.into_iter().filter(|rule| !rule.only_stops()).map(Rule::name)
}
