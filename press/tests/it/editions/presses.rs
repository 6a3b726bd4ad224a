//! Builds the editions of a newsroom: incrementally or from scratch, with the library or with the program, which may be
//! killed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant, SystemTime};

use press::commands::build::Pipeline;
use press::commands::build::trunk::TrunkHandover;
use press::diagnostics::console::{Verbosity, set_verbosity};
use press::locale::clock::Clock;
use press::output::compression::Compress;
use press::site::search::Search;

use super::filing::tree;
use super::newsroom::Newsroom;

const SHELL: &str =
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<!--POLICY-->\n<!--HEAD-->\n</head>\n<body></body>\n</html>\n";

impl Newsroom {
    fn run(&self, out: &str, cache: &str, clean: bool) -> Result<usize, String> {
        // What hundreds of editions report is not of interest.
        set_verbosity(Verbosity::Quiet);
        let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/printing/style");
        let shell = self.folder.join(if self.by_trunk { out } else { "shell" });
        if self.by_trunk && shell.exists() {
            fs::remove_dir_all(&shell).unwrap();
        }
        // The clean build copies files and the other one links them; the site must be the same.
        let hand_over = self.by_trunk.then(|| TrunkHandover { folder: shell.clone(), linked: !clean });
        let out = self.folder.join(if self.by_trunk { format!("{cache}/edition") } else { String::from(out) });
        fs::create_dir_all(&shell).unwrap();
        fs::write(shell.join("index.html"), SHELL).unwrap();
        let worker = worker();
        let is_later = self.by_trunk && !clean;
        let made = Search::Made { worker: Some(worker.clone()) };
        let pipeline = |shell: PathBuf, hand_over, search| Pipeline {
            content: self.folder.join("content"),
            style: style.clone(),
            shell,
            out: out.clone(),
            cache: self.folder.join(cache),
            clean,
            drafts: false,
            public_url: None,
            search,
            compress: Compress::Nothing,
            clock: Clock::At(self.now()),
            counter: None,
            hand_over,
        };
        let search = if is_later { Search::Later { worker } } else { made.clone() };
        let pages =
            pipeline(shell.join("index.html"), hand_over, search).run().map_err(|failure| failure.to_string())?;
        if is_later {
            // Does the work of the second press, which the first one starts.
            assert_eq!(
                pipeline(out.join("shell.html"), None, made).run().map_err(|failure| failure.to_string()),
                Ok(pages)
            );
        }
        Ok(pages)
    }

    /// Whether Trunk runs press.
    pub fn is_by_trunk(&self) -> bool {
        self.by_trunk
    }

    /// Builds the next edition.
    pub fn press(&self) -> Result<usize, String> {
        self.run("site", "cache", false)
    }

    /// Builds it from scratch, as if it were the first.
    pub fn press_from_nothing(&self) -> Result<usize, String> {
        self.run("clean", "clean-cache", true)
    }

