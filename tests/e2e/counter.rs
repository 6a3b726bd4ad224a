//! The view counter as configured in `deploy/views/`: Redis, Webdis and nginx, on free ports of this machine and in a
//! folder of their own. They end with the test.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// The ports of Redis, Webdis and nginx in `deploy/views/`.
const PORTS: [&str; 3] = ["7371", "7372", "7373"];

/// How long anything may take. Generous: the machine may be busy.
const DEADLINE: Duration = Duration::from_secs(120);

/// A running view counter.
pub struct Counter {
    folder: PathBuf,
    ports: [u16; 3],
    redis: Option<Child>,
    webdis: Option<Child>,
    nginx: Option<Child>,
}

impl Counter {
    /// Starts all three.
    pub fn start() -> Counter {
        Counter::with("maxmemory 256mb", "maxmemory 256mb")
    }

    /// Starts all three, Redis with room for fewer than a hundred thousand stories.
    pub fn small() -> Counter {
        Counter::with("maxmemory 256mb", "maxmemory 8mb")
    }

    /// Starts all three with `that` replaced by `this` in their configurations.
    pub fn with(that: &str, this: &str) -> Counter {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let name = format!("counter-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(folder.join("tmp")).expect("a folder");
        let ports = PORTS.map(|_| free_port());
        for entry in fs::read_dir(project().join("deploy/views")).expect("the configurations") {
            let path = entry.expect("a file").path();
            let mut text = fs::read_to_string(&path).expect("a text").replace(that, this);
            for (port, free) in PORTS.iter().zip(ports) {
                text = text.replace(port, &free.to_string());
            }
            if path.ends_with("users.acl") {
                text += "user observer on >change-me-observer -@all +dbsize +info\n";
            }
            fs::write(folder.join(path.file_name().expect("a name")), text).expect("room");
        }
        let mut counter = Counter { folder, ports, redis: None, webdis: None, nginx: None };
        counter.start_redis();
        let count = fs::read_to_string(project().join("press/src/commands/views/count.lua")).expect("a function");
        // Redis reads quotes and escapes as Rust writes them.
        assert_eq!(counter.redis("seeder", &format!("FUNCTION LOAD REPLACE {count:?}")), "views");
        counter.start_webdis();
        counter.nginx = Some(counter.run("nginx", &["-p", ".", "-c", "nginx.conf"]));
        counter.wait_for(ports[2]);
        counter
    }

    pub fn start_redis(&mut self) {
        self.redis = Some(self.run("redis-server", &["redis.conf"]));
        self.wait_for(self.ports[0]);
    }

    pub fn start_webdis(&mut self) {
        self.webdis = Some(self.run("webdis", &["webdis.json"]));
        self.wait_for(self.ports[1]);
    }

    /// Kills Redis, as a power cut would.
    pub fn kill_redis(&mut self) {
        kill(&mut self.redis);
    }

    pub fn kill_webdis(&mut self) {
        kill(&mut self.webdis);
    }

    /// Suspends Webdis, so that it accepts connections and answers nothing.
    pub fn suspend_webdis(&self) {
        signal("-STOP", self.webdis.as_ref().expect("it runs"));
    }

    /// The origin that browsers use.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.ports[2])
    }

    /// The port of Redis itself.
    pub fn redis_port(&self) -> u16 {
        self.ports[0]
    }

    /// Puts a story with a number into Redis, as `press views seed` does.
    pub fn seed(&self, key: &str, count: u64) {
        assert_eq!(self.redis("seeder", &format!("SET views:{key} {count}")), "+OK");
        self.list(&[key]);
    }

    /// Adds stories without numbers to those that are counted, as `press views seed` does.
    pub fn list(&self, keys: &[impl AsRef<str>]) {
        let keys: Vec<&str> = keys.iter().map(AsRef::as_ref).collect();
        assert_eq!(self.redis("seeder", &format!("SADD stories {}", keys.join(" "))), format!(":{}", keys.len()));
    }

    /// The number of keys in Redis, and the bytes of memory that they and all else in it take.
    pub fn fill(&self) -> (usize, usize) {
        let keys = self.redis("observer", "DBSIZE");
        let info = self.all("observer", "INFO memory");
        let used = info.iter().find_map(|line| line.strip_prefix("used_memory:")).expect("its memory");
        (keys.trim_start_matches(':').parse().expect("a number"), used.parse().expect("a number"))
    }

