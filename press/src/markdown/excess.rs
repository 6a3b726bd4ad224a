//! What authors are told when the HTML of a text is too much.

use super::html_growth::{Excess, LONGEST_TAG, MOST_MARKS};
use super::nesting::DEEPEST;
use crate::diagnostics::message::{Message, message};
use crate::diagnostics::notes::Notes;

/// Notes an excess on a line of a file.
pub fn note_excess(excess: Excess, line: u32, notes: &mut Notes) {
    let (what, remedy): (Message, &str) = match excess {
        Excess::Marks => (
            message!("more than {MOST_MARKS} elements such as <b> and <i> are open at once"),
            "close each where it ends, with </b> and the like",
        ),
        Excess::Depth => (
            message!("quotations, lists or elements are nested more than {DEEPEST} deep"),
            "nest them less, or close each where it ends",
        ),
        Excess::Size => (
            "the text would become many times as large on its page".into(),
            "close each element of raw HTML where it ends, or divide the text",
        ),
        Excess::Tag => (
            message!("a tag in raw HTML is longer than {LONGEST_TAG} bytes"),
            "close its quotation marks, and leave out attributes that readers do not need",
        ),
    };
    notes.note(line, what, remedy);
}
