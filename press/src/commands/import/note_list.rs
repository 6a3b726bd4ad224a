//! Notes for the report, each of them once.

use std::collections::HashSet;

use super::note::Note;

/// Notes in order, without duplicates.
#[derive(Clone, Debug, Default)]
pub struct NoteList {
    notes: Vec<Note>,
    known: HashSet<Note>,
}

impl NoteList {
    /// Adds a note, unless there is one with these words.
    pub fn add(&mut self, note: Note) {
        if self.known.insert(note.clone()) {
            self.notes.push(note);
        }
    }

    /// The notes.
    pub fn into_notes(self) -> Vec<Note> {
        self.notes
    }
}

impl FromIterator<Note> for NoteList {
    fn from_iter<Notes: IntoIterator<Item = Note>>(notes: Notes) -> NoteList {
        let mut list = NoteList::default();
        notes.into_iter().for_each(|note| list.add(note));
        list
    }
}