    /// The last line of the answer that Redis gives one of its users: `default`, which Webdis uses, or `seeder`.
    pub fn redis(&self, user: &str, command: &str) -> String {
        self.all(user, command).pop().unwrap_or_default()
    }

    /// All lines of the answer.
    pub fn all(&self, user: &str, command: &str) -> Vec<String> {
        let name = if user == "default" { "counter" } else { user };
        let mut stream = TcpStream::connect(("127.0.0.1", self.redis_port())).expect("Redis");
        stream.set_read_timeout(Some(DEADLINE)).expect("a time-out");
        write!(stream, "AUTH {user} change-me-{name}\r\n{command}\r\nQUIT\r\n").expect("a command");
        let mut lines: Vec<String> = BufReader::new(stream).lines().map_while(Result::ok).collect();
        assert_eq!(lines.pop().as_deref(), Some("+OK"), "Redis confirms QUIT");
        assert_eq!(lines.remove(0), "+OK", "{user} is authenticated");
        lines
    }

    /// How often `key` was counted, read directly from Redis.
    pub fn count(&self, key: &str) -> Option<u64> {
        self.redis("seeder", &format!("MGET views:{key}")).parse().ok()
    }

    /// How often `key` occurs in Redis's files: once for each time that its number was set or counted.
    pub fn written(&self, key: &str) -> usize {
        let files = fs::read_dir(self.folder.join("appendonlydir")).expect("a folder");
        let texts = files.map(|file| fs::read(file.expect("a file").path()).expect("commands"));
        texts.map(|text| String::from_utf8_lossy(&text).matches(&format!("views:{key}\r\n")).count()).sum()
    }

    /// Bytes of memory that Redis has in use.
    pub fn memory(&self) -> usize {
        let pid = self.redis.as_ref().expect("it runs").id();
        let status = fs::read_to_string(format!("/proc/{pid}/status")).expect("a process");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its memory");
        line.trim().trim_end_matches(" kB").parse::<usize>().expect("a number") * 1024
    }

    /// Everything that the three have logged: their output and log files, by file name.
    pub fn logs(&self) -> BTreeMap<String, String> {
        let entries = fs::read_dir(&self.folder).expect("a folder").map(|entry| entry.expect("a file").path());
        let logs =
            entries.filter(|path| path.extension().is_some_and(|extension| extension == "log" || extension == "out"));
        let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
        logs.map(|path| (name(&path), String::from_utf8_lossy(&fs::read(&path).expect("a log")).into_owned())).collect()
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Child {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.folder).stdin(Stdio::null());
        // Webdis has a log file of its own; its other output goes into this file.
        let log = File::options().create(true).append(true).open(self.folder.join(format!("{program}.out")));
        let log = log.expect("a file for its output");
        command.stdout(log.try_clone().expect("a handle")).stderr(log);
        command.spawn().unwrap_or_else(|error| panic!("{program} ({error}): scripts/test-tools installs it"))
    }

    fn wait_for(&self, port: u16) {
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(start.elapsed() < DEADLINE, "nothing is listening on port {port}: {:?}", self.folder);
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        // nginx has worker processes, which end only if it is asked to end.
        if let Some(nginx) = &mut self.nginx {
            signal("-TERM", nginx);
            nginx.wait().ok();
        }
        kill(&mut self.webdis);
        kill(&mut self.redis);
        fs::remove_dir_all(&self.folder).ok();
    }
}

/// The project's folder. The tests of press use this file, too.
fn project() -> &'static Path {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().find(|folder| folder.join("deploy").is_dir());
    above.expect("the project")
}

/// A free port that no outgoing connection takes before its server has started: those use ports from 32768 on.
fn free_port() -> u16 {
    const PORTS: std::ops::Range<u32> = 10_000..32_000;
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        // Each process starts at a different port.
        let number = std::process::id().wrapping_mul(97).wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed));
        let port = u16::try_from(PORTS.start + number % (PORTS.end - PORTS.start)).expect("a port");
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

fn signal(name: &str, process: &Child) {
    Command::new("kill").args([name, &process.id().to_string()]).status().ok();
}

fn kill(process: &mut Option<Child>) {
    if let Some(mut process) = process.take() {
        process.kill().ok();
        process.wait().ok();
    }
}
