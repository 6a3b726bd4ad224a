//! Finds the old site's pictures: their files, and what the export says about them.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use super::links::{OldLinks, path_key};
use super::picture_change::PictureChange;
use super::picture_folder::{PictureFolder, without_size};
use super::source::picture::OldPicture;
use super::source::site::OldFiles;
use super::source::story::OldStory;
use super::text::Wanted;

/// All pictures of the old site.
#[derive(Debug)]
pub struct PictureLookup {
    folder: Option<PictureFolder>,
    /// The files that came with the export.
    files: Option<Box<dyn OldFiles>>,
    by_number: BTreeMap<String, OldPicture>,
    /// Numbers by file path.
    by_path: HashMap<String, String>,
    /// Files checked so far: how each is published and the extension it should have, or why it cannot be used.
    judged: RefCell<HashMap<PathBuf, Judged>>,
}

/// How a file is published and the extension it should have, or why it cannot be used.
type Judged = Result<(PictureChange, &'static str), String>;

/// A picture that can be copied next to a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPicture {
    /// Its file.
    pub file: PathBuf,
    /// How it is changed when it is copied.
    pub change: PictureChange,
    /// The file extension that matches its contents.
    pub ending: &'static str,
    /// Its alt text; may be empty.
    pub alt: String,
    /// Its caption; may be empty.
    pub caption: String,
    /// A replacement for a missing alt text; may be empty.
    pub stand_in: String,
}

impl PictureLookup {
    /// The pictures of an export, with the folder of their files and the files that came with it, if any.
    pub fn of(
        pictures: BTreeMap<String, OldPicture>,
        folder: Option<PictureFolder>,
        files: Option<Box<dyn OldFiles>>,
    ) -> PictureLookup {
        let by_path = pictures.iter().map(|(number, picture)| (file_key(&picture.address), number.clone())).collect();
        PictureLookup { folder, files, by_number: pictures, by_path, judged: RefCell::default() }
    }

    /// Whether there is a folder of files.
    pub fn has_files(&self) -> bool {
        self.folder.is_some() || self.files.is_some()
    }

    /// Finds the file of a picture that a story shows, and adds what is known about it.
    ///
    /// # Errors
    /// The picture's name, and why it cannot be used.
    pub fn find(&self, wanted: &Wanted, links: &OldLinks, story: &OldStory) -> Result<FoundPicture, (String, String)> {
        let known = self.known(wanted);
        let address = known.map_or(wanted.address.as_str(), |picture| picture.address.as_str());
        let named = if address.is_empty() { wanted.id.clone().unwrap_or_default() } else { String::from(address) };
        if address.is_empty() {
            return Err((named, String::from("is not in the export")));
        }
        if !self.has_files() {
            return Err((named, String::new()));
        }
        let is_own = known.is_some() || links.is_own(address);
        let mut file = self.file(address, is_own, story);
        if file.is_err() && !wanted.address.is_empty() && wanted.address != address {
            file = self.file(&wanted.address, links.is_own(&wanted.address), story).or(file);
        }
        let file = file.map_err(|reason| (named.clone(), reason))?;
        let (change, ending) = self.judge(&file).map_err(|reason| (named, reason))?;
        let first = |own: &str, kept: Option<&str>| {
            if own.is_empty() { String::from(kept.unwrap_or_default()) } else { String::from(own) }
        };
        let alt = first(&wanted.alt, known.map(|picture| picture.alt.as_str()));
        let kept = known.map(|picture| picture.caption.as_str());
        let stand_in = first(&wanted.caption, kept);
        // In a gallery, a picture's caption is that of its file.
        let caption = if wanted.address.is_empty() { stand_in.clone() } else { wanted.caption.clone() };
        Ok(FoundPicture { file, change, ending, alt, caption, stand_in })
    }

    /// The file at an address: one that came with the export, or else one of the pictures folder.
    fn file(&self, address: &str, is_own: bool, story: &OldStory) -> Result<PathBuf, String> {
        let elsewhere = || Err(String::from("is on another site"));
        let own = match &self.files {
            Some(files) if is_own => Some(files.find(address, &story.folder, story.address.as_deref())),
            Some(_) if self.folder.is_none() => Some(elsewhere()),
            _ => None,
        };
        match (own, &self.folder) {
            (Some(Ok(file)), _) => Ok(file),
            (Some(Err(reason)), Some(folder)) => folder.find(address, is_own).map_err(|_| reason),
            (Some(Err(reason)), None) => Err(reason),
            (None, Some(folder)) => folder.find(address, is_own),
            (None, None) => elsewhere(),
        }
    }

    /// What the export says about a picture, looked up by its number or else by the address of its file.
    pub fn known(&self, wanted: &Wanted) -> Option<&OldPicture> {
        let by_number = wanted.id.as_ref().and_then(|number| self.by_number.get(number));
        by_number.or_else(|| {
            let path = file_key(&wanted.address);
            let number = self.by_path.get(&path).or_else(|| self.by_path.get(&without_size(&path)?))?;
            self.by_number.get(number)
        })
    }

    fn judge(&self, file: &Path) -> Judged {
        if let Some(judged) = self.judged.borrow().get(file) {
            return judged.clone();
        }
        let judged = match std::fs::read(file) {
            Ok(bytes) => PictureChange::of(&bytes),
            Err(error) => Err(format!("cannot be read: {error}")),
        };
        self.judged.borrow_mut().insert(file.to_path_buf(), judged.clone());
        judged
    }
}

/// Normalises the address of a file for comparison: only the path counts.
fn file_key(address: &str) -> String {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let path = address.split_once("://").map_or(address, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    path_key(path.trim_start_matches('/'))
}
