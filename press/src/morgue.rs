//! The morgue, where a newspaper keeps what it has: the stories that were read for an edition before, so that the next one reads
//! only what has changed, and which pages are kept standing.
//!
//! It is one file of lines. What another press has written, or for another newspaper, and what is damaged, is of no use: then all is
//! read anew.

use std::collections::{HashMap, HashSet};
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use journal::model::{Article, FORMAT, Subject};
use journal::route::Route;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::key::Key;
use crate::lined::Lined;
use crate::markdown::InnerLink;
use crate::mistake::Mistake;
use crate::story::{Reading, Record, Slip, Story};
use crate::story_file::StoryFile;
use crate::text_page::TextPage;

/// What each file begins with; the number goes up when the form of the lines changes.
const FORM: &str = "press morgue 2";

/// A file that was changed so shortly before it was read may have been changed again without another time, in nanoseconds.
const JUST_NOW: u128 = 100_000_000;

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

/// A story that was read.
#[derive(Clone, Debug)]
pub struct Clipping {
    /// Size and times of the file.
    stamp: String,
    /// The key of its text.
    text: Key,
    /// [`Note`] as JSON; nothing for a draft.
    note: Arc<str>,
    /// [`Article`] without its text, as JSON.
    article: Arc<str>,
}

/// The press that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    stamp: String,
    key: Key,
}

/// What there is to know of a story, but for what stands on pages.
#[derive(Serialize, Deserialize)]
struct Note {
    slip: Slip,
    /// Line, address, place, as it was written.
    links: Vec<(u32, String, Option<String>, String)>,
    anchors: Vec<String>,
    /// Each with its name, which says what it looks like.
    pictures: Vec<(PathBuf, String)>,
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

impl Clipping {
    fn of(stamp: String, text: Key, reading: &Reading, desk: &Desk<'_>) -> Option<Clipping> {
        let (note, article) = match reading {
            Reading::Unreadable => return None,
            Reading::Draft => (String::new(), String::new()),
            Reading::Story(story) => {
                let article = Article { body: String::new(), ..story.record.article().ok()?.clone() };
                (serde_json::to_string(&Note::of(story, desk)?).ok()?, serde_json::to_string(&article).ok()?)
            }
        };
        Some(Clipping { stamp, text, note: note.into(), article: article.into() })
    }

    /// Itself, if the file has the same text as then, with what the file's size and times are now.
    fn still_true(&self, file: &StoryFile, desk: &Desk<'_>, last_look: u128) -> Option<Clipping> {
        let path = desk.content.path(&file.path);
        let stamp = stamp(&path)?;
        let is_settled = last_changed(&stamp).is_some_and(|time| time + JUST_NOW < last_look);
        if stamp == self.stamp && is_settled {
            return Some(self.clone());
        }
        let text = Key::of(&fs::read(path).ok()?);
        (text == self.text).then(|| Clipping { stamp, ..self.clone() })
    }

    /// The story without its text; none if what it depends on has changed.
    fn story(&self, file: &StoryFile, desk: &Desk<'_>) -> Option<Reading> {
        if self.note.is_empty() {
            return Some(Reading::Draft);
        }
        let Note { slip, links, anchors, pictures } = serde_json::from_str(&self.note).ok()?;
        let knows = |author: &Subject| desk.authors.get(&author.slug) == Some(author);
        let is_there = |(path, name): &(PathBuf, String)| desk.pictures.name_of(path) == Some(name.as_str());
        if !slip.authors.iter().all(knows) || !pictures.iter().all(is_there) {
            return None;
        }
        let link = |(line, path, fragment, written): (u32, String, Option<String>, String)| {
            Some(Lined::new(line, InnerLink { route: Route::parse(&path)?, fragment, written }))
        };
        let page = TextPage {
            route: file.route(),
            file: desk.content.name(&file.path),
            links: links.into_iter().map(link).collect::<Option<_>>()?,
            anchors,
            pictures: pictures.into_iter().map(|(path, _)| path).collect(),
        };
        let source = source_key(self.text, &page.pictures, desk);
        let story = Story::of(file, slip, Record::kept(self.article.clone()), page, source);
        Some(Reading::Story(Box::new(Story { without_text: Some(file.clone()), ..story })))
    }
}

impl Note {
    fn of(story: &Story, desk: &Desk<'_>) -> Option<Note> {
        let link = |link: &Lined<InnerLink>| {
            let InnerLink { route, fragment, written } = &link.value;
            (link.line, route.path(), fragment.clone(), written.clone())
        };
        let picture = |path: &PathBuf| Some((path.clone(), String::from(desk.pictures.name_of(path)?)));
        Some(Note {
            slip: story.slip.clone(),
            links: story.page.links.iter().map(link).collect(),
            anchors: story.page.anchors.clone(),
            pictures: story.page.pictures.iter().map(picture).collect::<Option<_>>()?,
        })
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

/// Size, times and number of a file, as one word; none if it is not there.
fn stamp(path: &Path) -> Option<String> {
    let found: Metadata = fs::metadata(path).ok()?;
    let changed = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    Some(format!("{changed}:{}:{}", found.len(), inner_stamp(&found)))
}

/// What tells a file that was put in the place of another, or whose times were set back.
#[cfg(unix)]
fn inner_stamp(found: &Metadata) -> String {
    use std::os::unix::fs::MetadataExt;
    format!("{}:{}:{}", found.ino(), found.ctime(), found.ctime_nsec())
}

#[cfg(not(unix))]
fn inner_stamp(_found: &Metadata) -> String {
    String::new()
}

/// When a file was changed for the last time, in nanoseconds since 1970: the later of its two times.
fn last_changed(stamp: &str) -> Option<u128> {
    let mut parts = stamp.split(':');
    let modified: u128 = parts.next()?.parse().ok()?;
    let inner = parts.nth(2).zip(parts.next());
    let inner = inner
        .and_then(|(seconds, nanos)| Some(seconds.parse::<u128>().ok()? * 1_000_000_000 + nanos.parse::<u128>().ok()?));
    Some(modified.max(inner.unwrap_or_default()))
}

fn now() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map(|time| time.as_nanos()).unwrap_or_default()
}
