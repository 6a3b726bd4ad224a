//! Pictures: their size and shape, who made them, and what previews elsewhere show.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::findings::Findings;
use super::page::CheckedPage;
use crate::content::site_file::SiteFile;
use crate::diagnostics::message::message;
use crate::diagnostics::rule::Rule;
use crate::pictures::{Measure, Pictures};

/// Pixels from left to right that a lead picture has: as many as other sites show beside a link.
const WIDTH: u32 = 1200;

/// A lead picture is at most so many times wider than high.
const WIDEST: u32 = 3;

/// A lead picture is at most so many times higher than wide.
const HIGHEST: u32 = 2;

/// Megabytes of a picture's file.
const MEGABYTES: u64 = 20;

/// Judges the lead picture of a story, or that there is none.
pub fn judge_lead(
    page: &CheckedPage,
    site: &SiteFile,
    measures: &BTreeMap<PathBuf, Measure>,
    findings: &mut Findings<'_>,
) {
    let Some(picture) = &page.picture else {
        if site.publisher_logo.is_none() {
            let remedy = "give the story a lead picture, or the newspaper a publisher_logo in site.toml";
            findings.add(Rule::SocialPreview, 1, "links to the story are shown without a picture elsewhere", remedy);
        }
        return;
    };
    let file = &picture.file.value;
    if picture.credit.is_none() {
        let remedy = "say who made it, as in credit = \"Photograph: Jane Roe\"";
        findings.add(Rule::Credit, picture.line, message!("picture \"{file}\" has no credit"), remedy);
    }
    let path = Pictures::path_of(&page.folder, file);
    let Some(Measure { width, height, .. }) = path.and_then(|path| measures.get(&path)) else { return };
    let line = picture.file.line;
    if *width < WIDTH {
        let what = message!("picture \"{file}\" is {width} pixels wide");
        let remedy = format!("put the original there, {WIDTH} pixels wide or more: it leads pages and previews");
        findings.add(Rule::PictureSize, line, what, remedy);
    }
    let too = match (u64::from(*width), u64::from(*height)) {
        (width, height) if width > height * u64::from(WIDEST) => Some(format!("wider than {WIDEST} to 1")),
        (width, height) if height > width * u64::from(HIGHEST) => Some(format!("higher than {HIGHEST} to 1")),
        _ => None,
    };
    if let Some(too) = too {
        let what = message!("picture \"{file}\" has {width} x {height} pixels, {too}");
        let remedy = "cut it out of a larger one, or lead with another: previews show only the middle of it";
        findings.add(Rule::PictureShape, line, what, remedy);
    }
}

/// Judges the files of all pictures of a sheet, each once.
pub fn judge_weight(page: &CheckedPage, measures: &BTreeMap<PathBuf, Measure>, findings: &mut Findings<'_>) {
    let lead = page.picture.iter().map(|picture| (picture.file.line, &picture.file.value));
    let inline = page.outline.pictures.iter().map(|picture| (picture.line, &picture.value.file));
    let mut seen = BTreeSet::new();
    for (line, file) in lead.chain(inline) {
        let Some(path) = Pictures::path_of(&page.folder, file) else { continue };
        let bytes = measures.get(&path).map_or(0, |measure| measure.bytes);
        if bytes > MEGABYTES * 1_000_000 && seen.insert(path) {
            let what = message!("picture \"{file}\" has {} MB", bytes.div_ceil(1_000_000));
            let remedy = format!("save it with {MEGABYTES} MB at most; no page shows it wider than 1600 pixels");
            findings.add(Rule::PictureWeight, line, what, remedy);
        }
    }
}
