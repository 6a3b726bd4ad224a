//! Hands the edition over to Trunk, which publishes the folder that its hooks fill, a new one each time.
//!
//! press keeps an edition of its own and changes only what differs; Trunk gets links to it. In a development build,
//! there is one symbolic link for each entry at the top of the site: created instantly, and removed as quickly when
//! Trunk replaces the folder. In a release build, each file is a hard link where the file system supports that,
//! else a copy. Neither press nor Trunk ever modifies a file in place.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diagnostics::failure::Failure;

/// Where and how an edition is handed over.
#[derive(Clone, Debug)]
pub struct TrunkHandover {
    /// The folder; everything else in it is removed.
    pub folder: PathBuf,
    /// Whether symbolic links into the edition are enough.
    pub linked: bool,
}

impl TrunkHandover {
    /// Hands over the edition in the folder `site`.
    ///
    /// # Errors
    /// The folder cannot be emptied or filled.
    pub fn give(&self, site: &Path) -> Result<(), Failure> {
        empty(&self.folder)?;
        if !(self.linked && self.link(site)) {
            // Some links may have been made before one failed.
            empty(&self.folder)?;
            self.fill(site)?;
        }
        Ok(())
    }

    /// Whether symbolic links can be made in the folder. They keep leading to the current edition after it is replaced.
    pub fn can_link(&self) -> bool {
        let link = self.folder.join(".link");
        let made = fs::create_dir_all(&self.folder).and_then(|()| symlink(&self.folder, &link));
        made.and_then(|()| fs::remove_file(&link)).is_ok()
    }

    /// Makes a symbolic link for each top-level entry; returns false if that fails.
    fn link(&self, site: &Path) -> bool {
        let link = || {
            let site = fs::canonicalize(site)?;
            for entry in fs::read_dir(&site)? {
                let name = entry?.file_name();
                symlink(&site.join(&name), &self.folder.join(&name))?;
            }
            Ok::<_, std::io::Error>(())
        };
        link().is_ok()
    }

    /// Makes a hard link to each file, or copies it.
    fn fill(&self, site: &Path) -> Result<(), Failure> {
        let mut files = Vec::new();
        for entry in WalkDir::new(site) {
            let entry = entry.map_err(|error| Failure::file("read", site)(error.into()))?;
            let Ok(place) = entry.path().strip_prefix(site).map(|path| self.folder.join(path)) else { continue };
            if entry.file_type().is_dir() {
                fs::create_dir_all(&place).map_err(Failure::file("make", &place))?;
            } else {
                files.push((entry.into_path(), place));
            }
        }
        files.par_iter().try_for_each(|(file, place)| {
            let copy = || fs::copy(file, place).map(drop);
            fs::hard_link(file, place).or_else(|_| copy()).map_err(Failure::file("copy", file))
        })
    }
}

#[cfg(unix)]
fn symlink(target: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

/// On Windows not every user may make symbolic links.
#[cfg(not(unix))]
fn symlink(_target: &Path, _link: &Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

fn empty(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
    for entry in fs::read_dir(folder).map_err(Failure::file("read", folder))? {
        let entry = entry.map_err(Failure::file("read", folder))?;
        let (path, kind) = (entry.path(), entry.file_type().map_err(Failure::file("read", folder))?);
        let removed = if kind.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.map_err(Failure::file("remove", &path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::TrunkHandover;

    #[test]
    fn the_handed_over_folder_reads_as_the_edition_and_can_be_removed() {
        let temporary = tempfile::tempdir().unwrap();
        let room = temporary.path();
        let (site, folder) = (room.join("site"), room.join("folder"));
        for story in ["harbour", "stairs"] {
            fs::create_dir_all(site.join("history").join(story)).unwrap();
            fs::write(site.join("history").join(story).join("index.html"), story).unwrap();
        }
        fs::write(site.join("index.html"), "front").unwrap();
        for linked in [true, false, true] {
            fs::create_dir_all(folder.join("snippets")).unwrap();
            fs::write(folder.join("snippets/app.js"), "of Trunk").unwrap();
            TrunkHandover { folder: folder.clone(), linked }.give(&site).unwrap();
            let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
            assert_eq!((read("index.html"), read("history/stairs/index.html")), ("front".into(), "stairs".into()));
            assert!(!folder.join("snippets").exists());
            assert_eq!(folder.join("history").is_symlink(), linked && cfg!(unix));
        }
        // Trunk removes the folder; the edition stays.
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(fs::read_to_string(site.join("history/harbour/index.html")).unwrap(), "harbour");
    }
}
