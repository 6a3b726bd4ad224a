//! The folder of the old site's pictures.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use walkdir::{DirEntry, WalkDir};

use crate::content::inventory::DEEPEST;
use crate::diagnostics::failure::Failure;
use crate::locale::letters::{composed, key};

/// The files of a folder, indexed by name. Only files in the folder are ever returned.
#[derive(Debug)]
pub struct PictureFolder {
    path: PathBuf,
    /// By file name in lower case: paths relative to the folder, with forward slashes, in alphabetical order.
    files: HashMap<String, Vec<String>>,
}

/// What the export says about a file whose name ends in a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// It was uploaded under this name.
    Original,
    /// It is a copy of a file that was uploaded.
    Copy,
    /// Nothing.
    Unknown,
}

/// The parts of an address after which the path of an upload begins.
const ROOTS: [&str; 4] = ["/uploads/", "/content/images/", "/content/media/", "/content/files/"];

/// Makes sure that a folder of the old site is not in more folders than one of the newspaper may be in.
///
/// # Errors
/// It is.
pub fn check_depth(entry: &DirEntry) -> Result<(), Failure> {
    if !entry.file_type().is_dir() || entry.depth() <= DEEPEST {
        return Ok(());
    }
    let what = format_args!("the folder {} is in more than {DEEPEST} others", entry.path().display()).to_string();
    Err(Failure::message(what, "move it up, or move it away"))
}

impl PictureFolder {
    /// Indexes the folder at `path`. Symbolic links are not followed.
    ///
    /// # Errors
    /// The folder cannot be read, or is nested too deeply.
    pub fn at(path: &Path) -> Result<PictureFolder, Failure> {
        std::fs::read_dir(path).map_err(Failure::file("read", path))?;
        let mut files: HashMap<String, Vec<String>> = HashMap::new();
        for entry in WalkDir::new(path).sort_by_file_name() {
            let entry = entry.map_err(|error| {
                let place = error.path().unwrap_or(path).to_path_buf();
                Failure::Io { doing: "read", path: place, source: error.into() }
            })?;
            check_depth(&entry)?;
            if entry.file_type().is_file()
                && let Ok(below) = entry.path().strip_prefix(path)
                && let Some(below) = below.to_str()
            {
                let name = key(&entry.file_name().to_string_lossy());
                files.entry(name).or_default().push(below.replace('\\', "/"));
            }
        }
        Ok(PictureFolder { path: path.to_path_buf(), files })
    }

    /// The file of a picture by its path below the uploads folder. A smaller copy (`lamp-300x200.jpg`) is replaced by
    /// its original.
    pub fn at_path(&self, address: &str, version: Version) -> Option<PathBuf> {
        let path = decoded(address);
        let exact = self.by_path(&path);
        let larger = without_size(&path).filter(|_| version != Version::Original).and_then(|path| self.by_path(&path));
        let found = match (exact, larger) {
            (Some(exact), Some(larger)) if version == Version::Unknown && !self.is_copy(&path, exact, larger) => {
                Some(exact)
            }
            (exact, larger) => larger.or(exact),
        };
        found.map(|file| self.path.join(file))
    }

    /// The file of a picture by its name alone, which must be the only one. The address must be that of an upload or
    /// on the old site itself (`is_own`).
    ///
    /// # Errors
    /// The reason, as the end of a sentence about the picture.
    pub fn called(&self, address: &str, is_own: bool) -> Result<PathBuf, String> {
        let path = decoded(address);
        let original = without_size(&path);
        let mut reason = String::from("is not in the pictures folder");
        for path in [Some(path.as_str()), original.as_deref()].into_iter().flatten() {
            match self.by_name(path, is_own) {
                Ok(Some(file)) => return Ok(self.path.join(file)),
                Ok(None) => {}
                Err(several) => reason = several,
            }
        }
        Err(reason)
    }

