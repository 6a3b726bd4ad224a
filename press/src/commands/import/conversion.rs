//! Converts and writes the stories of an export: many at a time, on all cores. A story with links to places in others is
//! written at the end, when the new ids of all headings are known.

use rayon::prelude::*;

use super::heading_places::HeadingPlaces;
use super::note::Note;
use super::plan::PlannedStory;
use super::report::ImportReport;
use super::source::site::OldText;
use super::source::story::OldStory;
use super::writer::{ConvertedStory, Writer, Written};
use crate::diagnostics::failure::Failure;
use crate::diagnostics::progress::Progress;

/// Maximum size of the texts that are converted together, in bytes, and their maximum number.
const TOGETHER: (usize, usize) = (8_000_000, 256);

/// Maximum size of the texts that wait for places in others, in bytes.
const WAITING: usize = 64_000_000;

/// Converts and writes stories.
pub struct Conversion<'a> {
    writer: &'a Writer<'a>,
    report: &'a mut ImportReport,
    progress: Progress,
    /// The texts that are converted next, and their size.
    next: Vec<(&'a OldStory, &'a PlannedStory, OldText)>,
    size: usize,
    /// The stories that wait for places in others, and the size of their texts.
    waiting: Vec<ConvertedStory<'a>>,
    waiting_size: usize,
    places: HeadingPlaces,
    /// The number of pictures left out because there is no pictures folder.
    without_folder: usize,
}

impl<'a> Conversion<'a> {
    /// Of `total` stories.
    pub fn of(total: usize, writer: &'a Writer<'a>, report: &'a mut ImportReport) -> Conversion<'a> {
        Conversion {
            writer,
            report,
            progress: Progress::of(total, "stories"),
            next: Vec::new(),
            size: 0,
            waiting: Vec::new(),
            waiting_size: 0,
            places: HeadingPlaces::default(),
            without_folder: 0,
        }
    }

    /// Adds the next story. It may not be written at once.
    ///
    /// # Errors
    /// A story cannot be written.
    pub fn add(&mut self, story: &'a OldStory, place: &'a PlannedStory, text: OldText) -> Result<(), Failure> {
        self.size += text.html.len();
        self.next.push((story, place, text));
        if self.size > TOGETHER.0 || self.next.len() >= TOGETHER.1 { self.convert() } else { Ok(()) }
    }

    /// Writes what is left. Returns the number of pictures left out because there is no pictures folder.
    ///
    /// # Errors
    /// A story cannot be written.
    pub fn finish(mut self) -> Result<usize, Failure> {
        self.convert()?;
        self.write_waiting()?;
        Ok(self.without_folder)
    }

    fn convert(&mut self) -> Result<(), Failure> {
        self.size = 0;
        let writer = self.writer;
        let convert = |(story, place, text): (&'a OldStory, &'a PlannedStory, OldText)| {
            let mut converted = writer.convert(story, place, &text);
            let waits = converted.text.asks_for_places();
            (converted, waits.then_some(text.html.len()))
        };
        let converted: Vec<_> = std::mem::take(&mut self.next).into_par_iter().map(convert).collect();
        let mut ready = Vec::new();
        for (mut story, waits) in converted {
            self.places.add(story.place.route().path(), std::mem::take(&mut story.text.places));
            match waits {
                None => ready.push(story),
                Some(size) => {
                    self.waiting_size += size;
                    self.waiting.push(story);
                }
            }
        }
        self.write(ready)?;
        if self.waiting_size > WAITING { self.write_waiting() } else { Ok(()) }
    }

    fn write_waiting(&mut self) -> Result<(), Failure> {
        self.waiting_size = 0;
        let mut waiting = std::mem::take(&mut self.waiting);
        for story in &mut waiting {
            for address in story.text.lead(&story.place.route().path(), &|page, old| self.places.find(page, old)) {
                story.notes.add(Note::changed(format!(
                    "the link to {address} now leads to the page, and not to a place in it"
                )));
            }
        }
        self.write(waiting)
    }

    fn write(&mut self, stories: Vec<ConvertedStory<'a>>) -> Result<(), Failure> {
        let writer = self.writer;
        let written: Vec<_> = stories.into_par_iter().map(|story| (writer.write(&story), story)).collect();
        for (written, story) in written {
            self.progress.step();
            match written? {
                Written::Unchanged => self.report.unchanged += 1,
                // It has been worked on, so the notes may no longer apply.
                Written::Kept => {
                    self.report.kept += 1;
                    continue;
                }
                Written::New => {
                    self.report.stories += 1;
                    self.report.drafts += usize::from(story.keys.draft);
                    self.report.pictures += story.pictures.files().count();
                }
            }
            let title = story.place.title(story.story);
            story.notes.into_notes().into_iter().for_each(|note| self.report.note(&title, note));
            self.without_folder += story.without_folder;
        }
        Ok(())
    }
}
