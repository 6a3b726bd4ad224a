//! The folder of the old site's pictures.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use walkdir::WalkDir;

use crate::diagnostics::failure::Failure;

/// The files of a folder, indexed by name. Only files in the folder are ever returned.
#[derive(Debug)]
pub struct PictureFolder {
    path: PathBuf,
    /// By file name in lower case: paths relative to the folder, with forward slashes, in alphabetical order.
    files: HashMap<String, Vec<String>>,
}

/// The parts of an address after which the path of an upload begins.
const ROOTS: [&str; 4] = ["/uploads/", "/content/images/", "/content/media/", "/content/files/"];

impl PictureFolder {
    /// Indexes the folder at `path`. Symbolic links are not followed.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn at(path: &Path) -> Result<PictureFolder, Failure> {
        std::fs::read_dir(path).map_err(Failure::file("read", path))?;
        let mut files: HashMap<String, Vec<String>> = HashMap::new();
        for entry in WalkDir::new(path).sort_by_file_name() {
            let entry = entry.map_err(|error| {
                let place = error.path().unwrap_or(path).to_path_buf();
                Failure::Io { doing: "read", path: place, source: error.into() }
            })?;
            if entry.file_type().is_file()
                && let Ok(below) = entry.path().strip_prefix(path)
                && let Some(below) = below.to_str()
            {
                let name = entry.file_name().to_string_lossy().to_lowercase();
                files.entry(name).or_default().push(below.replace('\\', "/"));
            }
        }
        Ok(PictureFolder { path: path.to_path_buf(), files })
    }

    /// Finds the file of the picture at an old address: by its path below the uploads folder or, if the address
    /// `is_own` (on the old site itself), by its name alone. The original is preferred to a smaller copy
    /// (`lamp-300x200.jpg`).
    ///
    /// # Errors
    /// The reason, as the end of a sentence about the picture.
    pub fn find(&self, address: &str, is_own: bool) -> Result<PathBuf, String> {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let path = percent_decode_str(path).decode_utf8_lossy().into_owned();
        let found = [without_size(&path), Some(path.clone())];
        let mut reason = String::from("is not in the pictures folder");
        for path in found.into_iter().flatten() {
            match self.look_up(&path, is_own) {
                Ok(Some(file)) => return Ok(self.path.join(file)),
                Ok(None) => {}
                Err(several) => reason = several,
            }
        }
        Err(reason)
    }

    fn look_up(&self, path: &str, is_own: bool) -> Result<Option<&str>, String> {
        let name = path.rsplit('/').next().unwrap_or_default().to_lowercase();
        let Some(files) = self.files.get(&name) else { return Ok(None) };
        let below = ROOTS.iter().find_map(|root| path.split_once(root)).map(|(_, below)| below);
        if let Some(below) = below {
            // Ghost keeps smaller copies in separate folders.
            let below = below.strip_prefix("size/").and_then(|sized| sized.split_once('/')).map_or(below, |(_, at)| at);
            let is_it = |file: &&String| *file == below || file.ends_with(&["/", below].concat());
            if let Some(file) = files.iter().find(is_it) {
                return Ok(Some(file));
            }
        }
        match (is_own || below.is_some(), files.as_slice()) {
            (true, [file]) => Ok(Some(file)),
            (true, _) => Err(format!("has the same name as {} files in other folders", files.len())),
            _ => Ok(None),
        }
    }
}

/// The path of a smaller copy's original: `lamp.jpg` for `lamp-300x200.jpg`. None if the name has no size.
pub fn without_size(path: &str) -> Option<String> {
    let (stem, ending) = path.rsplit_once('.')?;
    let (stem, size) = stem.rsplit_once('-')?;
    let (width, height) = size.split_once('x')?;
    let is_number = |text: &str| !text.is_empty() && text.len() < 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(width) && is_number(height)).then(|| format!("{stem}.{ending}"))
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