    /// The file whose path ends like that of an upload.
    fn by_path(&self, path: &str) -> Option<&String> {
        let below = composed(below_uploads(path)?);
        let is_it = |file: &&String| {
            let start = composed(file).strip_suffix(&*below).map(String::from);
            start.is_some_and(|start| start.is_empty() || start.ends_with('/'))
        };
        self.files.get(&name_of(path))?.iter().find(is_it)
    }

    /// The only file of this name, unless both are in folders for different months: then it is another picture.
    fn by_name(&self, path: &str, is_own: bool) -> Result<Option<&String>, String> {
        let Some(files) = self.files.get(&name_of(path)) else { return Ok(None) };
        let below = below_uploads(path);
        if !is_own && below.is_none() {
            return Ok(None);
        }
        let month = below.and_then(month_of);
        let may_be = |file: &&String| month.is_none() || month_of(file).is_none_or(|own| Some(own) == month);
        let fitting: Vec<&String> = files.iter().filter(may_be).collect();
        match fitting.as_slice() {
            [] => Ok(None),
            [file] => Ok(Some(file)),
            files => Err(format!("has the same name as {} files in other folders", files.len())),
        }
    }

    /// Whether the file at `path` is a smaller copy of `larger`: it is as large as its name says, and not larger than
    /// the other one.
    fn is_copy(&self, path: &str, file: &str, larger: &str) -> bool {
        let size = |file: &str| image::image_dimensions(self.path.join(file)).ok();
        match (size_of(path), size(file), size(larger)) {
            (Some(named), Some(own), Some(original)) => named == own && own.0 <= original.0 && own.1 <= original.1,
            // If it cannot be measured, its name is believed.
            _ => true,
        }
    }
}

fn decoded(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// The path of an upload below the folder of uploads.
pub fn below_uploads(path: &str) -> Option<&str> {
    let below = ROOTS.iter().find_map(|root| path.split_once(root)).map(|(_, below)| below)?;
    // Ghost keeps smaller copies in separate folders.
    Some(below.strip_prefix("size/").and_then(|sized| sized.split_once('/')).map_or(below, |(_, at)| at))
}

fn name_of(path: &str) -> String {
    key(path.rsplit('/').next().unwrap_or_default())
}

/// The folder of a month, `2024/05`, in a path.
fn month_of(path: &str) -> Option<(&str, &str)> {
    let is_number = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    let folders: Vec<&str> = path.split('/').collect();
    let pairs = folders.iter().zip(folders.iter().skip(1)).map(|(year, month)| (*year, *month));
    pairs.into_iter().find(|(year, month)| is_number(year, 4) && is_number(month, 2))
}

/// The path of a smaller copy's original: `lamp.jpg` for `lamp-300x200.jpg`. None if the name has no size.
pub fn without_size(path: &str) -> Option<String> {
    size_of(path)?;
    let (stem, ending) = path.rsplit_once('.')?;
    let (stem, _) = stem.rsplit_once('-')?;
    Some(format!("{stem}.{ending}"))
}

/// Width and height at the end of a name.
fn size_of(path: &str) -> Option<(u32, u32)> {
    let (stem, _) = path.rsplit_once('.')?;
    let (_, size) = stem.rsplit_once('-')?;
    let (width, height) = size.split_once('x')?;
    let number = |text: &str| text.parse().ok().filter(|_| text.len() < 6 && !text.starts_with('+'));
    Some((number(width)?, number(height)?))
}

#[cfg(test)]
mod tests {
    use super::without_size;

    #[test]
    fn a_smaller_copy_is_recognised_by_its_name() {
        assert_eq!(without_size("/2024/lamp-300x200.jpg").as_deref(), Some("/2024/lamp.jpg"));
        for other in ["/lamp.jpg", "/lamp-300.jpg", "/lamp-axb.jpg", "/lamp-x.jpg", "lamp"] {
            assert_eq!(without_size(other), None, "{other}");
        }
    }
}
