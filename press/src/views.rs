//! `views.json`: how often each page was read, as of the last snapshot.

use std::collections::HashMap;
use std::path::Path;

use crate::content_folder::ContentFolder;
use crate::mistake::Mistake;
use crate::notes::Notes;
use crate::source::Source;

/// Views by address: `{"/war/x/": 668}`. Addresses that are no stories (any more) are of no matter.
#[derive(Debug, Default)]
pub struct Views(HashMap<String, u64>);

impl Views {
    /// Reads the snapshot; there need not be one.
    pub fn read(content: &ContentFolder) -> Result<Views, Vec<Mistake>> {
        let path = Path::new(Source::VIEWS);
        if !content.path(path).exists() {
            return Ok(Views::default());
        }
        let text = content.text(path).map_err(|mistake| vec![mistake])?;
        serde_json::from_str(&text).map(Views).map_err(|error| {
            let mut notes = Notes::on(content.name(path));
            let line = u32::try_from(error.line()).unwrap_or(1).max(1);
            let what = error.to_string();
            let what = what.split(" at line ").next().unwrap_or_default();
            notes.note(line, format!("no addresses with their views: {what}"), "write {\"/war/a-story/\": 668}");
            notes.into_mistakes()
        })
    }

    /// The views of the page at `address`, if the snapshot knows it.
    pub fn of(&self, address: &str) -> Option<u64> {
        self.0.get(address).copied()
    }
}
