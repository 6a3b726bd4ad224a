//! What became of an export: said at the end, so that an editor knows what is left to do.

use std::collections::BTreeMap;
use std::fmt;

/// What an import has done, and what it could not.
#[derive(Debug, Default)]
pub struct Report {
    /// Stories written by this run.
    pub stories: usize,
    /// How many of them are drafts.
    pub drafts: usize,
    /// Authors written by this run.
    pub authors: usize,
    /// Pictures written by this run.
    pub pictures: usize,
    /// Stories that were there already, as this run would have written them.
    pub unchanged: usize,
    /// Stories that were there already with other words; they are left as they are.
    pub kept: usize,
    /// Authors that were there already.
    pub authors_there: usize,
    notes: Vec<(String, String)>,
    strangers: BTreeMap<String, Vec<String>>,
}

/// How many titles of one kind are named.
const NAMED: usize = 10;

impl Report {
    /// Notes something about the story called `title`; the same thing is noted once.
    pub fn note(&mut self, title: &str, what: impl Into<String>) {
        let note = (String::from(title), what.into());
        if !self.notes.iter().rev().take_while(|(other, _)| *other == note.0).any(|other| *other == note) {
            self.notes.push(note);
        }
    }

    /// Notes what has no place here, by its kind.
    pub fn strangers(&mut self, strangers: BTreeMap<String, Vec<String>>) {
        self.strangers = strangers;
    }

    /// All that was noted: the title of a story each, and what an editor should know.
    pub fn notes(&self) -> &[(String, String)] {
        &self.notes
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let drafts = if self.drafts > 0 { format!(" ({})", count(self.drafts, "draft")) } else { String::new() };
        let (stories, authors) = (count(self.stories, "story"), count(self.authors, "author"));
        let pictures = count(self.pictures, "picture");
        writeln!(formatter, "press: written: {stories}{drafts}, {authors}, {pictures}")?;
        let (unchanged, kept) = (count(self.unchanged, "story"), count(self.kept, "story"));
        let authors = count(self.authors_there, "author");
        writeln!(
            formatter,
            "press: there already: {unchanged} unchanged, {kept} with other words, {authors}; left as they are"
        )?;
        if self.notes.is_empty() && self.strangers.is_empty() {
            return Ok(());
        }
        writeln!(formatter, "press: not taken over, or to be looked at:")?;
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
        for (title, what) in &self.notes {
            writeln!(formatter, "  {title}: {what}")?;
        }
        Ok(())
    }
}

fn count(number: usize, what: &str) -> String {
    match (number, what) {
        (1, _) => format!("1 {what}"),
        (_, "story") => format!("{number} stories"),
        _ => format!("{number} {what}s"),
    }
}
