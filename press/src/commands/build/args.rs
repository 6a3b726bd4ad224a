//! The command line of `press build`.

use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use journal::model::Counter;

use super::Pipeline;
use super::afterwards::press_afterwards;
use super::trunk::TrunkHandover;
use crate::diagnostics::console;
use crate::diagnostics::failure::Failure;
use crate::locale::clock::Clock;
use crate::locale::environment::{switch, value, variable};
use crate::output::compression::Compress;
use crate::site::search::Search;

/// The defaults are for Trunk's post_build hook: without options, press fills the folder that Trunk is about to
/// publish. If site.toml names no counter and one listens at $PRESS_COUNTER (host:port), pages request it at the
/// newspaper's own host.
#[derive(Args, Debug)]
pub struct BuildArgs {
    /// The content folder [default: content]
    #[arg(long)]
    content: Option<PathBuf>,
    /// The stylesheets folder [default: style]
    #[arg(long)]
    style: Option<PathBuf>,
    /// Trunk's built index.html, or the shell.html of a site [default: Trunk's, else dist/shell.html]
    #[arg(long)]
    shell: Option<PathBuf>,
    /// The folder to write the site to [default: Trunk's, else dist]
    #[arg(long)]
    out: Option<PathBuf>,
    /// The folder for what later editions reuse, such as pictures [default: target/press]
    #[arg(long)]
    cache: Option<PathBuf>,
    /// Include drafts and scheduled stories [default: if PRESS_DRAFTS is 1, true, yes or on]
    #[arg(long)]
    drafts: bool,
    /// Rebuild all pages, even those that are up to date; the site is the same, byte for byte
    #[arg(long)]
    clean: bool,
    /// The folder of the search worker, as built by scripts/search [default: below target/search for Trunk's
    /// builds, else the worker of the site that the shell is from]
    #[arg(long)]
    worker: Option<PathBuf>,
    /// Leave out the search; the search page then says that the search cannot be reached
    #[arg(long, conflicts_with = "worker")]
    no_search: bool,
    /// Precompress wasm, JavaScript, CSS and SVG with brotli and gzip [default: in Trunk's release builds]
    #[arg(long)]
    compress: bool,
    /// Also precompress pages and documents, for hosts that do not compress: from 1 (fast) to 11 (small)
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u32).range(1..=11))]
    compress_pages: Option<u32>,
    /// List every error, not only the first places of each kind
    #[arg(long)]
    pub all: bool,
    /// The time of the edition: RFC 3339 or the newspaper's local time [default: SOURCE_DATE_EPOCH or the current time]
    #[arg(long)]
    now: Option<String>,
}

impl BuildArgs {
    /// The arguments, apart from folders, with which a second press makes the same edition.
    fn for_the_press_afterwards(&self) -> Vec<String> {
        let switches = [("--drafts", self.drafts), ("--compress", self.compress)];
        let values =
            [("--now", self.now.clone()), ("--compress-pages", self.compress_pages.map(|level| level.to_string()))];
        let switches = switches.into_iter().filter(|(_, on)| *on).map(|(name, _)| String::from(name));
        let values = values.into_iter().filter_map(|(name, value)| Some([String::from(name), value?])).flatten();
        switches.chain(values).collect()
    }

    /// Builds the edition. If it is handed over without its search, starts a second press for that.
    ///
    /// # Errors
    /// See [`Pipeline::run`].
    pub fn run(self) -> Result<(), Failure> {
        let build = self;
        let (source, staging) = (variable("TRUNK_SOURCE_DIR")?, variable("TRUNK_STAGING_DIR")?);
        let release = variable("TRUNK_PROFILE")?.as_deref() == Some("release");
        let root = PathBuf::from(source.unwrap_or_default());
        let staging = staging.map(PathBuf::from);
        let cache = build.cache.clone().unwrap_or_else(|| root.join("target/press"));
        let (out, shell) = match &staging {
            // A separate site for each, because every page refers to the app, and they have different ones.
            Some(folder) => (cache.join(if release { "built" } else { "served" }), folder.join("index.html")),
            None => (PathBuf::from("dist"), PathBuf::from("dist/shell.html")),
        };
        // With an explicit --out, do not hand over to Trunk.
        let hand_over =
            staging.filter(|_| build.out.is_none()).map(|folder| TrunkHandover { folder, linked: !release });
        let search = search_of(&build, hand_over.as_ref(), &root);
        let more = build.for_the_press_afterwards();
        let pipeline = Pipeline {
            content: build.content.unwrap_or_else(|| root.join("content")),
            style: build.style.unwrap_or_else(|| root.join("style")),
            shell: build.shell.unwrap_or(shell),
            out: build.out.unwrap_or(out),
            hand_over,
            cache,
            clean: build.clean,
            drafts: switch("PRESS_DRAFTS")? || build.drafts,
            public_url: variable("TRUNK_PUBLIC_URL")?,
            search,
            compress: match build.compress_pages {
                Some(level) => Compress::Everything { level },
                None if build.compress || release => Compress::LongLived,
                None => Compress::Nothing,
            },
            clock: Clock::read(build.now.as_deref())?,
            counter: value("PRESS_COUNTER", "an address such as 127.0.0.1:7373", |text| text.parse().ok())?
                .and_then(local_counter),
        };
        pipeline.run()?;
        if let Search::Later { worker } = &pipeline.search {
            press_afterwards(&pipeline, worker, &more);
        }
        Ok(())
    }
}

/// The counter at this address of this machine, if one is running. The server of the newspaper proxies requests to it.
fn local_counter(address: SocketAddr) -> Option<Counter> {
    TcpStream::connect_timeout(&address, Duration::from_millis(200)).ok()?;
    console::say(format_args!("views are counted at {address}"));
    Some(Counter::Redis(String::new()))
}

/// How the search is built. In a development build, that can be after the edition is handed over.
fn search_of(build: &BuildArgs, hand_over: Option<&TrunkHandover>, root: &Path) -> Search {
    if build.no_search {
        return Search::LeftOut;
    }
    let Some(hand_over) = hand_over else { return Search::Made { worker: build.worker.clone() } };
    let folder = root.join("target/search").join(if hand_over.linked { "served" } else { "built" });
    let there = || folder.join("search.js").is_file().then_some(folder);
    match build.worker.clone().or_else(there) {
        None if hand_over.linked => {
            console::say(format_args!(
                "leaving out the search because its worker is missing; build it with scripts/search served, as \
                 make serve does"
            ));
            Search::LeftOut
        }
        Some(worker) if hand_over.linked && hand_over.can_link() => Search::Later { worker },
        worker => Search::Made { worker },
    }
}
