//! `views.json`, read and written.
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
//! A line for each story, so that one can see in version control what has changed.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::Write;
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

const FORM: &str = "write {\"pulls\": [\"2026-11-24T10:00:00Z\"], \"views\": {\"/war/a-story/\": [668]}}, or have press views pull write it";

/// How often each page was read, as of the last pull and of some before it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Views")]
struct Written {
    /// When the numbers were asked for, the last time first: RFC 3339, in universal time.
    #[schemars(extend("items" = { "type": "string", "format": "date-time" }))]
    pulls: Vec<String>,
    /// By address, the numbers in the order of the pulls; null where one did not know the page.
    views: BTreeMap<String, Vec<Option<u64>>>,
}

impl Views {
    /// Reads the file; there need not be one.
    pub fn read(content: &ContentFolder) -> Result<Views, Vec<Diagnostic>> {
        let path = Path::new(Source::VIEWS);
        if !content.path(path).exists() {
            return Ok(Views::default());
        }
        let (text, _) = content.text(path).map_err(|mistake| vec![mistake])?;
        let mut notes = Notes::on(content.name(path));
        let views = Views::from_text(&text, &mut notes);
        if notes.count() == 0 { Ok(views) } else { Err(notes.into_mistakes()) }
    }

    /// Writes the file anew. Until that is done, and if it fails, the one that is there stays as it is.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, content: &ContentFolder) -> Result<(), Failure> {
        let path = content.path(Path::new(Source::VIEWS));
        let new = path.with_extension("json.new");
        let written = File::create(&new).and_then(|mut file| {
            file.write_all(self.to_text()?.as_bytes())?;
            // A power cut after the renaming must not leave an empty file.
            file.sync_all()
        });
        written.map_err(Failure::file("write", &new))?;
        fs::rename(&new, &path).map_err(Failure::file("replace", &path))
    }

    /// The schema of the file.
    pub fn schema() -> Schema {
        schemars::schema_for!(Written)
    }

    fn from_text(text: &str, notes: &mut Notes) -> Views {
        match serde_json::from_str(text) {
            Ok(written) => checked(written, text, notes),
            Err(error) => {
                // What is missing at the end of the text is missing in its last line.
                let line = error.line().min(text.lines().count()).max(1);
                let line = u32::try_from(line).unwrap_or(1);
                let what = error.to_string();
                let what = what.split(" at line ").next().unwrap_or_default();
                notes.note(line, message!("no addresses with their views: {what}"), FORM);
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

/// What was written, where it makes sense.
fn checked(written: Written, text: &str, notes: &mut Notes) -> Views {
    let line = |part: &str| {
        let place = text.lines().position(|line| line.contains(part)).unwrap_or_default();
        u32::try_from(place + 1).unwrap_or(1)
    };
    let mut pulls: Vec<Timestamp> = Vec::new();
    for written in &written.pulls {
        match written.parse::<Timestamp>() {
            Ok(time) if pulls.last().is_some_and(|later| time >= *later) => {
                notes.note(line(written), message!("pull \"{written}\" is not in order"), "write the last pull first");
            }
            Ok(time) => pulls.push(time),
            Err(_) => {
                let remedy = "write it like 2026-11-24T10:00:00Z, in universal time";
                notes.note(line(written), message!("pull \"{written}\" is no time"), remedy);
            }
        }
    }
    let mut told = HashSet::new();
    for (address, row) in &written.views {
        // One is enough: where numbers of a pull are missing, they are missing everywhere.
        if row.len() != written.pulls.len() && told.insert(row.len()) {
            let (numbers, pulls) = (row.len(), written.pulls.len());
            let what = message!("\"{address}\" has {numbers} numbers for {pulls} pulls");
            notes.note(line(&format!("\"{address}\"")), what, "give each pull its number, or null");
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
    fn what_is_written_is_what_was_read() {
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
    fn what_makes_no_sense_is_told_with_its_line() {
        let pulls = "{\n\"pulls\": [\"2026-11-23T10:00:00Z\",\n\"2026-11-24T10:00:00Z\", \"noon\"],\n\"views\": {}}";
        let expected = [
            "content/views.json:3: pull \"2026-11-24T10:00:00Z\" is not in order",
            "content/views.json:3: pull \"noon\" is no time",
        ];
        assert_eq!(mistakes(pulls), expected);
        let rows = "{\"pulls\": [\"2026-11-24T10:00:00Z\"], \"views\": {\n\"/a/b/\": [1],\n\"/a/c/\": [1, 2]}}";
        assert_eq!(mistakes(rows), ["content/views.json:3: \"/a/c/\" has 2 numbers for 1 pulls"]);
        let cut = "{\n\"pulls\": [],\n";
        let expected = ["content/views.json:2: no addresses with their views: EOF while parsing a value"];
        assert_eq!(mistakes(cut), expected);
        let plain = "{\"/a/b/\": 1}";
        let expected =
            ["content/views.json:1: no addresses with their views: unknown field `/a/b/`, expected `pulls` or `views`"];
        assert_eq!(mistakes(plain), expected);
    }
}
