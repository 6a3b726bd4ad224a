//! The report of an import: what was done, and what is left to do.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

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
    notes: Vec<(String, String)>,
    /// The notes about the last title.
    last: HashSet<String>,
    strangers: BTreeMap<String, Vec<String>>,
}

/// The maximum number of titles listed per kind.
const NAMED: usize = 10;

/// The number of stories from which on a note that they share is written only once.
const MANY: usize = 20;

impl ImportReport {
    /// Adds a note about the story called `title`; a repeated note is ignored.
    pub fn note(&mut self, title: &str, what: impl Into<String>) {
        let note = (String::from(title), what.into());
        if self.notes.last().is_none_or(|(last, _)| *last != note.0) {
            self.last.clear();
        }
        if self.last.insert(note.1.clone()) {
            self.notes.push(note);
        }
    }

    /// Sets the titles of everything that cannot be imported, by kind.
    pub fn strangers(&mut self, strangers: BTreeMap<String, Vec<String>>) {
        self.strangers = strangers;
    }

    /// All notes, as pairs of a story's title and the text.
    pub fn notes(&self) -> &[(String, String)] {
        &self.notes
    }
}

impl ImportReport {
    /// Writes the notes in order. A note that many stories share is written once, where it first appears.
    fn write_notes(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shared: HashMap<&str, Vec<&str>> = HashMap::new();
        for (title, what) in &self.notes {
            shared.entry(what).or_default().push(title);
        }
        for (title, what) in &self.notes {
            let titles = shared.get(what.as_str()).map(Vec::as_slice).unwrap_or_default();
            if titles.len() <= MANY {
                writeln!(formatter, "  {title}: {what}")?;
            } else if titles.first() == Some(&title.as_str()) {
                let rest = titles.len() - NAMED;
                writeln!(
                    formatter,
                    "  {} stories ({}; and {rest} more): {what}",
                    titles.len(),
                    titles[..NAMED].join("; ")
                )?;
                shared.insert(what, vec![""; MANY + 1]);
            }
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
        if self.notes.is_empty() && self.strangers.is_empty() {
            return Ok(());
        }
        writeln!(formatter, "press: not imported, or to be checked:")?;
        for (kind, titles) in &self.strangers {
            let named: Vec<&str> = titles.iter().map(String::as_str).filter(|title| !title.is_empty()).collect();
            write!(formatter, "  {kind}: {}", titles.len())?;
            let rest = named.len().saturating_sub(NAMED);
            if !named.is_empty() {
                let more = if rest > 0 { format!("; and {rest} more") } else { String::new() };
                write!(formatter, " ({}{more})", named[..named.len() - rest].join("; "))?;
            }
            writeln!(formatter)?;
        }
        self.write_notes(formatter)
    }
}

fn count(number: usize, what: &str) -> String {
    match (number, what) {
        (1, _) => format!("1 {what}"),
        (_, "story") => format!("{number} stories"),
        _ => format!("{number} {what}s"),
    }
}
