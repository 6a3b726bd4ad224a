//! A separate press room for each test, and the program `press` in it.

use crate::folder::Folder;
use crate::outcome::{Outcome, press, run};
use std::collections::BTreeMap;
use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::Command;

use journal::model::Document;
use journal::route::Route;
use press::content::inventory::Inventory;
use press::edition::{Edition, EditionOptions, read_edition};
use press::locale::clock::Clock;
use press::pictures::Pictures;
use press::stories::cache::StoryCache;
use walkdir::WalkDir;

use super::reader::Page;

/// The time of the test editions.
pub const NOW: &str = "2026-11-24T12:00:00+02:00";

/// The usual arguments: Trunk's shell is in `staging`, the site goes to `site`.
pub const PLAIN: [&str; 6] = ["--shell", "staging/index.html", "--out", "site", "--now", NOW];

/// The app as wasm-bindgen might write it; its bytes never change.
pub const GLUE: &str = "// Glue.
export class IntoUnderlyingSink { close() { return 'nobody calls this'; } }
function initSync(module) { return module; }
async function __wbg_init(options) {
  if (options === undefined) throw new Error('a text that repeats itself, repeats itself, repeats itself, repeats itself');
  return options;
}
export { initSync, __wbg_init as default };
";
pub const WASM: &[u8] = b"\0asm\x01\0\0\0";

const INDEX: &str = include_str!("../../../../index.html");
const TRUNK: &str = include_str!("../../../../Trunk.toml");

/// A folder with `content/`, `style/` and `staging/`.
pub struct Room {
    folder: Folder,
}