    /// The command that builds the next edition.
    fn program(&self) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_press"));
        let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/printing/style");
        let now = self.now().to_string();
        program.current_dir(&self.folder).args(["build", "--now", &now, "--content", "content", "--style"]).arg(style);
        program.args(["--shell", "shell/index.html", "--out", "site", "--cache", "cache", "--worker"]).arg(worker());
        for name in [
            "PRESS_COUNTER",
            "PRESS_DRAFTS",
            "SOURCE_DATE_EPOCH",
            "TRUNK_PUBLIC_URL",
            "TRUNK_SOURCE_DIR",
            "TRUNK_STAGING_DIR",
        ] {
            program.env_remove(name);
        }
        program.stdout(Stdio::null()).stderr(Stdio::piped());
        program
    }

    /// Runs it to completion.
    pub fn run_program(&self) {
        let output = self.program().output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// How far it gets in total, in the unit of `way`.
    pub fn whole_way(&self) -> u64 {
        let mut way = 0;
        let status = self.stop_program(|come| {
            way = come;
            false
        });
        assert!(status.success(), "{status}");
        way
    }

    /// Starts it, and kills it at `moment`, in the unit of `way`. Returns how far it got, or none if it had finished.
    pub fn kill_program_at(&self, moment: u64) -> Option<u64> {
        let mut way = 0;
        let status = self.stop_program(|come| {
            way = come;
            come >= moment
        });
        (!status.success()).then_some(way)
    }

    /// Starts it, and kills it as soon as its progress is `enough`.
    fn stop_program(&self, mut enough: impl FnMut(u64) -> bool) -> ExitStatus {
        let (mut program, begin) = (self.program().spawn().unwrap(), Instant::now());
        loop {
            if let Some(status) = program.try_wait().unwrap() {
                return status;
            }
            if way(&program, begin).is_some_and(&mut enough) {
                program.kill().ok();
                return program.wait().unwrap();
            }
            // Sleep, since a sleeping thread is woken promptly even on a busy machine.
            std::thread::sleep(Duration::from_micros(20));
        }
    }

    /// Builds the next edition and returns the files that were rewritten.
    pub fn press_and_tell(&self) -> Vec<String> {
        std::thread::sleep(std::time::Duration::from_millis(20));
        let begin = SystemTime::now();
        std::thread::sleep(std::time::Duration::from_millis(20));
        self.press().unwrap();
        let is_new =
            |name: &String| fs::metadata(self.folder.join("site").join(name)).unwrap().modified().unwrap() > begin;
        self.site().into_keys().filter(is_new).collect()
    }

    /// The site's files.
    pub fn site(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.folder.join("site"))
    }

    /// The files of the site that was built from scratch.
    pub fn site_from_nothing(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.folder.join("clean"))
    }

    /// Damages the cache for the next edition.
    pub fn damage(&self, how: &str) {
        let cache = self.folder.join("cache");
        // Changes one byte in the middle, where the content is. Of a blob file an edition reads only parts: change all.
        let change = |name: &str, whole: bool| {
            let mut bytes = fs::read(cache.join(name)).unwrap();
            let middle = bytes.len() / 2;
            let from = if whole { 8 } else { middle };
            let to = if whole { bytes.len() } else { middle + 1 };
            bytes[from..to].iter_mut().for_each(|byte| *byte ^= 1);
            fs::write(cache.join(name), bytes).unwrap();
        };
        match how {
            "truncated" => {
                let stories = fs::read(cache.join("stories")).unwrap();
                fs::write(cache.join("stories"), &stories[..stories.len() / 2]).unwrap();
            }
            "changed" => ["stories", "inventory", "originals", "styles"].iter().for_each(|name| change(name, false)),
            "of another version" => {
                let stories = fs::read(cache.join("stories")).unwrap();
                fs::write(cache.join("stories"), [b"press attic  ", &stories[13..]].concat()).unwrap();
            }
            "blobs changed" => change("stories.blobs", true),
            "blobs missing" => fs::remove_file(cache.join("stories.blobs")).unwrap(),
            "ledger changed" => change("search.ledger", false),
            "ledger missing" => fs::remove_file(cache.join("search.ledger")).unwrap(),
            "names changed" => change("search", false),
            "file lists missing" => fs::remove_dir_all(cache.join("sites")).unwrap(),
            _ => panic!("unknown damage: {how}"),
        }
    }
}

/// The folder of a search worker, as wasm-bindgen writes it.
fn worker() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/printing/worker")
}

/// How far a run has got: the number of its read and write calls, which does not depend on its share of the CPU. On
/// systems without that number, the elapsed microseconds. None once the run has finished.
fn way(program: &Child, begin: Instant) -> Option<u64> {
    if !Path::new("/proc/self/io").exists() {
        return u64::try_from(begin.elapsed().as_micros()).ok();
    }
    let said = fs::read_to_string(format!("/proc/{}/io", program.id())).ok()?;
    let calls = |line: &str| line.strip_prefix("syscr: ").or(line.strip_prefix("syscw: "))?.parse::<u64>().ok();
    Some(said.lines().filter_map(calls).sum())
}

/// Asserts that two sites are the same; a failure names the first file that differs.
pub fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>, when: &str) {
    let missing: Vec<&String> = other.keys().filter(|name| !one.contains_key(*name)).collect();
    let left: Vec<&String> = one.keys().filter(|name| !other.contains_key(*name)).collect();
    assert!(missing.is_empty() && left.is_empty(), "after {when}, missing: {missing:?}; left over: {left:?}");
    for (name, content) in one {
        assert!(*content == other[name], "after {when} {name} differs");
    }
}
