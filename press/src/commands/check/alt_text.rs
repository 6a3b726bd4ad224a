//! Alt texts that could say more. A missing alt text is an error, which is found elsewhere.

use std::path::Path;

use super::findings::Findings;
use super::page::CheckedPage;
use crate::diagnostics::message::message;
use crate::diagnostics::rule::Rule;

/// The longest alt text, in characters, that is easy to listen to.
const MOST: usize = 250;

/// How alt texts begin that repeat what a screen reader has already said.
const SAID: [&str; 14] = [
    "a photo of ",
    "a photograph of ",
    "a picture of ",
    "an image of ",
    "image of ",
    "photo of ",
    "photograph of ",
    "picture of ",
    "the picture shows ",
    "зображення ",
    "на фото ",
    "світлина ",
    "фото ",
    "фотографія ",
];

/// Judges the alt texts of all pictures on a page.
pub fn judge(page: &CheckedPage, findings: &mut Findings<'_>) {
    if let Some(picture) = &page.picture
        && let Some(alt) = &picture.alt
    {
        let caption = picture.caption.as_deref().unwrap_or_default();
        judge_one(alt.line, &picture.file.value, &alt.value, caption, findings);
    }
    for picture in &page.outline.pictures {
        judge_one(picture.line, &picture.value.file, &picture.value.alt, &picture.value.caption, findings);
    }
}

fn judge_one(line: u32, file: &str, alt: &str, caption: &str, findings: &mut Findings<'_>) {
    let words = plain(alt);
    // A missing alt text is an error, not a warning.
    if alt.trim().is_empty() {
        return;
    }
    let shows = "write what the picture shows, as you would describe it on the phone";
    let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy();
    let stem = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
    let length = alt.trim().chars().count();
    let start = alt.trim().to_lowercase();
    if words.is_empty() {
        findings.add(Rule::AltText, line, message!("the alt text of \"{file}\" has no words"), shows);
    } else if words == plain(&name) || words == plain(&stem) {
        findings.add(Rule::AltText, line, message!("the alt text of \"{file}\" is the name of the file"), shows);
    } else if words == plain(caption) {
        let remedy = "write what the picture shows: the caption is read out as well";
        findings.add(Rule::AltText, line, message!("the alt text of \"{file}\" is its caption"), remedy);
    } else if let Some(said) = SAID.iter().find(|said| start.starts_with(**said)) {
        let what = message!("the alt text of \"{file}\" begins with \"{}\"", first(alt.trim(), said));
        let remedy = "begin with what the picture shows: screen readers already say that it is a picture";
        findings.add(Rule::AltText, line, what, remedy);
    }
    if length > MOST {
        let what = message!("the alt text of \"{file}\" has {length} characters");
        let remedy = format!("shorten it to {MOST}, and put the rest in the text or the caption");
        findings.add(Rule::AltText, line, what, remedy);
    }
}

/// The beginning of the alt text, as long as `said`, in its own spelling.
fn first(alt: &str, said: &str) -> String {
    alt.chars().take(said.trim_end().chars().count()).collect()
}

/// The words of a text in lower case, without punctuation.
fn plain(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}
