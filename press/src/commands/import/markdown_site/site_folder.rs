//! The folder of a Markdown site: which files it has, and what they say.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::commands::import::picture_folder::check_depth;
use crate::diagnostics::failure::Failure;
use crate::store::plain_file;

/// The files of a folder, by their paths relative to it, with forward slashes. Only files that were found in the folder
/// itself can be read: symbolic links are not followed, and `..` leads nowhere.
#[derive(Clone, Debug, Default)]
pub struct SiteFolder {
    root: PathBuf,
    files: BTreeSet<String>,
    /// What was passed over, by kind: symbolic links, names that are not UTF-8, folders that cannot be read.
    pub passed_over: Vec<(&'static str, String)>,
}

/// Maximum size of a text in bytes. Anything larger is not a story.
const LARGEST: u64 = 8_000_000;

/// Folders of other programs that contain neither texts nor pictures of a site.
const FOREIGN: [&str; 6] = ["node_modules", "bower_components", "target", "_site", ".jekyll-cache", "resources"];

impl SiteFolder {
    /// Looks at all files below `root`, but not at those of the newspaper in `content`.
    ///
    /// # Errors
    /// The folder cannot be read, or is nested too deeply.
    pub fn at(root: &Path, content: &Path) -> Result<SiteFolder, Failure> {
        std::fs::read_dir(root).map_err(Failure::file("read", root))?;
        let mut folder = SiteFolder { root: root.to_path_buf(), ..SiteFolder::default() };
        let content = content.canonicalize().ok();
        let is_newspaper = |entry: &DirEntry| {
            entry.file_name() == "content" || content.as_deref().and_then(Path::file_name) == Some(entry.file_name())
        };
        let is_wanted = |entry: &DirEntry| {
            let name = entry.file_name().to_string_lossy();
            let is_foreign = name.starts_with('.') || FOREIGN.contains(&&*name);
            let is_ours = || is_newspaper(entry) && entry.path().canonicalize().ok() == content;
            entry.depth() == 0 || !entry.file_type().is_dir() || !(is_foreign || is_ours())
        };
        for entry in WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(is_wanted) {
            match entry {
                Ok(entry) => {
                    check_depth(&entry)?;
                    folder.add(&entry);
                }
                Err(error) => {
                    let place = error.path().unwrap_or(root).strip_prefix(root).unwrap_or(root);
                    folder.passed_over.push(("folders that cannot be read", place.display().to_string()));
                }
            }
        }
        Ok(folder)
    }

    fn add(&mut self, entry: &DirEntry) {
        let Ok(below) = entry.path().strip_prefix(&self.root) else { return };
        let kind = entry.file_type();
        if kind.is_symlink() && entry.depth() > 0 {
            self.passed_over.push(("symbolic links", below.display().to_string()));
        } else if kind.is_file() {
            match below.to_str() {
                Some(path) => _ = self.files.insert(path.replace('\\', "/")),
                None => self.passed_over.push(("files whose names are not UTF-8", below.display().to_string())),
            }
        }
    }

    /// All files, in alphabetical order.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(String::as_str)
    }

    /// The files below `folder` (all files for an empty path), in alphabetical order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        let begin = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let from = self.files.range(begin.clone()..);
        from.take_while(move |file| file.starts_with(&begin)).map(String::as_str)
    }

    /// Whether there is a file at this path.
    pub fn has(&self, file: &str) -> bool {
        self.files.contains(file)
    }

    /// Where a file lies.
    pub fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    /// The contents of a text file, without a byte order mark and with every line ending as a line feed.
    ///
    /// # Errors
    /// Why it cannot be read, with the file, the line and a remedy.
    pub fn text(&self, file: &str) -> Result<String, String> {
        if !self.has(file) {
            return Err(format!("{file} is missing; put it back"));
        }
        let path = self.path(file);
        let size = std::fs::metadata(&path).map(|data| data.len()).unwrap_or_default();
        if size > LARGEST {
            return Err(format!("{file} is larger than 8 MB; divide it"));
        }
        let bytes = plain_file::read(&path)
            .map_err(|error| format!("{file} cannot be read: {error}; check its permissions"))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
            format!("{file}:{line}: the file is not valid UTF-8; save it with the encoding UTF-8")
        })?;
        let text = text.strip_prefix('\u{feff}').map(String::from).unwrap_or(text);
        Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
    }
}
