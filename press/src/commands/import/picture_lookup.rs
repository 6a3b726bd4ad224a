//! Finds the old site's pictures: their files, and what the export says about them.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::links::{OldLinks, path_key};
use super::picture_change::PictureChange;
use super::picture_folder::{PictureFolder, Version, below_uploads, without_size};
use super::source::picture::OldPicture;
use super::source::site::OldFiles;
use super::source::story::OldStory;
use super::text::Wanted;
use crate::store::plain_file;

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
    judged: Mutex<HashMap<PathBuf, Judged>>,
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
        PictureLookup { folder, files, by_number: pictures, by_path, judged: Mutex::default() }
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
        let kept = known.map(|picture| picture.address.as_str()).filter(|kept| !kept.is_empty());
        let written = Some(wanted.address.as_str()).filter(|written| !written.is_empty());
        let file = self.file((written, kept), links, story);
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

    /// The file of a picture, by the address that is written and the one that the export keeps: one that came with the
    /// export, or else one of the pictures folder.
    fn file(
        &self,
        (written, kept): (Option<&str>, Option<&str>),
        links: &OldLinks,
        story: &OldStory,
    ) -> Result<PathBuf, String> {
        let elsewhere = || Err(String::from("is on another site"));
        let is_own = |address: &&str| kept.is_some() || links.is_own(address);
        let own = self.files.as_ref().map(|files| {
            let addresses = [written, kept].into_iter().flatten().filter(is_own);
            let find = |address| files.find(address, &story.folder, story.address.as_deref());
            addresses.fold(elsewhere(), |found, address| found.or_else(|_| find(address)))
        });
        match (own, &self.folder) {
            (Some(Ok(file)), _) => Ok(file),
            (Some(Err(reason)), Some(folder)) => in_folder(folder, (written, kept), links).map_err(|_| reason),
            (Some(Err(reason)), None) => Err(reason),
            (None, Some(folder)) => in_folder(folder, (written, kept), links),
            (None, None) => elsewhere(),
        }
    }

    /// What the export says about a picture, looked up by the address of its file or else by its number. A number that
    /// belongs to a file of another name is left over from another site.
    pub fn known(&self, wanted: &Wanted) -> Option<&OldPicture> {
        let path = file_key(&wanted.address);
        let by_path = self.by_path.get(&path).or_else(|| self.by_path.get(&without_size(&path)?));
        let by_path = by_path.filter(|_| !wanted.address.is_empty());
        by_path.and_then(|number| self.by_number.get(number)).or_else(|| {
            let picture = self.by_number.get(wanted.id.as_ref()?)?;
            (wanted.address.is_empty() || stem(&path) == stem(&file_key(&picture.address))).then_some(picture)
        })
    }

    fn judge(&self, file: &Path) -> Judged {
        let known = self.judged.lock().unwrap_or_else(PoisonError::into_inner).get(file).cloned();
        if let Some(judged) = known {
            return judged;
        }
        let judged = match plain_file::read(file) {
            Ok(bytes) => PictureChange::of(&bytes),
            Err(error) => Err(format!("cannot be read: {error}")),
        };
        self.judged.lock().unwrap_or_else(PoisonError::into_inner).insert(file.to_path_buf(), judged.clone());
        judged
    }
}

/// Normalises the address of a file for comparison: only the path counts, below the folder of uploads if it is there.
/// The file of a picture in the pictures folder.
fn in_folder(
    folder: &PictureFolder,
    (written, kept): (Option<&str>, Option<&str>),
    links: &OldLinks,
) -> Result<PathBuf, String> {
    let version = |address: &str| match kept {
        None => Version::Unknown,
        Some(kept) if file_key(kept) == file_key(address) => Version::Original,
        Some(_) => Version::Copy,
    };
    let by_path = written.and_then(|address| folder.at_path(address, version(address)));
    let by_path = by_path.or_else(|| folder.at_path(kept?, Version::Original));
    let mut file = by_path.ok_or_else(|| String::from("is not in the pictures folder"));
    for address in [written, kept].into_iter().flatten() {
        let is_own = kept.is_some() || links.is_own(address);
        file = file.or_else(|reason| {
            let named = folder.called(address, is_own);
            named.map_err(|other| if other.contains("same name") { other } else { reason })
        });
    }
    file
}

fn file_key(address: &str) -> String {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let path = address.split_once("://").map_or(address, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    path_key(below_uploads(address).unwrap_or(path.trim_start_matches('/')))
}

/// The name of a file without its ending and what WordPress adds for a size, a rotation or an edit.
fn stem(path: &str) -> String {
    let path = without_size(path).unwrap_or_else(|| String::from(path));
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let is_added = |part: &str| {
        ["scaled", "rotated"].contains(&part)
            || part
                .strip_prefix('e')
                .is_some_and(|time| time.len() > 9 && time.bytes().all(|byte| byte.is_ascii_digit()))
    };
    String::from(stem.rsplit_once('-').filter(|(_, part)| is_added(part)).map_or(stem, |(stem, _)| stem))
}
