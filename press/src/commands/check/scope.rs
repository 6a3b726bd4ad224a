//! Which files are reported on.

use std::path::{Component, Path, PathBuf};

use crate::content::folder::ContentFolder;
use crate::diagnostics::failure::Failure;

/// The files and folders that are reported on.
#[derive(Debug)]
pub struct Scope {
    /// Below the content folder; none for all of it.
    paths: Option<Vec<PathBuf>>,
    /// What editors call the content folder.
    name: PathBuf,
}

impl Scope {
    /// All of the content if no paths are named.
    ///
    /// # Errors
    /// A path is not there, or lies outside the content.
    pub fn of(paths: &[PathBuf], content: &ContentFolder) -> Result<Scope, Failure> {
        let below = |path: &PathBuf| below(path, content);
        let named = paths.iter().map(below).collect::<Result<Vec<_>, Failure>>()?;
        Ok(Scope { paths: (!paths.is_empty()).then_some(named), name: content.name(Path::new("")) })
    }

    /// Whether the file at `path` below the content folder is reported on.
    pub fn covers(&self, path: &Path) -> bool {
        self.paths.as_ref().is_none_or(|paths| paths.iter().any(|named| path.starts_with(named)))
    }

    /// The same for a file as an editor would name it.
    pub fn covers_named(&self, file: &Path) -> bool {
        self.covers(file.strip_prefix(&self.name).unwrap_or(file))
    }
}

/// A path of the caller as one below the content folder.
fn below(path: &Path, content: &ContentFolder) -> Result<PathBuf, Failure> {
    if !path.exists() {
        let what = format!("{} is not there", path.display());
        return Err(Failure::message(what, "correct the path, or leave it out to check all"));
    }
    let root: PathBuf = content.path(Path::new("")).components().collect();
    let within = |resolve: fn(&Path) -> std::io::Result<PathBuf>| {
        Some(resolve(path).ok()?.strip_prefix(resolve(&root).ok()?).ok()?.to_path_buf())
    };
    // As it is written, so that links within the content stay what they are; else wherever it leads.
    let is_plain = !path.components().any(|part| part == Component::ParentDir);
    let as_written = || within(|path| std::path::absolute(path)).filter(|_| is_plain);
    let found = as_written().or_else(|| within(|path| path.canonicalize()));
    let Some(found) = found else {
        let what = format!("{} lies outside {}", path.display(), root.display());
        return Err(Failure::message(what, "name files and folders of the content"));
    };
    Ok(whole(found, path.is_file()))
}

/// What is remarked on a picture stands in the text beside it: a file that is neither text nor site.toml stands for its folder.
fn whole(path: PathBuf, is_file: bool) -> PathBuf {
    let has_lines = path.extension().is_some_and(|ending| ending == "md" || ending == "toml" || ending == "json");
    match path.parent() {
        Some(folder) if is_file && !has_lines => folder.to_path_buf(),
        _ => path,
    }
}
