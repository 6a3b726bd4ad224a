//! The morgue, where a newspaper keeps what it has: the stories that were read for an edition before, so that the next one reads
//! only what has changed, and which pages are kept standing.
//!
//! It is one file of lines. What another press has written, or for another newspaper, and what is damaged, is of no use: then all is
//! read anew.

mod clipping;
mod stamp;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use journal::model::FORMAT;
use rayon::prelude::*;

use clipping::Clipping;
use stamp::stamp;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::key::Key;
use crate::mistake::Mistake;
use crate::story::{Reading, Story};
use crate::story_file::StoryFile;

/// What each file begins with; the number goes up when the form of the lines changes.
const FORM: &str = "press morgue 2";

/// What is kept.
#[derive(Debug, Default)]
pub struct Morgue {
    /// By the path of the file below the content folder.
    clippings: HashMap<PathBuf, Clipping>,
    /// The keys of the pages that are kept standing.
    pub pages: HashSet<Key>,
    /// When the files were looked at, in nanoseconds since 1970.
    looked: u128,
    program: Option<Program>,
    /// Whether anything is to be kept.
    open: bool,
}

/// The press that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    stamp: String,
    key: Key,
}

impl Morgue {
    /// A morgue that has nothing yet. (The default one stays empty.)
    pub fn empty() -> Morgue {
        Morgue { open: true, ..Morgue::default() }
    }

    /// Without what it has.
    pub fn emptied(self) -> Morgue {
        Morgue { program: self.program, ..Morgue::empty() }
    }

    /// Reads the file; what is of no use is an empty morgue.
    pub fn read(file: &Path) -> Morgue {
        fs::read_to_string(file).ok().and_then(|text| Morgue::from_text(&text)).unwrap_or_else(Morgue::empty)
    }

    fn from_text(text: &str) -> Option<Morgue> {
        let (lines, end) = text.trim_end_matches('\n').rsplit_once('\n')?;
        if Key::read(end)? != Key::of(lines.as_bytes()) {
            return None;
        }
        let mut morgue = Morgue::empty();
        let mut lines = lines.lines();
        let mut head = lines.next()?.split('\t');
        if head.next()? != FORM {
            return None;
        }
        morgue.looked = head.next()?.parse().ok()?;
        morgue.program = Some(Program { stamp: head.next()?.into(), key: Key::read(head.next()?)? });
        for line in lines {
            let mut parts = line.splitn(5, '\t');
            let first = parts.next()?;
            match (parts.next(), parts.next(), parts.next(), parts.next()) {
                (None, ..) => drop(morgue.pages.insert(Key::read(first)?)),
                (Some(stamp), Some(text), Some(note), Some(article)) => {
                    let (text, note, article) = (Key::read(text)?, note.into(), article.into());
                    let clipping = Clipping { stamp: stamp.into(), text, note, article };
                    morgue.clippings.insert(PathBuf::from(first), clipping);
                }
                _ => return None,
            }
        }
        Some(morgue)
    }

    /// Writes the file: what was kept of this edition, and the `pages` that it has.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, file: &Path, pages: &HashSet<Key>) -> Result<(), Failure> {
        let Some(program) = &self.program else { return Ok(()) };
        let mut lines = vec![format!("{FORM}\t{}\t{}\t{}", self.looked, program.stamp, program.key)];
        let mut clippings: Vec<(&PathBuf, &Clipping)> = self.clippings.iter().collect();
        clippings.sort_by_key(|(path, _)| *path);
        lines.extend(clippings.into_iter().filter_map(|(path, Clipping { stamp, text, note, article })| {
            // A name that a line cannot hold is read anew each time.
            let path = path.to_str().filter(|path| !path.contains(['\t', '\n']))?;
            Some(format!("{path}\t{stamp}\t{text}\t{note}\t{article}"))
        }));
        lines.extend(pages.iter().map(Key::to_string));
        let mut text = lines.join("\n");
        let end = Key::of(text.as_bytes());
        text += &format!("\n{end}\n");
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
        }
        let new = file.with_extension("new");
        fs::write(&new, text).map_err(Failure::file("write", &new))?;
        fs::rename(&new, file).map_err(Failure::file("put in place", file))
    }

    /// The morgue for an edition: what is there, if the same press has kept it for the same newspaper. `newspaper` is all that the
    /// reading of every story depends on.
    pub fn for_edition(self, newspaper: &str) -> Morgue {
        if !self.open {
            return self;
        }
        let program = Program::running(self.program.as_ref(), newspaper);
        let is_the_same =
            program.as_ref().map(|program| program.key) == self.program.as_ref().map(|program| program.key);
        Morgue { program, ..if is_the_same { self } else { Morgue::empty() } }
    }

    /// The key of the press and the newspaper; none if the program cannot tell.
    pub fn press(&self) -> Option<Key> {
        self.program.as_ref().map(|program| program.key)
    }

    /// Reads all stories: those that have changed from their files, on all cores. Keeps what it finds, and nothing else.
    pub fn read_stories(&mut self, files: &[StoryFile], desk: &Desk<'_>) -> Vec<(Reading, Vec<Mistake>)> {
        let looked = now();
        let before = std::mem::take(&mut self.clippings);
        let last_look = std::mem::replace(&mut self.looked, looked);
        let read = |file: &StoryFile| -> (Reading, Vec<Mistake>, Option<Clipping>) {
            let clipping = before.get(&file.path).and_then(|clipping| clipping.still_true(file, desk, last_look));
            if let Some((clipping, reading)) =
                clipping.and_then(|clipping| Some((clipping.clone(), clipping.story(file, desk)?)))
            {
                return (reading, Vec::new(), Some(clipping));
            }
            let stamp = stamp(&desk.content.path(&file.path));
            let (text, reading, mistakes) = Story::read(file, desk);
            let clipping = stamp.zip(text).filter(|_| mistakes.is_empty());
            let clipping = clipping.and_then(|(stamp, text)| Clipping::of(stamp, text, &reading, desk));
            (reading, mistakes, clipping)
        };
        let readings: Vec<_> = files.par_iter().map(read).collect();
        let keep = |(file, (reading, mistakes, clipping)): (&StoryFile, (Reading, Vec<Mistake>, Option<Clipping>))| {
            self.clippings.extend(clipping.map(|clipping| (file.path.clone(), clipping)));
            (reading, mistakes)
        };
        files.iter().zip(readings).map(keep).collect()
    }
}

/// The key of all that a story's own page is made of, but for the newspaper: its text, and what its pictures look like.
pub fn source_key(text: Key, pictures: &[PathBuf], desk: &Desk<'_>) -> Key {
    let names: Vec<Option<&str>> = pictures.iter().map(|path| desk.pictures.name_of(path)).collect();
    Key::of_value(&(text, names))
}

impl Program {
    /// The press that runs, for this `newspaper`. Its file is read only if it is another one than the one `before`.
    fn running(before: Option<&Program>, newspaper: &str) -> Option<Program> {
        let file = std::env::current_exe().ok()?;
        let stamp = stamp(&file)?;
        let (file_stamp, file_key) = match before.and_then(|before| before.stamp.split_once(' ')) {
            Some((before, key)) if before == stamp => (stamp, Key::read(key)?),
            _ => (stamp, Key::of(&fs::read(file).ok()?)),
        };
        let key = Key::of_value(&(file_key, FORMAT, newspaper));
        Some(Program { stamp: format!("{file_stamp} {file_key}"), key })
    }
}

fn now() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map(|time| time.as_nanos()).unwrap_or_default()
}