/// A picture with several colours.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let picture =
        image::RgbImage::from_fn(width, height, |x, y| image::Rgb([(x * y % 251) as u8, (x % 256) as u8, 90]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

impl Deref for Room {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.folder
    }
}

impl Room {
    /// A press room for the test `name`, with a shell for a site served at `/`.
    pub fn named(name: &str) -> Room {
        let room = Room { folder: Folder::empty(Path::new("printing").join(name)) };
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/printing");
        for part in ["content", "style"] {
            room.copy(&fixtures.join(part), part);
        }
        room.stage("staging", "/", "0a1b2c3d4e5f6071");
        room
    }

    /// A room with its first site, pressed with the usual arguments.
    pub fn with_site(name: &str) -> Room {
        let room = Room::named(name);
        room.press(&PLAIN).succeeds();
        room
    }

    /// Copies all files below the folder `from` into a folder of the room.
    pub fn copy(&self, from: &Path, to: &str) {
        for (file, content) in tree(from) {
            self.write(&format!("{to}/{file}"), content);
        }
    }

    /// Writes to `folder` what scripts/search builds.
    pub fn bring_worker(&self, folder: &str) {
        self.copy(&worker(), folder);
    }

    /// Writes what Trunk puts into its staging folder: the built index.html, the app named with `hash`, `public/`.
    pub fn stage(&self, folder: &str, public_url: &str, hash: &str) {
        let [js, wasm] = ["js", "wasm"].map(|kind| trunks_name(hash, kind));
        let trunk: toml::Table = TRUNK.parse().unwrap();
        let script = trunk["build"]["pattern_script"].as_str().unwrap();
        let script = script.replace("{base}", public_url).replace("{js}", &js).replace("{wasm}", &wasm);
        let index = INDEX.lines().map(|line| match line {
            line if line.contains("data-trunk rel=\"rust\"") => script.as_str(),
            line if line.contains("data-trunk") => "",
            line => line,
        });
        let index = index.collect::<Vec<_>>().join("\n") + "\n";
        assert!(index.contains(&js) && index.contains(&wasm) && !index.contains("data-trunk"), "not a shell: {index}");
        self.write(&format!("{folder}/index.html"), index);
        self.write(&format!("{folder}/{js}"), GLUE);
        self.write(&format!("{folder}/{wasm}"), WASM);
        for (file, content) in tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../public")) {
            self.write(&format!("{folder}/{file}"), content);
        }
    }

    /// Runs `press build` in the room.
    pub fn press(&self, arguments: &[&str]) -> Outcome {
        self.press_with(arguments, &[])
    }

    /// Runs `press build` in the room, with these environment variables and none of the caller's that press reads.
    pub fn press_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Outcome {
        self.press_in("", arguments, variables)
    }

    /// Runs `press build` in a folder of the room.
    pub fn press_in(&self, folder: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Outcome {
        run(&mut self.program_in(folder, arguments, variables))
    }

    /// The command `press build` in a folder of the room.
    pub fn program_in(&self, folder: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Command {
        let mut command = press(&self.path(folder));
        command.arg("build").args(arguments);
        if !arguments.contains(&"--cache") {
            command.arg("--cache").arg(pictures_cache().parent().unwrap());
        }
        // Trunk's shell has no search worker, a kept one does.
        let is_given = ["--worker", "--no-search"].iter().any(|option| arguments.contains(option));
        if !is_given && arguments.iter().any(|argument| argument.ends_with("index.html")) {
            command.arg("--worker").arg(worker());
        }
        for name in [
            "PRESS_COUNTER",
            "PRESS_DRAFTS",
            "SOURCE_DATE_EPOCH",
            "TRUNK_PROFILE",
            "TRUNK_PUBLIC_URL",
            "TRUNK_SOURCE_DIR",
            "TRUNK_STAGING_DIR",
        ] {
            command.env_remove(name);
        }
        command.envs(variables.iter().copied());
        command
    }

    /// The edition that press should have made, for a site below `base`.
    pub fn edition(&self, base: &str) -> Edition {
        let clock = Clock::read(Some(NOW)).unwrap();
        let inventory = Inventory::take(&self.path("content"));
        let pictures = Pictures::develop(&inventory, &self.path("content"), &pictures_cache()).unwrap();
        let content = self.path("content");
        let options = EditionOptions { content: &content, base, clock: &clock, drafts: false };
        read_edition(&inventory, &options, &pictures, &mut StoryCache::default()).unwrap()
    }

    /// Every page of the site in the room with its address and document, the page for unknown addresses last.
    pub fn pages(&self) -> Vec<(String, Document, Page)> {
        let read = |file: &str| Page::parse(&self.read(&format!("site/{file}")));
        let mut pages: Vec<(String, Document, Page)> = Vec::new();
        for (route, document) in self.edition("").documents().unwrap() {
            pages.push((route.path(), document, read(&format!(".{}index.html", route.path()))));
        }
        pages.push((String::from("/404.html"), Document::Missing, read("404.html")));
        pages
    }

    /// A page of the site in the room.
    pub fn page(&self, address: &str) -> Page {
        assert!(Route::parse(address).is_some(), "{address} is not a page");
        Page::parse(&self.read(&format!("site{address}index.html")))
    }

    /// All files below a folder of the room.
    pub fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        tree(&self.path(folder))
    }

    /// The names of the files and folders directly in the room.
    pub fn entries(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("")).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The file of the site in `folder` whose name has the form `assets/<stem>.<hash>.<ending>`.
    pub fn asset(&self, folder: &str, stem: &str, ending: &str) -> String {
        let files = self.tree(folder).into_keys();
        let (start, end) = (format!("assets/{stem}."), format!(".{ending}"));
        let found: Vec<String> = files.filter(|file| file.starts_with(&start) && file.ends_with(&end)).collect();
        let [file] = found.try_into().unwrap_or_else(|found| panic!("{start}*{end} is {found:?}"));
        file
    }

    /// The common start of the names of a picture's files in `site`: `assets/lamp.<hash>`.
    pub fn picture(&self, stem: &str) -> String {
        let social = self
            .tree("site")
            .into_keys()
            .find(|file| file.starts_with(&format!("assets/{stem}.")) && file.ends_with("-social.jpg"));
        String::from(social.unwrap().trim_end_matches("-social.jpg"))
    }
}

/// The folder of a search worker, as wasm-bindgen writes it.
fn worker() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/printing/worker")
}

/// Trunk's name for a file of the app.
pub fn trunks_name(hash: &str, kind: &str) -> String {
    let suffix = if kind == "wasm" { "_bg" } else { "" };
    format!("odessa-journal-{hash}{suffix}.{kind}")
}

/// All files below a folder, by path (with slashes).
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(folder).follow_links(true).into_iter().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read(entry.path()).unwrap())
    });
    files.collect()
}

/// All rooms share this cache, since most have the same pictures.
fn pictures_cache() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cache/pictures")
}

/// Asserts that two folders are the same; a failure names the first file that differs.
pub fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, content) in one {
        assert!(*content == other[name], "{name} differs");
    }
}
