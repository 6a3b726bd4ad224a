//! WebDriver servers: one process per browser, with its own port and its own profile. It ends with the test.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::browser::DEADLINE;

/// A WebDriver server.
pub struct Driver {
    /// Its name on PATH.
    program: &'static str,
    /// The text that it prints before its port.
    announcement: &'static str,
}

/// Drives Chromium.
pub const CHROMEDRIVER: Driver = Driver { program: "chromedriver", announcement: "successfully on port " };

/// Drives Firefox.
pub const GECKODRIVER: Driver = Driver { program: "geckodriver", announcement: "Listening on 127.0.0.1:" };

/// A running driver.
pub struct Service {
    process: Child,
    /// Kept open: the driver may still write to it.
    _output: BufReader<ChildStdout>,
    port: u16,
    profile: PathBuf,
}

impl Service {
    /// Starts a driver on a free port.
    pub fn start(driver: &Driver) -> Service {
        // chromedriver looks for a port that is free for both IPv4 and IPv6, and now and then fails at first.
        (0..5).find_map(|_| Service::try_start(driver)).expect("a driver with a port")
    }

    fn try_start(driver: &Driver) -> Option<Service> {
        let Driver { program, announcement } = driver;
        let process = Command::new(program).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut process = process.unwrap_or_else(|error| panic!("{program} ({error}): scripts/test-tools installs it"));
        let mut output = BufReader::new(process.stdout.take().expect("its output"));
        let port = loop {
            let mut line = String::new();
            if output.read_line(&mut line).is_ok_and(|read| read > 0) {
                if let Some((_, port)) = line.trim_end().trim_end_matches('.').split_once(announcement) {
                    break port.parse().expect("a port");
                }
            } else {
                process.wait().ok();
                return None;
            }
        };
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let name = format!("profile-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        Some(Service { process, _output: output, port, profile })
    }

    /// Ends a session and its browser, and waits until that is done, without async: when a failed test gets here, its
    /// runtime may be gone. `browser` is the browser's process, which is killed if the driver does not answer: it would
    /// outlive the driver.
    pub fn end(&self, session: &str, browser: Option<u64>) {
        let asked = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut stream| {
            stream.set_read_timeout(Some(DEADLINE))?;
            let port = self.port;
            write!(
                stream,
                "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
            )?;
            let mut answer = [0; 12];
            stream.read_exact(&mut answer)?;
            Ok(answer.ends_with(b" 200"))
        });
        if let (Err(_) | Ok(false), Some(browser)) = (asked, browser) {
            Command::new("kill").arg(browser.to_string()).status().ok();
        }
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A folder for the browser's profile, removed when the service ends.
    pub fn profile(&self) -> &Path {
        &self.profile
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // If any of this fails, only a folder below target/ is left over.
        self.process.kill().ok();
        self.process.wait().ok();
        fs::remove_dir_all(&self.profile).ok();
    }
}
