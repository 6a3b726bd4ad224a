//! Invisible characters that turn the direction of a text, so that it reads in another order than it is written.

use std::path::Path;

use super::findings::Findings;
use super::page::CheckedPage;
use super::turned_lines::turned;
use crate::content::folder::ContentFolder;
use crate::content::site_file::SiteFile;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::message::{Message, message};
use crate::diagnostics::rule::Rule;
use crate::locale::direction::turns;

/// What to do about such a character.
const REMEDY: &str = "delete the words around it and type them again: letters of Hebrew and Arabic turn by themselves";

/// Warns about such characters in the front matter and the text of a page, and in the names of its files.
pub fn judge(page: &CheckedPage, findings: &mut Findings<'_>) {
    for found in page.turned.iter().chain(&page.outline.turned) {
        findings.add(Rule::BidiControl, found.line, what(found.value), REMEDY);
    }
    let lead = page.picture.iter().map(|picture| (picture.file.line, picture.file.value.as_str()));
    let pictures = page.outline.pictures.iter().map(|picture| (picture.line, picture.value.file.as_str()));
    let own = page.file_name();
    for (line, name) in lead.chain(pictures).chain([(1, own.as_str())]) {
        if let Some(sign) = name.chars().find(|sign| turns(*sign)) {
            let what = message!("the name of a file has U+{:04X}, which turns what follows it", u32::from(sign));
            findings.add(Rule::BidiControl, line, what, "rename the file");
        }
    }
}

/// Warns about such characters in `site.toml`.
pub fn judge_site(content: &ContentFolder, off: &[Rule]) -> Vec<Diagnostic> {
    let path = Path::new(SiteFile::NAME);
    let Ok((text, _)) = content.text_within(SiteFile::LARGEST, path) else { return Vec::new() };
    let page = CheckedPage { name: content.name(path), ..CheckedPage::default() };
    let mut findings = Findings::on(&page, off);
    for found in turned(text.lines()) {
        findings.add(Rule::BidiControl, found.line, what(found.value), REMEDY);
    }
    findings.into_findings()
}

/// What is wrong with such a character.
fn what(sign: char) -> Message {
    message!("the invisible character U+{:04X} changes the order in which words are shown", u32::from(sign))
}
