//! Proofs the newspaper without pressing it: what the press would stop at, and what an editor may want to mend.
//!
//! Errors come from the very code that makes an edition. For warnings the manuscripts are read once more, with the lines of
//! their keys; a rule is a file below `proof/`.

mod alt_text;
mod dates;
mod finding;
mod galley;
mod lead_picture;
mod pictures;
mod remarks;
mod scope;
mod severity;
mod sheet;
mod tags;
mod text;
mod twins;
mod unread;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

pub use finding::Finding;
pub use galley::Galley;
pub use severity::Severity;

use crate::clock::Clock;
use crate::content_folder::ContentFolder;
use crate::edition::{EditionOptions, read_edition};
use crate::failure::Failure;
use crate::mistake::Mistake;
use crate::morgue::Morgue;
use crate::pictures::{Measure, Pictures};
use crate::site_file::SiteFile;
use crate::source::Source;
use crate::story_file::StoryFile;
use remarks::Remarks;
use scope::Scope;
use sheet::Sheet;
use unread::Unread;

/// What is to be proofed.
#[derive(Debug)]
pub struct Proof {
    /// The folder of the stories.
    pub content: PathBuf,
    /// The files and folders that are reported on, all if there are none; the whole is read in any case.
    pub paths: Vec<PathBuf>,
    /// Whether all pictures are unpacked as well, to find what is damaged in their middle.
    pub unpack: bool,
    /// Whether drafts, and stories whose time has not come, are read as if they were published.
    pub drafts: bool,
    /// Decides what is still to come.
    pub clock: Clock,
}

impl Proof {
    /// Reads the whole newspaper, on all cores.
    ///
    /// # Errors
    /// A path lies outside the content, or is not there. What is wrong with the content is a finding.
    pub fn read(&self) -> Result<Galley, Failure> {
        let content = ContentFolder::at(&self.content);
        let scope = Scope::of(&self.paths, &content)?;
        let (pictures, measures) = Pictures::survey(&self.content, self.unpack);
        let (mistakes, (stories, warnings)) =
            rayon::join(|| self.mistakes(&pictures), || self.warnings(&content, &measures, &scope));
        let errors = mistakes?.into_iter().map(Finding::error);
        let findings = errors.chain(warnings).filter(|finding| scope.covers_named(&finding.file)).collect();
        Ok(Galley::of(stories, findings))
    }

    /// All that the press would stop at.
    fn mistakes(&self, pictures: &Pictures) -> Result<Vec<Mistake>, Failure> {
        let (content, drafts) = (self.content.as_path(), self.drafts);
        let options = EditionOptions { content, base: "", clock: &self.clock, drafts };
        match read_edition(&options, pictures, &mut Morgue::default()) {
            Ok(_) => Ok(Vec::new()),
            Err(Failure::Mistakes(mistakes)) => Ok(mistakes.into_vec()),
            Err(other) => Err(other),
        }
    }

    /// How many stories are reported on, and what might be better in all of the newspaper.
    fn warnings(
        &self,
        content: &ContentFolder,
        measures: &BTreeMap<PathBuf, Measure>,
        scope: &Scope,
    ) -> (usize, Vec<Finding>) {
        // Without it nothing else can be judged; that is an error.
        let Ok((site, _)) = SiteFile::read(content) else { return (0, Vec::new()) };
        let source = Source::find(content, &site);
        let read = |file: &Arc<StoryFile>| Sheet::of_story(file, content, &site, self.drafts);
        let read: Vec<Result<Sheet, Unread>> = source.stories.par_iter().map(read).collect();
        let is_counted =
            |path: &Path, read: &Result<Sheet, Unread>| scope.covers(path) && !matches!(read, Err(Unread::Draft));
        let counted = source.stories.iter().zip(&read).filter(|(file, read)| is_counted(&file.path, read)).count();
        let stories: Vec<Sheet> = read.into_iter().flatten().collect();
        let now = self.clock.now(&site.calendar).timestamp();
        let judge = |sheet: &Sheet| judge_story(sheet, &site, now, measures);
        let mut findings: Vec<Finding> = stories.par_iter().flat_map_iter(judge).collect();
        findings.extend(twins::judge(&stories, &site.proof_off));
        findings.extend(tags::judge(&stories, &site.proof_off));
        for path in source.authors.values().map(PathBuf::as_path).chain([Path::new(Source::ABOUT)]) {
            if let Ok(sheet) = Sheet::of_page(path, content) {
                let mut remarks = Remarks::on(&sheet, &site.proof_off);
                judge_text(&sheet, measures, &mut remarks);
                findings.extend(remarks.into_findings());
            }
        }
        (counted, findings)
    }
}

fn judge_story(sheet: &Sheet, site: &SiteFile, now: Timestamp, measures: &BTreeMap<PathBuf, Measure>) -> Vec<Finding> {
    let mut remarks = Remarks::on(sheet, &site.proof_off);
    words::judge(sheet, &mut remarks);
    dates::judge(sheet, now, &mut remarks);
    pictures::judge_lead(sheet, site, measures, &mut remarks);
    text::judge_length(sheet, &mut remarks);
    judge_text(sheet, measures, &mut remarks);
    remarks.into_findings()
}

fn judge_text(sheet: &Sheet, measures: &BTreeMap<PathBuf, Measure>, remarks: &mut Remarks<'_>) {
    alt_text::judge(sheet, remarks);
    pictures::judge_weight(sheet, measures, remarks);
    text::judge_headings(sheet, remarks);
}
