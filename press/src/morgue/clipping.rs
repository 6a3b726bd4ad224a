//! A story, as it was read for an edition before.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use journal::model::{Article, Subject};
use journal::route::Route;
use serde::{Deserialize, Serialize};

use super::source_key;
use super::stamp::{last_changed, stamp};
use crate::desk::Desk;
use crate::key::Key;
use crate::lined::Lined;
use crate::markdown::InnerLink;
use crate::story::{Reading, Record, Slip, Story};
use crate::story_file::StoryFile;
use crate::text_page::TextPage;

/// A file that was changed so shortly before it was read may have been changed again without another time, in nanoseconds.
const JUST_NOW: u128 = 100_000_000;

/// A story that was read.
#[derive(Clone, Debug)]
pub struct Clipping {
    /// Size and times of the file.
    pub stamp: String,
    /// The key of its text.
    pub text: Key,
    /// [`Note`] as JSON; nothing for a draft.
    pub note: Arc<str>,
    /// [`Article`] without its text, as JSON.
    pub article: Arc<str>,
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

impl Clipping {
    /// What is kept of a story that was read; nothing of one that could not be.
    pub fn of(stamp: String, text: Key, reading: &Reading, desk: &Desk<'_>) -> Option<Clipping> {
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
    pub fn still_true(&self, file: &StoryFile, desk: &Desk<'_>, last_look: u128) -> Option<Clipping> {
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
    pub fn story(&self, file: &StoryFile, desk: &Desk<'_>) -> Option<Reading> {
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
