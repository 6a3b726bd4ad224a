//! The texts of a Markdown site, one at a time, as HTML.

use super::html::{Dialect, html};
use super::hugo_tags::HugoTags;
use super::inherited::Inherited;
use super::keys::Keys;
use super::kramdown;
use super::liquid_tags::LiquidTags;
use super::old_matter::OldMatter;
use super::page_context::PageContext;
use super::settings::{Generator, Settings};
use super::site_folder::SiteFolder;
use super::tags::replaced;
use super::targets::Targets;
use super::text_file::{Form, TextFile};
use super::zola_tags::ZolaTags;
use crate::commands::import::note::Note;
use crate::commands::import::source::site::{OldText, OldTexts};
use crate::diagnostics::failure::Failure;

/// A text whose story has been read.
#[derive(Debug)]
pub struct ToWrite {
    /// Its file.
    pub file: TextFile,
    /// The headline of its story.
    pub title: String,
}

/// The texts of a Markdown site.
#[derive(Debug)]
pub struct MarkdownTexts {
    /// The site's folder.
    pub folder: SiteFolder,
    /// Its settings.
    pub settings: Settings,
    /// The keys that texts have from their folders.
    pub inherited: Inherited,
    /// Where links between texts lead.
    pub targets: Targets,
    /// The texts, in the order of their stories; none where it cannot be read.
    pub texts: Vec<Option<ToWrite>>,
}

impl OldTexts for MarkdownTexts {
    fn each(&mut self, take: &mut dyn FnMut(usize, OldText) -> Result<(), Failure>) -> Result<(), Failure> {
        for (index, text) in self.texts.iter().enumerate() {
            let Some(ToWrite { file, title }) = text else { continue };
            let changed = || Failure::changed(&self.folder.path(&file.path));
            let written = self.folder.text(&file.path).map_err(|_| changed())?;
            let matter = OldMatter::read(&written, &file.path).map_err(|_| changed())?;
            let keys = self.inherited.keys(file, matter.keys);
            take(index, self.text(file, title, &keys, matter.text))?;
        }
        Ok(())
    }
}

impl MarkdownTexts {
    fn text(&self, file: &TextFile, title: &str, keys: &Keys, text: &str) -> OldText {
        let mut page = PageContext { file, keys, settings: &self.settings, targets: &self.targets, notes: Vec::new() };
        let generator = self.settings.generator;
        let mut text = match generator {
            Generator::Hugo => replaced(text, &mut HugoTags::of(text, &mut page)),
            Generator::Zola => {
                let mut tags = ZolaTags::of(&mut page);
                let out = replaced(text, &mut tags);
                out + &tags.rest()
            }
            Generator::Jekyll | Generator::Eleventy => replaced(text, &mut LiquidTags::of(text, true, &mut page)),
            Generator::Plain => {
                let text = replaced(text, &mut HugoTags::of(text, &mut page));
                replaced(&text, &mut LiquidTags::of(&text, false, &mut page))
            }
        };
        let mut notes = page.notes;
        if generator == Generator::Jekyll {
            text = kramdown::plain(&text, &mut notes);
        }
        if file.form == Form::Mdx {
            text = without_imports(&text);
        }
        let html = if file.form == Form::Html {
            text
        } else {
            let mut lost = Vec::new();
            let dialect = Dialect { tildes_in_pairs: matches!(generator, Generator::Jekyll | Generator::Eleventy) };
            let html = html(&text, title, dialect, &mut |written| self.link(written, file, &mut lost)).html;
            notes.extend(lost);
            html
        };
        OldText { html, notes, ..OldText::default() }
    }

    /// Where a link leads that names the file of another text.
    fn link(&self, written: &str, from: &TextFile, lost: &mut Vec<Note>) -> Option<String> {
        let path = written.split(['#', '?']).next().unwrap_or_default();
        let is_text = path.starts_with("@/")
            || path
                .rsplit_once('.')
                .is_some_and(|(_, ending)| matches!(Form::of(ending), Some(Form::Markdown | Form::Mdx)));
        let found = self.targets.address(written, from).filter(|_| is_text);
        // Zola's own form leads nowhere else.
        found.or_else(|| {
            written.starts_with("@/").then(|| {
                let what = format!("the link to {written} leads to no text of the old site; only its words stay");
                lost.push(Note::left_out(what));
                String::new()
            })
        })
    }
}

/// The text without the lines that load its components.
fn without_imports(text: &str) -> String {
    let is_program = |line: &&str| line.starts_with("import ") || line.starts_with("export ");
    text.split_inclusive('\n').filter(|line| !is_program(line)).collect()
}
