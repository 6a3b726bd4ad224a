//! The texts of stories, from another pass over the export.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use super::blocks;
use super::comments::comments;
use super::element::XmlElement;
use super::item::Item;
use super::languages_in_text::one_language;
use super::shortcodes::{self, StoryFiles};
use super::wxr::{Wanted, Wxr};
use crate::commands::import::note::Note;
use crate::commands::import::note_list::NoteList;
use crate::commands::import::source::picture::OldPicture;
use crate::commands::import::source::site::{OldText, OldTexts};
use crate::diagnostics::failure::Failure;

/// The texts of stories, one at a time.
pub struct WxrTexts {
    path: PathBuf,
    /// The types of stories.
    types: Vec<String>,
    with_comments: bool,
    /// The numbers of the stories, in order.
    numbers: Vec<String>,
    /// The pictures uploaded for each story.
    children: HashMap<String, Vec<String>>,
    /// The addresses of all files that are not pictures, by number.
    others: HashMap<String, String>,
    /// The texts of shared blocks, by number.
    shared: HashMap<String, String>,
    /// The language of the newspaper.
    language: String,
}

/// The type of an item with a shared block.
pub const SHARED: &str = "wp_block";

/// File extensions of pictures.
const PICTURES: [&str; 10] = ["jpg", "jpeg", "jpe", "png", "gif", "webp", "avif", "bmp", "tif", "tiff"];

impl WxrTexts {
    /// The texts of the stories `numbers` of the export at `path`. `has_shared` says whether it has shared blocks.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn of(
        path: &Path,
        types: &[String],
        numbers: Vec<String>,
        pictures: &BTreeMap<String, OldPicture>,
        has_shared: bool,
    ) -> Result<WxrTexts, Failure> {
        let (mut children, mut others) = (HashMap::<String, Vec<String>>::new(), HashMap::new());
        for (number, picture) in pictures {
            let path = picture.address.split(['?', '#']).next().unwrap_or_default();
            let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
            if !PICTURES.contains(&ending.as_str()) {
                others.insert(number.clone(), picture.address.clone());
            } else if !picture.parent.is_empty() && picture.parent != "0" {
                children.entry(picture.parent.clone()).or_default().push(number.clone());
            }
        }
        for numbers in children.values_mut() {
            numbers.sort_by_key(|number| number.parse::<u64>().unwrap_or(u64::MAX));
        }
        let shared = if has_shared { shared(path)? } else { HashMap::new() };
        let (path, types, language) = (path.to_path_buf(), types.to_vec(), String::new());
        Ok(WxrTexts { path, types, with_comments: false, numbers, children, others, shared, language })
    }

    /// The same, in a newspaper with this language, and with comments if they are wanted.
    pub fn with(self, language: &str, with_comments: bool) -> WxrTexts {
        WxrTexts { language: String::from(language), with_comments, ..self }
    }

    /// Converts a text to HTML.
    fn text(&self, element: &XmlElement, item: &Item) -> OldText {
        let mut notes = NoteList::default();
        let content = element.child("content:encoded").unwrap_or_default();
        let content = &*one_language(content, &self.language, &mut notes);
        let html = without_placeholders(&blocks::expanded(content, &self.shared, &mut notes), &mut notes);
        let pictures = self.children.get(&item.id).map(Vec::as_slice).unwrap_or_default();
        let files = StoryFiles { pictures, others: Some(&self.others) };
        let mut html = shortcodes::replaced(&html, &files, &mut notes);
        for (id, footnote) in item.meta("footnotes").map(footnotes).unwrap_or_default() {
            html.push_str(&format!("<ol><li id=\"{id}\">{footnote}</li></ol>"));
        }
        OldText {
            html,
            // The block editor writes paragraph elements.
            blank_lines_divide: !content.contains("<!-- wp:"),
            notes: notes.into_notes(),
            comments: if self.with_comments { comments(element) } else { Vec::new() },
        }
    }
}

impl OldTexts for WxrTexts {
    fn each(&mut self, take: &mut dyn FnMut(usize, OldText) -> Result<(), Failure>) -> Result<(), Failure> {
        let mut wxr = Wxr::open(&self.path, Wanted { texts: true, comments: self.with_comments })?;
        let mut index = 0;
        while let Some(element) = wxr.next()? {
            if element.name != "item" {
                continue;
            }
            let item = Item::of(&element);
            if !item.is_story(&self.types) {
                continue;
            }
            if self.numbers.get(index) != Some(&item.id) {
                return Err(Failure::changed(&self.path));
            }
            take(index, self.text(&element, &item))?;
            index += 1;
        }
        Ok(())
    }
}

/// The texts of shared blocks, by number.
fn shared(path: &Path) -> Result<HashMap<String, String>, Failure> {
    let mut wxr = Wxr::open(path, Wanted { texts: true, comments: false })?;
    let mut shared = HashMap::new();
    while let Some(element) = wxr.next()? {
        let is_shared = element.child("wp:post_type").is_some_and(|kind| kind.trim() == SHARED);
        let is_published = element.child("wp:status").is_none_or(|status| status.trim() == "publish");
        if element.name == "item" && is_shared && is_published {
            let number = element.child("wp:post_id").unwrap_or_default().trim();
            let text = element.child("content:encoded").unwrap_or_default();
            shared.insert(String::from(number), String::from(text));
        }
    }
    Ok(shared)
}

/// A text without the tokens that Divi replaces for each page view, such as the date.
fn without_placeholders(html: &str, notes: &mut NoteList) -> String {
    const START: &str = "@ET-DC@";
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(START) {
        out.push_str(before);
        let length = after.find('@').filter(|length| after[..*length].bytes().all(|byte| byte.is_ascii_graphic()));
        rest = after.get(length.map_or(0, |length| length + 1)..).unwrap_or_default();
        notes.add(Note::left_out("words that Divi fills in for each page view were left out"));
    }
    out.push_str(rest);
    out
}

/// Ids and HTML of a text's footnotes, which the block editor stores as metadata.
fn footnotes(json: &str) -> Vec<(String, String)> {
    let notes: Vec<HashMap<String, serde_json::Value>> = serde_json::from_str(json).unwrap_or_default();
    let text = |note: &HashMap<String, serde_json::Value>, key| note.get(key)?.as_str().map(String::from);
    let is_id = |id: &String| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    notes.iter().filter_map(|note| Some((text(note, "id").filter(is_id)?, text(note, "content")?))).collect()
}
