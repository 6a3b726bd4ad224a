//! chromedriver: one process per test, on a port of its own, with a profile of its own. It ends with the test.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A running chromedriver.
pub struct Service {
    process: Child,
    /// Kept open: chromedriver may still want to write to it.
    _output: BufReader<ChildStdout>,
    port: u16,
    profile: PathBuf,
}

impl Service {
    /// Starts chromedriver on a free port.
    pub fn start() -> Service {
        let process = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut process = process.expect("chromedriver on PATH: scripts/test-tools installs it");
        let mut output = BufReader::new(process.stdout.take().expect("its output"));
        let port = loop {
            let mut line = String::new();
            assert!(output.read_line(&mut line).is_ok_and(|read| read > 0), "chromedriver ended without a port");
            if let Some((_, port)) = line.trim_end().trim_end_matches('.').split_once("successfully on port ") {
                break port.parse().expect("a port");
            }
        };
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let name = format!("profile-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        Service { process, _output: output, port, profile: Path::new(env!("CARGO_TARGET_TMPDIR")).join(name) }
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A folder for the browser's profile that goes when the service ends.
    pub fn profile(&self) -> &Path {
        &self.profile
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // Whatever of this fails leaves a folder below target/ and no more.
        self.process.kill().ok();
        self.process.wait().ok();
        fs::remove_dir_all(&self.profile).ok();
    }
}
