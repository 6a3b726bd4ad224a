//! A small newspaper for each case, and two ways to read it: in this process, and by the program with little memory.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use press::content::inventory::Inventory;
use press::diagnostics::diagnostic::Diagnostic;
use press::diagnostics::failure::Failure;
use press::edition::{Edition, EditionOptions, read_edition};
use press::locale::clock::Clock;
use press::pictures::Pictures;
use press::stories::cache::StoryCache;
use proptest::prelude::ProptestConfig;
use proptest::test_runner::FileFailurePersistence;

use super::judge;

const NOW: &str = "2026-11-24T12:00:00+02:00";

/// The kilobytes of memory that the program may use.
const MEMORY: u32 = 2 << 20;

/// How long the program may take. This does not measure speed: a run that takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// The front matter of a story.
pub const MATTER: &str = "+++\ntitle = \"A lamp\"\ndate = 2026-01-01\nauthors = \"jane\"\n+++\n";

pub const SITE: &str = r##"base_url = "https://harbour.example/"
name = "The Harbour Paper"
tagline = "Small, but complete"
description = "A small newspaper for tests."
language = "en"
time_zone = "Europe/Kyiv"
share = ["email"]

[[sections]]
slug = "town"
name = "Town"
colour = "#1d4e89"

[tags]
nato = "NATO"

[[footer]]
label = "About"
href = "/about/"
"##;

/// The configuration of a property with that many cases; `PROPTEST_CASES=20000` tries more.
pub fn config(cases: u32) -> ProptestConfig {
    let regressions = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fuzz/proptest-regressions.txt");
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig {
        cases,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(regressions))),
        ..ProptestConfig::default()
    }
}

/// A folder that contains `content/`.
pub struct Newsroom {
    folder: PathBuf,
}

impl Newsroom {
    /// A newspaper with an author, no stories, and these files.
    pub fn with(files: &[(&str, &[u8])]) -> Newsroom {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("fuzz").join(number.to_string());
        drop(fs::remove_dir_all(&folder));
        let room = Newsroom { folder };
        room.write("site.toml", SITE.as_bytes());
        room.write("about.md", b"+++\ntitle = \"About\"\n+++\nA paper.\n");
        room.write("authors/jane.md", b"+++\nname = \"Jane\"\n+++\n");
        for (file, content) in files {
            room.write(file, content);
        }
        room
    }

    fn write(&self, file: &str, content: &[u8]) {
        let path = self.folder.join("content").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// The number of lines in a file as an editor counts them, at least one; none if there is no such file.
    pub fn lines(&self, file: &str) -> Option<usize> {
        let bytes = fs::read(self.folder.join(file)).ok()?;
        let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n").replace('\r', "\n");
        Some(text.lines().count().max(1))
    }

    /// Reads it twice on rayon's threads and checks the result.
    pub fn read(&self) -> Result<Edition, Vec<Diagnostic>> {
        let (first, second) = (self.read_once(), self.read_once());
        judge::reading(self, &first);
        judge::same(&first, &second);
        first
    }

    fn read_once(&self) -> Result<Edition, Vec<Diagnostic>> {
        let content = self.folder.join("content");
        let clock = Clock::read(Some(NOW)).unwrap();
        let inventory = Inventory::take(&content);
        let (pictures, _) = Pictures::measure_all(&inventory, &content, true);
        let options = EditionOptions { content: &content, base: "/journal", clock: &clock, drafts: true };
        match read_edition(&inventory, &options, &pictures, &mut StoryCache::default()) {
            Ok(edition) => Ok(edition),
            Err(Failure::Mistakes(mistakes)) => Err(mistakes.into_vec()),
            Err(other) => panic!("{other}"),
        }
    }

    /// Runs `press check` on it with little memory. The program may find errors but must exit on its own.
    pub fn check(&self) -> serde_json::Value {
        self.check_within(MEMORY)
    }

    /// As [`Newsroom::check`], with so many kilobytes of memory.
    pub fn check_within(&self, memory: u32) -> serde_json::Value {
        let press = env!("CARGO_BIN_EXE_press");
        let command = format!("ulimit -v {memory}; exec \"$0\" check --json --drafts --unpack --now {NOW}");
        let mut child = Command::new("bash");
        child.args(["-c", &command, press]).current_dir(&self.folder).env_remove("RUST_BACKTRACE");
        // Keeps the size of the stacks independent of the machine.
        child.env_remove("RUST_MIN_STACK").env("RAYON_NUM_THREADS", "2");
        let output = patient(child);
        let said = String::from_utf8_lossy(&output.stderr);
        let start: String = said.chars().take(400).collect();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{}: {start}", output.status);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {start}"))
    }
}

impl Drop for Newsroom {
    /// Keeps the folder of a failed case for inspection.
    fn drop(&mut self) {
        if !thread::panicking() {
            drop(fs::remove_dir_all(&self.folder));
        }
    }
}

/// Waits for the program to exit, for at most `PATIENCE`.
fn patient(mut command: Command) -> Output {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let id = child.id();
    let (stdout, stderr) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let read = |mut pipe: Box<dyn std::io::Read + Send>| {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            pipe.read_to_end(&mut bytes).unwrap();
            bytes
        })
    };
    let (stdout, stderr) = (read(Box::new(stdout)), read(Box::new(stderr)));
    let begin = Instant::now();
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if begin.elapsed() > PATIENCE => {
                child.kill().unwrap();
                child.wait().unwrap();
                panic!("press {id} does not exit");
            }
            None => thread::sleep(Duration::from_millis(10)),
        }
    };
    Output { status, stdout: stdout.join().unwrap(), stderr: stderr.join().unwrap() }
}
