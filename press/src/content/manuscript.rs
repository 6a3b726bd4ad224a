//! Splits a Markdown file into front matter and text.

use super::keys::fields::Fields;
use super::keys::lined::Lined;
use super::keys::value::Value;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;

/// A Markdown file, split into front matter and text.
#[derive(Debug)]
pub struct Manuscript<'a> {
    /// The keys of the front matter.
    pub fields: Fields,
    /// The text after it.
    pub text: &'a str,
    /// The line of the file on which the text starts.
    pub text_line: u32,
}

/// The maximum size of front matter in bytes.
const LARGEST_MATTER: usize = 250_000;

impl<'a> Manuscript<'a> {
    /// The text of a file, or the whole file if it has no front matter.
    pub fn text_of(file: &'a str) -> &'a str {
        Manuscript::read(file, &mut Notes::on("")).map_or(file, |manuscript| manuscript.text)
    }

    /// Splits a file. Returns none, with a note, if there is no front matter or it cannot be read.
    pub fn read(file: &'a str, notes: &mut Notes) -> Option<Manuscript<'a>> {
        let mut lines = file.split_inclusive('\n');
        let first = lines.next().unwrap_or_default();
        let fence = first.trim_end();
        if fence != "+++" && fence != "---" {
            let remedy = "begin the file with +++, a line each for title, date and authors, and +++ again";
            notes.note(1, "there is no front matter", remedy);
            return None;
        }
        let mut end = first.len();
        let mut count = 1;
        let closing = lines.find(|line| {
            end += line.len();
            count += 1;
            line.trim_end() == fence
        });
        let Some(closing) = closing else {
            let remedy = format!("add a line {fence} between the front matter and the text");
            notes.note(1, message!("the front matter that begins with {fence} is not closed"), remedy);
            return None;
        };
        let matter = &file[first.len()..end - closing.len()];
        if matter.len() > LARGEST_MATTER {
            let what = message!("the front matter is larger than {} kB", LARGEST_MATTER / 1000);
            notes.note(1, what, "move what readers are to see into the text, and leave out what press does not read");
            return None;
        }
        let value = match fence {
            "+++" => Value::from_toml(matter, 2, notes),
            _ if matter.trim().is_empty() => Some(Value::Table(Vec::new())),
            _ => Value::from_yaml(matter, 2, notes),
        };
        let fields = Fields::of(Lined::new(1, value?), "front matter", notes)?;
        Some(Manuscript { fields, text: &file[end..], text_line: count + 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::Manuscript;
    use crate::diagnostics::notes::Notes;

    fn title(file: &str) -> (String, u32, String, u32) {
        let mut notes = Notes::on("x.md");
        let mut manuscript = Manuscript::read(file, &mut notes).unwrap();
        let title = manuscript.fields.text("title", &mut notes).unwrap();
        assert!(notes.into_mistakes().is_empty());
        (title.value, title.line, manuscript.text.into(), manuscript.text_line)
    }

    #[test]
    fn toml_and_yaml_are_distinguished_by_their_fences() {
        let expected = (String::from("A \"B\""), 3, String::from("Text\n---\n"), 5);
        assert_eq!(title("+++\n# x\ntitle = 'A \"B\"'\n+++\nText\n---\n"), expected);
        assert_eq!(title("---\n# x\ntitle: A \"B\"\n---\nText\n---\n"), expected);
    }

    #[test]
    fn windows_line_endings_are_accepted() {
        let (found, line, text, text_line) = title("+++\r\ntitle = 'A'\r\n+++\r\nText\r\n");
        assert_eq!((found.as_str(), line, text.as_str(), text_line), ("A", 2, "Text\r\n", 4));
    }
}
