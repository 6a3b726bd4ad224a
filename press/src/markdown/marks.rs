//! Markup of other programs in a text, such as Hugo's shortcodes: readers would see it as written.

use std::cell::OnceCell;

use super::anchors::Anchors;
use crate::content::shown::mark_in;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;

/// Notes a shortcode or a variable on `line` of the file.
fn note_mark(mark: &str, line: u32, notes: &mut Notes) {
    let what = message!("{mark} is markup of another program: readers would see it");
    notes.note(line, what, "write what it stands for in Markdown, or \\{ if readers should see it");
}

/// Finds markup of other programs in a text.
#[derive(Debug)]
pub struct Marks<'a> {
    text: &'a str,
    /// The line of the file on which the text starts.
    first_line: u32,
    lines: OnceCell<Vec<&'a str>>,
}

impl<'a> Marks<'a> {
    /// For `text`, which starts on line `first_line` of its file.
    pub fn of(text: &'a str, first_line: u32) -> Marks<'a> {
        Marks { text, first_line, lines: OnceCell::new() }
    }

    /// Notes `mark`, found in words on `line` of the file. A part of it may be read as something else, such as a tag.
    pub fn note_found(&self, mark: &str, line: u32, notes: &mut Notes) {
        let whole = mark_in(self.line(line)).filter(|whole| whole.starts_with(mark));
        note_mark(whole.unwrap_or(mark), line, notes);
    }

    /// Notes markup in the title of a link or picture, which starts on `line` of the file.
    pub fn note_title(&self, title: &str, line: u32, notes: &mut Notes) {
        for (line, words) in (line..).zip(title.lines()) {
            // `words` no longer have backslashes.
            if let Some(mark) = mark_in(words).and_then(|_| mark_in(self.line(line))) {
                note_mark(mark, line, notes);
            }
        }
    }

    /// Notes markup in raw HTML, which starts on `line` of the file.
    pub fn note_html(html: &str, line: u32, notes: &mut Notes) {
        for (line, html) in (line..).zip(html.lines()) {
            if let Some(mark) = mark_in(html) {
                note_mark(mark, line, notes);
            }
        }
    }

    /// Notes an id or a class at the end of a heading.
    pub fn note_heading(&self, words: &str, line: u32, notes: &mut Notes) {
        let words = words.trim_end();
        let Some(place) = words.rfind('{').filter(|_| words.ends_with('}')) else { return };
        let mark = &words[place..];
        let is_meant = ["{#", "{.", "{:"].iter().any(|begin| mark.starts_with(begin));
        if is_meant && !self.line(line).contains("\\{") {
            let id = Anchors::default().name(&words[..place]);
            let what = message!("the heading ends with {mark}: readers would see it");
            notes.note(line, what, format!("leave it out; links to the heading end in #{id}"));
        }
    }

    fn line(&self, line: u32) -> &'a str {
        let lines = self.lines.get_or_init(|| self.text.lines().collect());
        usize::try_from(line - self.first_line).ok().and_then(|line| lines.get(line).copied()).unwrap_or_default()
    }
}
