//! Notes for the report, each of them once.

use std::collections::HashSet;

/// Notes in order, without duplicates.
#[derive(Clone, Debug, Default)]
pub struct NoteList {
    notes: Vec<String>,
    known: HashSet<String>,
}

impl NoteList {
    /// Adds a note, unless there is one with these words.
    pub fn add(&mut self, note: impl Into<String>) {
        let note = note.into();
        if !self.known.contains(&note) {
            self.known.insert(note.clone());
            self.notes.push(note);
        }
    }

    /// The notes.
    pub fn into_notes(self) -> Vec<String> {
        self.notes
    }
}

impl FromIterator<String> for NoteList {
    fn from_iter<Notes: IntoIterator<Item = String>>(notes: Notes) -> NoteList {
        let mut list = NoteList::default();
        notes.into_iter().for_each(|note| list.add(note));
        list
    }
}
