//! What the report says about one story, and what it asks of an editor.

/// What a note asks of an editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// The story needs work by hand.
    ToDo,
    /// A link leads to the old site: it works for as long as that stays.
    OldLink,
    /// Something of the old site is missing.
    LeftOut,
    /// Something differs from the old site; nothing needs to be done.
    Changed,
}

/// One line of the report.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Note {
    /// What it asks of an editor.
    pub kind: NoteKind,
    /// Its words, in lower case and without a full stop.
    pub what: String,
}

impl Note {
    /// A note about something that an editor has to do.
    pub fn to_do(what: impl Into<String>) -> Note {
        Note { kind: NoteKind::ToDo, what: what.into() }
    }

    /// A note about a link that leads to the old site.
    pub fn old_link(what: impl Into<String>) -> Note {
        Note { kind: NoteKind::OldLink, what: what.into() }
    }

    /// A note about something that was left out.
    pub fn left_out(what: impl Into<String>) -> Note {
        Note { kind: NoteKind::LeftOut, what: what.into() }
    }

    /// A note about something that differs from the old site.
    pub fn changed(what: impl Into<String>) -> Note {
        Note { kind: NoteKind::Changed, what: what.into() }
    }
}
