//! Limits the report to some files and folders.

use std::path::{Component, Path, PathBuf};

use crate::content::folder::ContentFolder;
use crate::diagnostics::failure::Failure;

/// The files and folders to report on.
#[derive(Debug)]
pub struct Scope {
    /// Relative to the content folder; `None` for all of it.
    paths: Option<Vec<PathBuf>>,
    /// What editors call the content folder.
    name: PathBuf,
}

impl Scope {
    /// Reports on `paths`, or on all of the content if there are none.
    ///
    /// # Errors
    /// A path does not exist or is outside the content folder.
    pub fn of(paths: &[PathBuf], content: &ContentFolder) -> Result<Scope, Failure> {
        let below = |path: &PathBuf| below(path, content);
        let named = paths.iter().map(below).collect::<Result<Vec<_>, Failure>>()?;
        Ok(Scope { paths: (!paths.is_empty()).then_some(named), name: content.name(Path::new("")) })
    }

    /// Whether to report on the file at `path`, which is relative to the content folder.
    pub fn covers(&self, path: &Path) -> bool {
        self.paths.as_ref().is_none_or(|paths| paths.iter().any(|named| path.starts_with(named)))
    }

    /// Whether to report on `file`, named as an editor would name it.
    pub fn covers_named(&self, file: &Path) -> bool {
        self.covers(file.strip_prefix(&self.name).unwrap_or(file))
    }
}

/// Makes a path relative to the content folder.
fn below(path: &Path, content: &ContentFolder) -> Result<PathBuf, Failure> {
    if !path.exists() {
        let what = format!("{} does not exist", path.display());
        return Err(Failure::message(what, "correct the path, or omit it to check everything"));
    }
    let root: PathBuf = content.path(Path::new("")).components().collect();
    let within = |resolve: fn(&Path) -> std::io::Result<PathBuf>| {
        Some(resolve(path).ok()?.strip_prefix(resolve(&root).ok()?).ok()?.to_path_buf())
    };
    // Symbolic links inside the content folder are not resolved, unless that is the only way to get into it.
    let is_plain = !path.components().any(|part| part == Component::ParentDir);
    let as_written = || within(|path| std::path::absolute(path)).filter(|_| is_plain);
    let found = as_written().or_else(|| within(|path| path.canonicalize()));
    let Some(found) = found else {
        let what = format!("{} is outside {}", path.display(), root.display());
        return Err(Failure::message(what, "use files and folders inside it"));
    };
    Ok(whole(found, path.is_file()))
}

/// Replaces a picture with its folder, since findings about a picture are reported in the text that shows it. Only
/// `.md`, `.toml` and `.json` files are kept.
fn whole(path: PathBuf, is_file: bool) -> PathBuf {
    let has_lines = path.extension().is_some_and(|ending| ending == "md" || ending == "toml" || ending == "json");
    match path.parent() {
        Some(folder) if is_file && !has_lines => folder.to_path_buf(),
        _ => path,
    }
}
