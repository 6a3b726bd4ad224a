//! A text as `press check` reads it: its keys with line numbers, and the outline of its text.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::lead_picture::LeadPicture;
use super::turned_lines::turned;
use super::unread::Unread;
use crate::content::folder::ContentFolder;
use crate::content::front_matter::foreign::ForeignKeys;
use crate::content::keys::fields::Fields;
use crate::content::keys::lined::Lined;
use crate::content::keys::switched_off::switched_off;
use crate::content::keys::value::Value;
use crate::content::manuscript::Manuscript;
use crate::content::site_file::SiteFile;
use crate::content::story_file::StoryFile;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::notes::Notes;
use crate::diagnostics::rule::Rule;
use crate::locale::calendar::Calendar;
use crate::locale::language::Language;
use crate::locale::typography::typeset;
use crate::markdown::Outline;

/// A text as `press check` reads it: its keys with line numbers, and the outline of its text. Keys that cannot be read
/// are left out; they are reported as errors when the edition is read.
#[derive(Debug, Default)]
pub struct CheckedPage {
    /// The file, as an editor would name it.
    pub name: PathBuf,
    /// The folder of its pictures, relative to the content folder.
    pub folder: PathBuf,
    /// The headline, typeset.
    pub headline: Option<Lined<String>>,
    /// The line of a headline that is left empty.
    pub empty_headline: Option<u32>,
    /// The description for cards and search engines, typeset.
    pub description: Option<Lined<String>>,
    /// When it was published.
    pub date: Option<Lined<Timestamp>>,
    /// When it was last changed.
    pub updated: Option<Lined<Timestamp>>,
    /// The tags, as they appear in addresses.
    pub tags: Vec<Lined<String>>,
    /// The language tag, in lower case.
    pub language: String,
    /// The lead picture.
    pub picture: Option<LeadPicture>,
    /// The headings and pictures of the text.
    pub outline: Outline,
    /// Characters of its front matter that make a text read in another order than it is written.
    pub turned: Vec<Lined<char>>,
    /// The line in which the text starts.
    pub text_line: u32,
    /// The rules that are switched off for this page.
    pub off: Vec<Rule>,
    /// The errors in `proof_off`.
    pub switch_mistakes: Vec<Diagnostic>,
}

impl CheckedPage {
    /// Reads a story.
    ///
    /// # Errors
    /// It is a draft and `drafts` is false, or its front matter cannot be read.
    pub fn of_story(
        file: &StoryFile,
        content: &ContentFolder,
        site: &SiteFile,
        drafts: bool,
    ) -> Result<CheckedPage, Unread> {
        CheckedPage::read(&file.path, &file.folder, content, |fields, page, notes| {
            if (fields.flag("draft", notes) || ForeignKeys::are_of_draft(fields)) && !drafts {
                return Err(Unread::Draft);
            }
            let own = fields.text("language", notes);
            page.date = fields.take("date").and_then(|found| date(&found, &site.calendar));
            page.updated = fields.take("updated").and_then(|found| date(&found, &site.calendar));
            let mut tags = fields.texts("tags", notes);
            fields.take("publish");
            fields.take("expires");
            let foreign = ForeignKeys::take(fields, &site.calendar, notes);
            tags.extend(foreign.tags);
            page.tags = tags.into_iter().map(|found| Lined::new(found.line, site.tag(&found.value))).collect();
            let named = file.translation.as_ref().map(|named| named.language.clone());
            let own = own.or(foreign.language).map(|tag| tag.value).or(named);
            page.language = own.unwrap_or_else(|| site.language.clone()).to_ascii_lowercase();
            let language = Language::of(&page.language);
            let set = |text: Lined<String>| Lined::new(text.line, typeset(&text.value, language));
            page.empty_headline = fields.empty("title");
            page.headline = fields.text("title", notes).map(set);
            page.description = fields.text("description", notes).map(set);
            page.picture = LeadPicture::read(fields, notes);
            Ok(())
        })
    }

    /// Reads the text of an author, or of the page about the newspaper.
    ///
    /// # Errors
    /// Its front matter cannot be read.
    pub fn of_page(path: &Path, content: &ContentFolder) -> Result<CheckedPage, Unread> {
        CheckedPage::read(path, path.parent().unwrap_or(Path::new("")), content, |_, _, _| Ok(()))
    }

    fn read(
        path: &Path,
        folder: &Path,
        content: &ContentFolder,
        keys: impl FnOnce(&mut Fields, &mut CheckedPage, &mut Notes) -> Result<(), Unread>,
    ) -> Result<CheckedPage, Unread> {
        let (text, _) = content.text(path).map_err(|_| Unread::Unreadable)?;
        let name = content.name(path);
        // Reading the edition reports these.
        let mut notes = Notes::on(&name);
        let mut manuscript = Manuscript::read(&text, &mut notes).ok_or(Unread::Unreadable)?;
        let mut page = CheckedPage { name, folder: folder.to_path_buf(), ..CheckedPage::default() };
        keys(&mut manuscript.fields, &mut page, &mut notes)?;
        let mut switch_mistakes = Notes::on(&page.name);
        let off = manuscript.fields.texts("proof_off", &mut switch_mistakes);
        page.off = switched_off(off, &mut switch_mistakes);
        page.switch_mistakes = switch_mistakes.into_mistakes();
        page.outline = Outline::of(manuscript.text, manuscript.text_line);
        page.text_line = manuscript.text_line;
        page.turned = turned(text.lines().take(manuscript.text_line.saturating_sub(1) as usize));
        Ok(page)
    }

    /// The name of the file, with forward slashes on every system.
    pub fn file_name(&self) -> String {
        self.name.to_string_lossy().replace('\\', "/")
    }
}

fn date(found: &Lined<Value>, calendar: &Calendar) -> Option<Lined<Timestamp>> {
    match &found.value {
        Value::Text(text) | Value::Date(text) => Some(Lined::new(found.line, calendar.read(text)?.timestamp())),
        _ => None,
    }
}
