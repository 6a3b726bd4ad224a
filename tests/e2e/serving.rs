//! The development server: its pages have the policy of the published ones, and a saved file reloads them.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use crate::browser::{Browser, Device};
use crate::server::dist;

const SITE: &str = "base_url = \"https://small.example/\"\nname = \"The Small\"\ntagline = \"Small\"\ndescription = \"Small\"\nlanguage = \"en\"\n\
                    time_zone = \"Europe/Kyiv\"\n[[sections]]\nslug = \"town\"\nname = \"Town\"\ncolour = \"#9b2226\"\n";

/// A newspaper of one story, served by Trunk with this project's settings. It has no app, which Trunk would compile.
struct Desk {
    folder: PathBuf,
    trunk: Child,
    port: u16,
}

impl Desk {
    fn open() -> Desk {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the project");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("serving");
        let _ = fs::remove_dir_all(&folder);
        let write = |path: &str, text: &str| {
            let file = folder.join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, text).expect("a file");
        };
        let page = fs::read_to_string(root.join("index.html")).expect("index.html");
        let page: Vec<&str> = page.lines().filter(|line| !line.contains("data-trunk")).collect();
        write("index.html", &page.join("\n"));
        let settings = fs::read_to_string(root.join("Trunk.toml")).expect("Trunk.toml");
        let watched = settings.lines().find(|line| line.starts_with("watch = ")).expect("what is watched");
        let (own, _) = settings.split_once("[[hooks]]").expect("the hook, at the end");
        let arguments = ["build", "--no-search", "--content", "content", "--style"].map(String::from);
        let arguments = [&arguments[..], &[root.join("style").to_string_lossy().into_owned()]].concat();
        let press = root.join("target/debug/press");
        let hook =
            format!("[[hooks]]\nstage = \"post_build\"\ncommand = {press:?}\ncommand_arguments = {arguments:?}\n");
        let settings: String = [own.replace(watched, "watch = [\"content\", \"index.html\"]"), hook].concat();
        write("Trunk.toml", &settings);
        write("content/site.toml", SITE);
        write("content/about.md", "+++\ntitle = \"About\"\n+++\nWords.\n");
        write("content/authors/jane.md", "+++\nname = \"Jane Roe\"\n+++\n");
        write_story(&folder, "The lamp");
        let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port();
        let log = File::create(folder.join("trunk.log")).expect("a log");
        let trunk = Command::new("trunk")
            .args(["serve", "--port", &port.to_string()])
            .current_dir(&folder)
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            .env_remove("NO_COLOR")
            .stdout(log.try_clone().expect("a log"))
            .stderr(log)
            .spawn()
            .expect("trunk: scripts/tools installs it");
        Desk { folder, trunk, port }
    }

    fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.join("trunk.log")).unwrap_or_default()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.trunk.kill().and_then(|()| self.trunk.wait()).ok();
    }
}

fn write_story(folder: &Path, headline: &str) {
    let file = folder.join("content/town/lamp/index.md");
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    let text = format!("+++\ntitle = \"{headline}\"\ndate = 2026-11-10T09:30:00\nauthors = [\"jane\"]\n+++\nWords.\n");
    fs::write(file, text).expect("a story");
}

#[tokio::test]
async fn a_saved_story_reloads_a_page_with_the_policy() {
    let (mut desk, browser) = (Desk::open(), Browser::start(Device::Desktop).await);
    browser.wait("the site is served", || desk.folder.join("dist/town/lamp/index.html").is_file()).await;
    let served = || std::net::TcpStream::connect(("127.0.0.1", desk.port)).is_ok();
    browser.wait("Trunk listens", served).await;
    browser.load(&desk.address("/town/lamp/")).await;
    browser.shows("The lamp").await;
    let policy = "document.querySelector('meta[http-equiv=Content-Security-Policy]').content";
    let policy: String = browser.eval(policy).await;
    let published = fs::read_to_string(dist().join("404.html")).expect("a page");
    for directive in
        ["default-src 'none';script-src 'self' 'wasm-unsafe-eval' 'nonce-", "base-uri 'none';form-action 'self'"]
    {
        assert!(policy.contains(directive), "{policy}");
    }
    assert!(!policy.contains("unsafe-inline") && !published.contains("'nonce-"), "{policy}");

    browser.mark().await;
    write_story(&desk.folder, "The lamp is lit");
    browser.shows("The lamp is lit").await;
    assert!(!browser.view().await.marked, "the page was reloaded");
    // The small newspaper has no icons.
    let console = browser.console().await;
    let unexpected: Vec<_> = console.iter().filter(|entry| !entry.message.contains("404")).collect();
    assert!(unexpected.is_empty(), "{unexpected:#?}");
    assert!(desk.trunk.try_wait().expect("Trunk's state").is_none(), "{}", desk.log());
}
