//! `press check`: finds what would stop a build, and what an editor may want to improve, without building the site.
//!
//! The errors come from the code that reads an edition. For the warnings each text is read once more, with the line of
//! each key; the rules are in the files of `check/`.

mod alt_text;
mod args;
mod bidi_controls;
mod dates;
mod duplicates;
mod findings;
mod lead_picture;
mod lengths;
mod links;
pub mod page;
mod pictures;
mod report;
mod scope;
mod tags;
mod text;
mod turned_lines;
mod unread;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

pub use args::CheckArgs;
pub use report::Report;

use crate::content::files::Source;
use crate::content::folder::ContentFolder;
use crate::content::inventory::Inventory;
use crate::content::site_file::SiteFile;
use crate::content::story_file::StoryFile;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::failure::Failure;
use crate::edition::{EditionOptions, read_edition};
use crate::locale::clock::Clock;
use crate::pictures::{Measure, Pictures};
use crate::stories::cache::StoryCache;
use findings::Findings;
use page::CheckedPage;
use scope::Scope;
use unread::Unread;

/// What to check, and how.
#[derive(Debug)]
pub struct Check {
    /// The content folder.
    pub content: PathBuf,
    /// The files and folders to report on; all if empty. The whole content folder is read in any case.
    pub paths: Vec<PathBuf>,
    /// Whether to decode every picture in full, to find damage in the middle of a file.
    pub unpack: bool,
    /// Whether to read drafts and scheduled stories as if they were published.
    pub drafts: bool,
    /// The time that dates are compared with.
    pub clock: Clock,
}

impl Check {
    /// Checks the whole newspaper, on all cores.
    ///
    /// # Errors
    /// A path is outside the content folder or does not exist. Errors in the content are findings.
    pub fn read(&self) -> Result<Report, Failure> {
        let content = ContentFolder::at(&self.content);
        let scope = Scope::of(&self.paths, &content)?;
        let inventory = Inventory::take(&self.content);
        let (pictures, measures) = Pictures::measure_all(&inventory, &self.content, self.unpack);
        let (mistakes, (stories, warnings)) =
            rayon::join(|| self.mistakes(&inventory, &pictures), || self.warnings(&content, &measures, &scope));
        let findings =
            mistakes?.into_iter().chain(warnings).filter(|finding| scope.covers_named(&finding.file)).collect();
        Ok(Report::of(stories, findings))
    }

    /// Everything that would stop a build.
    fn mistakes(&self, inventory: &Inventory, pictures: &Pictures) -> Result<Vec<Diagnostic>, Failure> {
        let (content, drafts) = (self.content.as_path(), self.drafts);
        let options = EditionOptions { content, base: "", clock: &self.clock, drafts };
        match read_edition(inventory, &options, pictures, &mut StoryCache::default()) {
            Ok(edition) => Ok(edition.warnings),
            Err(Failure::Mistakes(mistakes)) => Ok(mistakes.into_vec()),
            Err(other) => Err(other),
        }
    }

    /// The number of stories reported on, and the warnings about the whole newspaper.
    fn warnings(
        &self,
        content: &ContentFolder,
        measures: &BTreeMap<PathBuf, Measure>,
        scope: &Scope,
    ) -> (usize, Vec<Diagnostic>) {
        // Nothing can be judged without `site.toml`; `mistakes` reports that.
        let Ok((site, _)) = SiteFile::read(content) else { return (0, Vec::new()) };
        let source = Source::find(content, &site);
        let read = |file: &Arc<StoryFile>| CheckedPage::of_story(file, content, &site, self.drafts);
        let read: Vec<Result<CheckedPage, Unread>> = source.stories.par_iter().map(read).collect();
        let is_counted =
            |path: &Path, read: &Result<CheckedPage, Unread>| scope.covers(path) && !matches!(read, Err(Unread::Draft));
        let counted = source.stories.iter().zip(&read).filter(|(file, read)| is_counted(&file.path, read)).count();
        let stories: Vec<CheckedPage> = read.into_iter().flatten().collect();
        let now = self.clock.now(&site.calendar).timestamp();
        let judge = |page: &CheckedPage| judge_story(page, &site, now, measures);
        let mut findings: Vec<Diagnostic> = stories.par_iter().flat_map_iter(judge).collect();
        findings.extend(duplicates::judge(&stories, &site.proof_off));
        findings.extend(tags::judge(&stories, &site.proof_off));
        findings.extend(bidi_controls::judge_site(content, &site.proof_off));
        for path in source.authors.values().map(PathBuf::as_path).chain([Path::new(Source::ABOUT)]) {
            if let Ok(page) = CheckedPage::of_page(path, content) {
                let mut of_page = Findings::on(&page, &site.proof_off);
                judge_text(&page, &site, measures, &mut of_page);
                findings.extend(of_page.into_findings());
            }
        }
        (counted, findings)
    }
}

fn judge_story(
    page: &CheckedPage,
    site: &SiteFile,
    now: Timestamp,
    measures: &BTreeMap<PathBuf, Measure>,
) -> Vec<Diagnostic> {
    let mut of_page = Findings::on(page, &site.proof_off);
    lengths::judge(page, &mut of_page);
    dates::judge(page, now, &mut of_page);
    pictures::judge_lead(page, site, measures, &mut of_page);
    text::judge_length(page, &mut of_page);
    judge_text(page, site, measures, &mut of_page);
    of_page.into_findings()
}

fn judge_text(page: &CheckedPage, site: &SiteFile, measures: &BTreeMap<PathBuf, Measure>, of_page: &mut Findings<'_>) {
    alt_text::judge(page, of_page);
    pictures::judge_weight(page, measures, of_page);
    text::judge_headings(page, of_page);
    links::judge(page, site, of_page);
    bidi_controls::judge(page, of_page);
}
