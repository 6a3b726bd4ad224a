//! Reads and writes `views.json`.
//!
//! ```json
//! {
//!   "pulls": ["2026-11-24T10:00:00Z", "2026-11-23T10:00:00Z"],
//!   "views": {
//!     "/war/a-story/": [668, 660]
//!   }
//! }
//! ```
//!
//! Each story has a line of its own, so that version control shows what has changed.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use jiff::Timestamp;
use schemars::{JsonSchema, Schema};
use serde::Deserialize;

use super::Views;
use crate::content::files::Source;
use crate::content::folder::ContentFolder;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::message::message;
use crate::diagnostics::notes::Notes;
use crate::store::new_file::replace_durably;

/// The maximum size of the file in bytes: a thousand counts for each of 10,000 stories.
const LARGEST: u64 = 50_000_000;

const FORM: &str = "write {\"pulls\": [\"2026-11-24T10:00:00Z\"], \"views\": {\"/war/a-story/\": [668]}}, \
                    or let press views pull write it";

/// How often each page was read, as of the last pull and some earlier ones.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Views")]
struct ViewsText {
    /// The times of the pulls, latest first: RFC 3339, in UTC.
    #[schemars(extend("items" = { "type": "string", "format": "date-time" }))]
    pulls: Vec<String>,
    /// The counts by address, in the order of the pulls; null if a pull did not know the page.
    views: BTreeMap<String, Vec<Option<u64>>>,
}

impl Views {
    /// Reads the file; without one, there are no views.
    pub fn read(content: &ContentFolder) -> Result<Views, Vec<Diagnostic>> {
        let path = Path::new(Source::VIEWS);
        if !content.path(path).exists() {
            return Ok(Views::default());
        }
        let (text, _) = content.text_within(LARGEST, path).map_err(|mistake| vec![mistake])?;
        let mut notes = Notes::on(content.name(path));
        let views = Views::from_text(&text, &mut notes);
        if notes.count() == 0 { Ok(views) } else { Err(notes.into_mistakes()) }
    }

    /// Replaces the file atomically: if writing fails, the existing file is unchanged.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, content: &ContentFolder) -> Result<(), Failure> {
        replace_durably(&content.path(Path::new(Source::VIEWS)), self.to_text()?.as_bytes())
    }

    /// The schema of the file.
    pub fn schema() -> Schema {
        schemars::schema_for!(ViewsText)
    }

    fn from_text(text: &str, notes: &mut Notes) -> Views {
        match serde_json::from_str(text) {
            Ok(written) => checked(written, text, notes),
            Err(error) => {
                // An error at the end of the text is reported on its last line.
                let line = error.line().min(text.lines().count()).max(1);
                let line = u32::try_from(line).unwrap_or(1);
                let what = error.to_string();
                let what = what.split(" at line ").next().unwrap_or_default();
                notes.note(line, message!("the views cannot be read: {what}"), FORM);
                Views::default()
            }
        }
    }

    fn to_text(&self) -> serde_json::Result<String> {
        let pulls: Vec<String> = self.pulls.iter().map(Timestamp::to_string).collect();
        let row = |(address, row): (&String, &Vec<Option<u64>>)| {
            Ok(format!("    {}: {}", serde_json::to_string(address)?, serde_json::to_string(row)?))
        };
        let rows: Vec<String> = self.numbers.iter().map(row).collect::<serde_json::Result<_>>()?;
        let pulls = serde_json::to_string(&pulls)?;
        Ok(format!("{{\n  \"pulls\": {pulls},\n  \"views\": {{\n{}\n  }}\n}}\n", rows.join(",\n")))
    }
}

/// Checks what was read and notes what does not make sense.
fn checked(written: ViewsText, text: &str, notes: &mut Notes) -> Views {
    let line = |part: &str| {
        let place = text.lines().position(|line| line.contains(part)).unwrap_or_default();
        u32::try_from(place + 1).unwrap_or(1)
    };
    let mut pulls: Vec<Timestamp> = Vec::new();
    for written in &written.pulls {
        match written.parse::<Timestamp>() {
            Ok(time) if pulls.last().is_some_and(|later| time >= *later) => {
                notes.note(
                    line(written),
                    message!("pull \"{written}\" is not in order"),
                    "write the latest pull first",
                );
            }
            Ok(time) => pulls.push(time),
            Err(_) => {
                let remedy = "write it like 2026-11-24T10:00:00Z, in UTC";
                notes.note(line(written), message!("pull \"{written}\" is not a time"), remedy);
            }
        }
    }
    let mut noted = HashSet::new();
    for (address, row) in &written.views {
        // One example is enough: if the numbers of a pull are missing, they are missing everywhere.
        if row.len() != written.pulls.len() && noted.insert(row.len()) {
            let (numbers, pulls) = (row.len(), written.pulls.len());
            let what = message!("\"{address}\" has {numbers} numbers for {pulls} pulls");
            notes.note(line(&format!("\"{address}\"")), what, "give one number, or null, for each pull");
        }
    }
    Views { pulls, numbers: written.views }
}

#[cfg(test)]
mod tests {
    use super::Views;
    use crate::diagnostics::notes::Notes;

    fn mistakes(text: &str) -> Vec<String> {
        let mut notes = Notes::on("content/views.json");
        Views::from_text(text, &mut notes);
        let first_line = |mistake: String| mistake.lines().next().map(String::from).unwrap();
        notes.into_mistakes().iter().map(|mistake| first_line(mistake.to_string())).collect()
    }

    #[test]
    fn writing_what_was_read_changes_nothing() {
        let text = r#"{
  "pulls": ["2026-11-24T10:00:00Z","2026-11-23T10:00:00Z"],
  "views": {
    "/war/a/": [668,null],
    "/war/b/": [2,1]
  }
}
"#;
        let mut notes = Notes::on("views.json");
        let views = Views::from_text(text, &mut notes);
        assert_eq!((views.of("/war/a/"), views.of("/war/b/"), notes.count()), (Some(668), Some(2), 0));
        assert_eq!(views.to_text().unwrap(), text);
    }

    #[test]
    fn what_makes_no_sense_is_reported_with_its_line() {
        let pulls = "{\n\"pulls\": [\"2026-11-23T10:00:00Z\",\n\"2026-11-24T10:00:00Z\", \"noon\"],\n\"views\": {}}";
        let expected = [
            "content/views.json:3: pull \"2026-11-24T10:00:00Z\" is not in order",
            "content/views.json:3: pull \"noon\" is not a time",
        ];
        assert_eq!(mistakes(pulls), expected);
        let rows = "{\"pulls\": [\"2026-11-24T10:00:00Z\"], \"views\": {\n\"/a/b/\": [1],\n\"/a/c/\": [1, 2]}}";
        assert_eq!(mistakes(rows), ["content/views.json:3: \"/a/c/\" has 2 numbers for 1 pulls"]);
        let cut = "{\n\"pulls\": [],\n";
        let expected = ["content/views.json:2: the views cannot be read: EOF while parsing a value"];
        assert_eq!(mistakes(cut), expected);
        let plain = "{\"/a/b/\": 1}";
        let expected =
            ["content/views.json:1: the views cannot be read: unknown field `/a/b/`, expected `pulls` or `views`"];
        assert_eq!(mistakes(plain), expected);
    }
}
