//! A folder of files that a test works in.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder of files that a test works in. Files are named by their path in it, with slashes.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// An empty folder below that of cargo's temporary files.
    pub fn empty(name: impl AsRef<Path>) -> Folder {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        Folder(folder)
    }

    /// The path of a file; of the folder itself if `name` is empty.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Replaces text in a file.
    pub fn change(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name} does not contain {from}");
        self.write(name, text.replace(from, to));
    }
}
