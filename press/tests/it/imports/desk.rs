//! A separate content folder for each test, and the program `press` that imports into it.

use crate::folder::Folder;
use crate::outcome::{Outcome, press, run};
use expect_test::expect_file;
use std::collections::BTreeMap;
use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use press::content::inventory::Inventory;
use press::diagnostics::failure::Failure;
use press::edition::{Edition, EditionOptions, read_edition};
use press::locale::clock::Clock;
use press::pictures::Pictures;
use press::stories::cache::StoryCache;
use walkdir::WalkDir;

/// A folder with `content/` and the export of a program.
pub struct Desk {
    folder: Folder,
    program: &'static str,
    /// What the program is called on the command line.
    command: &'static str,
}

impl Deref for Desk {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.folder
    }
}

impl Desk {
    /// A desk for the test `name`, with the files of `imports/<program>`.
    pub fn of(program: &'static str, name: &str) -> Desk {
        Desk::called(program, program, name)
    }

    /// A desk for the test `name`, with the Markdown site of `imports/<kind>`.
    pub fn of_site(kind: &'static str, name: &str) -> Desk {
        Desk::called(kind, "markdown", name)
    }

    fn called(program: &'static str, command: &'static str, name: &str) -> Desk {
        let folder = Folder::empty(Path::new("imports").join(program).join(name));
        let desk = Desk { folder, program, command };
        for (file, content) in tree(&fixtures(program)) {
            if !file.starts_with("expected/") {
                desk.write(&file, content);
            }
        }
        desk
    }

    /// Runs `press import` at the desk.
    pub fn import(&self, arguments: &[&str]) -> Outcome {
        run(press(&self.path("")).args(["import", self.command]).args(arguments))
    }

    /// The edition that press makes of the content.
    pub fn edition(&self) -> Result<Edition, Failure> {
        let clock = Clock::read(Some("2026-11-24T12:00:00+02:00")).unwrap();
        let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
        let content = self.path("content");
        let inventory = Inventory::take(&content);
        let pictures = Pictures::develop(&inventory, &content, &cache).unwrap();
        let options = EditionOptions { content: &content, base: "", clock: &clock, drafts: false };
        read_edition(&inventory, &options, &pictures, &mut StoryCache::default())
    }

    /// All files of the content.
    pub fn content(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.path("content"))
    }

    /// Compares the files that the import has added to the content, and its report, with `expected/`.
    pub fn expect(&self, outcome: &Outcome) {
        let before = tree(&fixtures(self.program).join("content"));
        let mut found: BTreeMap<String, Vec<u8>> =
            self.content().into_iter().filter(|(file, _)| !before.contains_key(file)).collect();
        found.insert(String::from("report.txt"), outcome.told.clone().into_bytes());
        let folder = fixtures(self.program).join("expected");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            // Files that are no longer expected, and pictures, which are not text.
            fs::remove_dir_all(&folder).unwrap();
            for (file, content) in &found {
                let path = folder.join(file);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, content).unwrap();
            }
        }
        let expected = tree(&folder);
        assert_eq!(expected.keys().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>());
        for (file, content) in &found {
            match str::from_utf8(content) {
                Ok(text) => expect_file![folder.join(file)].assert_eq(text),
                Err(_) => assert!(expected[file] == *content, "{file} differs"),
            }
        }
    }
}

/// All files below a folder, by path (with slashes).
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read(entry.path()).unwrap())
    });
    files.collect()
}

fn fixtures(program: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports").join(program)
}
