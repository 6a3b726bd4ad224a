//! The comments of readers, in a file for a comment system: one JSON object in each line.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::source::comment::OldComment;
use crate::diagnostics::failure::Failure;
use crate::store::new_file;

/// A file with comments. It gets its name when it is complete.
pub struct CommentFile {
    path: PathBuf,
    fresh: PathBuf,
    file: BufWriter<File>,
    /// The number of comments so far.
    pub count: usize,
}

/// A line of the file.
#[derive(Serialize)]
struct Line<'a> {
    /// The new address of the story.
    story: &'a str,
    id: &'a str,
    parent: &'a str,
    author: &'a str,
    date: &'a str,
    text: &'a str,
}

impl CommentFile {
    /// Starts the file at `path`, which must not be in the content folder, whose files are published.
    ///
    /// # Errors
    /// It is in the content folder, or cannot be created.
    pub fn start(path: &Path, content: &Path) -> Result<CommentFile, Failure> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = folder.canonicalize().map_err(Failure::file("write", path))?;
        if content.canonicalize().is_ok_and(|content| folder.starts_with(content)) {
            let what = format!("{} is in the content folder, which is published", path.display());
            return Err(Failure::message(what, "name a file elsewhere with --comments"));
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let fresh = folder.join(format!(".{name}.new"));
        let file = BufWriter::new(new_file::created(&fresh).map_err(Failure::file("write", path))?);
        Ok(CommentFile { path: path.to_path_buf(), fresh, file, count: 0 })
    }

    /// Adds the comments on the story at the new address `story`.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn add(&mut self, story: &str, comments: &[OldComment]) -> Result<(), Failure> {
        for OldComment { id, parent, author, date, text } in comments {
            let line = serde_json::to_string(&Line { story, id, parent, author, date, text })?;
            writeln!(self.file, "{line}").map_err(Failure::file("write", &self.path))?;
            self.count += 1;
        }
        Ok(())
    }

    /// Gives the file its name.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn finish(mut self) -> Result<usize, Failure> {
        let written = self.file.flush().and_then(|()| std::fs::rename(&self.fresh, &self.path));
        written.map_err(Failure::file("write", &self.path))?;
        Ok(self.count)
    }
}
