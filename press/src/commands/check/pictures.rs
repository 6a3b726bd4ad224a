//! Pictures: size and shape of lead pictures, their credit, link previews, and the size of files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::findings::Findings;
use super::page::CheckedPage;
use crate::content::site_file::SiteFile;
use crate::diagnostics::message::message;
use crate::diagnostics::rule::Rule;
use crate::pictures::{Measure, Pictures};

/// The smallest width of a lead picture in pixels: the width that other sites show with a link.
const WIDTH: u32 = 1200;

/// The largest ratio of width to height of a lead picture.
const WIDEST: u32 = 3;

/// The largest ratio of height to width of a lead picture.
const HIGHEST: u32 = 2;

/// The largest picture file in megabytes.
const MEGABYTES: u64 = 20;

/// Judges the lead picture of a story, or its absence.
pub fn judge_lead(
    page: &CheckedPage,
    site: &SiteFile,
    measures: &BTreeMap<PathBuf, Measure>,
    findings: &mut Findings<'_>,
) {
    let Some(picture) = &page.picture else {
        if site.publisher_logo.is_none() {
            let remedy = "give the story a lead picture, or the newspaper a publisher_logo in site.toml";
            findings.add(Rule::SocialPreview, 1, "other sites show links to the story without a picture", remedy);
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
        let remedy = format!("use the original, at least {WIDTH} pixels wide: it leads pages and link previews");
        findings.add(Rule::PictureSize, line, what, remedy);
    }
    let too = match (u64::from(*width), u64::from(*height)) {
        (width, height) if width > height * u64::from(WIDEST) => Some(format!("wider than {WIDEST} to 1")),
        (width, height) if height > width * u64::from(HIGHEST) => Some(format!("taller than {HIGHEST} to 1")),
        _ => None,
    };
    if let Some(too) = too {
        let what = message!("picture \"{file}\" has {width} x {height} pixels, {too}");
        let remedy = "crop it from a larger one, or use another lead picture: previews show only its middle";
        findings.add(Rule::PictureShape, line, what, remedy);
    }
}

/// Judges the file size of each picture on a page, once per file.
pub fn judge_weight(page: &CheckedPage, measures: &BTreeMap<PathBuf, Measure>, findings: &mut Findings<'_>) {
    let lead = page.picture.iter().map(|picture| (picture.file.line, &picture.file.value));
    let inline = page.outline.pictures.iter().map(|picture| (picture.line, &picture.value.file));
    let mut seen = BTreeSet::new();
    for (line, file) in lead.chain(inline) {
        let Some(path) = Pictures::path_of(&page.folder, file) else { continue };
        let bytes = measures.get(&path).map_or(0, |measure| measure.bytes);
        if bytes > MEGABYTES * 1_000_000 && seen.insert(path) {
            let what = message!("picture \"{file}\" has {} MB", bytes.div_ceil(1_000_000));
            let remedy = format!("save it at {MEGABYTES} MB or less; no page shows it wider than 1600 pixels");
            findings.add(Rule::PictureWeight, line, what, remedy);
        }
    }
}
