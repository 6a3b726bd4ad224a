//! The report of an import: what was done, and what is left to do.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use super::note::{Note, NoteKind};
use crate::diagnostics::escaped::escaped;

/// What an import did and what it could not do.
#[derive(Debug, Default)]
pub struct ImportReport {
    /// Stories written in this run.
    pub stories: usize,
    /// The number of drafts among them.
    pub drafts: usize,
    /// Authors written in this run.
    pub authors: usize,
    /// Pictures written in this run.
    pub pictures: usize,
    /// Existing stories that are exactly as this run would have written them.
    pub unchanged: usize,
    /// Existing stories that differ from what this run would have written; they are left unchanged.
    pub kept: usize,
    /// Existing authors.
    pub authors_there: usize,
    notes: Vec<(String, Note)>,
    /// The notes about the last title.
    last: HashSet<Note>,
    strangers: BTreeMap<String, Vec<String>>,
}

/// The maximum number of titles listed per kind.
const NAMED: usize = 10;

/// The number of stories from which on a note that they share is written only once.
const MANY: usize = 20;

/// The kinds of notes in the order in which they are written, each with its heading.
const KINDS: [(NoteKind, &str); 4] = [
    (NoteKind::ToDo, "to do by hand"),
    (NoteKind::LeftOut, "not imported"),
    (NoteKind::OldLink, "links that need the old site"),
    (NoteKind::Changed, "changed, for your information"),
];

impl ImportReport {
    /// Adds a note about the story called `title`; a repeated note is ignored.
    pub fn note(&mut self, title: &str, note: Note) {
        if self.notes.last().is_none_or(|(last, _)| last != title) {
            self.last.clear();
        }
        if self.last.insert(note.clone()) {
            self.notes.push((String::from(title), note));
        }
    }

    /// Sets the titles of everything that cannot be imported, by kind.
    pub fn strangers(&mut self, strangers: BTreeMap<String, Vec<String>>) {
        self.strangers = strangers;
    }
}

impl ImportReport {
    /// Writes the notes of one kind in order. A note that many stories share is written once, where it first appears.
    fn write_notes(&self, kind: NoteKind, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let notes = || self.notes.iter().filter(move |(_, note)| note.kind == kind);
        let mut shared: HashMap<&str, Vec<&str>> = HashMap::new();
        for (title, note) in notes() {
            shared.entry(&note.what).or_default().push(title);
        }
        for (title, Note { what, .. }) in notes() {
            let titles = shared.get(what.as_str()).map(Vec::as_slice).unwrap_or_default();
            if titles.len() <= MANY {
                writeln!(formatter, "  {}: {}", escaped(title), escaped(what))?;
            } else if titles.first() == Some(&title.as_str()) {
                let rest = titles.len() - NAMED;
                let (number, named) = (titles.len(), listed(&titles[..NAMED]));
                writeln!(formatter, "  {number} stories ({named}; and {rest} more): {}", escaped(what))?;
                shared.insert(what, vec![""; MANY + 1]);
            }
        }
        Ok(())
    }

    fn write_strangers(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (kind, titles) in &self.strangers {
            let named: Vec<&str> = titles.iter().map(String::as_str).filter(|title| !title.is_empty()).collect();
            write!(formatter, "  {}: {}", escaped(kind), titles.len())?;
            let rest = named.len().saturating_sub(NAMED);
            if !named.is_empty() {
                let more = if rest > 0 { format!("; and {rest} more") } else { String::new() };
                write!(formatter, " ({}{more})", listed(&named[..named.len() - rest]))?;
            }
            writeln!(formatter)?;
        }
        Ok(())
    }
}

impl fmt::Display for ImportReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let drafts = if self.drafts > 0 { format!(" ({})", count(self.drafts, "draft")) } else { String::new() };
        let (stories, authors) = (count(self.stories, "story"), count(self.authors, "author"));
        let pictures = count(self.pictures, "picture");
        writeln!(formatter, "press: written: {stories}{drafts}, {authors}, {pictures}")?;
        let (unchanged, kept) = (count(self.unchanged, "story"), count(self.kept, "story"));
        let authors = count(self.authors_there, "author");
        writeln!(
            formatter,
            "press: already there: {unchanged} unchanged, {kept} changed, {authors}; left as they are"
        )?;
        for (kind, heading) in KINDS {
            let notes = self.notes.iter().filter(|(_, note)| note.kind == kind).count();
            let strangers = if kind == NoteKind::LeftOut { self.strangers.len() } else { 0 };
            if notes + strangers > 0 {
                writeln!(formatter, "press: {heading}: {}", count(notes + strangers, "note"))?;
            }
            if strangers > 0 {
                self.write_strangers(formatter)?;
            }
            self.write_notes(kind, formatter)?;
        }
        Ok(())
    }
}

/// Titles, safe to print.
fn listed(titles: &[&str]) -> String {
    titles.iter().map(|title| escaped(title)).collect::<Vec<_>>().join("; ")
}

fn count(number: usize, what: &str) -> String {
    match (number, what) {
        (1, _) => format!("1 {what}"),
        (_, "story") => format!("{number} stories"),
        _ => format!("{number} {what}s"),
    }
}
