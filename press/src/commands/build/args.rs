//! `press build` on the command line.

use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use journal::model::Counter;

use super::Pipeline;
use super::afterwards::press_afterwards;
use super::trunk::TrunkHandover;
use crate::diagnostics::failure::Failure;
use crate::locale::clock::Clock;
use crate::locale::environment::{switch, value, variable};
use crate::output::compression::Compress;
use crate::site::search::Search;

/// The defaults are for Trunk's post_build hook: without options press fills the folder that Trunk is about to publish.
/// Where site.toml names no counter and one listens at $PRESS_COUNTER (host:port), pages ask the newspaper's own host for it.
#[derive(Args, Debug)]
pub struct BuildArgs {
    /// The folder of the stories [default: content]
    #[arg(long)]
    content: Option<PathBuf>,
    /// The folder of the stylesheets [default: style]
    #[arg(long)]
    style: Option<PathBuf>,
    /// Trunk's built index.html, or the shell.html of a site [default: Trunk's, else dist/shell.html]
    #[arg(long)]
    shell: Option<PathBuf>,
    /// The folder of the site [default: Trunk's, else dist]
    #[arg(long)]
    out: Option<PathBuf>,
    /// The folder for what the next edition need not make again, such as pictures [default: target/press]
    #[arg(long)]
    cache: Option<PathBuf>,
    /// Show drafts, and stories whose time has not come, to those who write them [default: if PRESS_DRAFTS is 1, true, yes or on]
    #[arg(long)]
    drafts: bool,
    /// Make all pages again, even those that are kept from the last edition; the site is the same, byte for byte
    #[arg(long)]
    clean: bool,
    /// The folder of the worker that searches, as scripts/search leaves it [default: for Trunk's builds below target/search, else the
    /// worker of the site that the shell is from]
    #[arg(long)]
    worker: Option<PathBuf>,
    /// Leave out the search: the search page says that it could not be reached
    #[arg(long, conflicts_with = "worker")]
    no_search: bool,
    /// Put brotli and gzip files beside wasm, JavaScript, CSS and SVG [default: in a release build of Trunk]
    #[arg(long)]
    compress: bool,
    /// Put them beside pages and documents, too, for hosts that do not compress by themselves: from 1, quick, to 11, small
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u32).range(1..=11))]
    compress_pages: Option<u32>,
    /// List every mistake; without it many of one kind are one, with the first places
    #[arg(long)]
    pub all: bool,
    /// The time of the edition: RFC 3339, or local to the newspaper [default: SOURCE_DATE_EPOCH, else the clock]
    #[arg(long)]
    now: Option<String>,
}

impl BuildArgs {
    /// What a second press has to be asked for to make the same edition, but for the folders.
    fn for_the_press_afterwards(&self) -> Vec<String> {
        let switches = [("--drafts", self.drafts), ("--compress", self.compress)];
        let values =
            [("--now", self.now.clone()), ("--compress-pages", self.compress_pages.map(|level| level.to_string()))];
        let switches = switches.into_iter().filter(|(_, on)| *on).map(|(name, _)| String::from(name));
        let values = values.into_iter().filter_map(|(name, value)| Some([String::from(name), value?])).flatten();
        switches.chain(values).collect()
    }

    /// Makes the edition that is asked for; where it is handed over without its search, a second press makes that.
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
            // One for each: their app is another one, and stands on all pages.
            Some(folder) => (cache.join(if release { "built" } else { "served" }), folder.join("index.html")),
            None => (PathBuf::from("dist"), PathBuf::from("dist/shell.html")),
        };
        // Who is told where to write hands nothing over.
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
                .and_then(counter_beside),
        };
        pipeline.run()?;
        if let Search::Later { worker } = &pipeline.search {
            press_afterwards(&pipeline, worker, &more);
        }
        Ok(())
    }
}

/// The counter that runs at this address of this machine, if it does: the server of the newspaper passes on what is for it.
fn counter_beside(address: SocketAddr) -> Option<Counter> {
    TcpStream::connect_timeout(&address, Duration::from_millis(200)).ok()?;
    println!("press: views are counted at {address}");
    Some(Counter::Redis(String::new()))
}

/// What becomes of the search. Where an edition is looked at while it is written, that may be after it was handed over.
fn search_of(build: &BuildArgs, hand_over: Option<&TrunkHandover>, root: &Path) -> Search {
    if build.no_search {
        return Search::LeftOut;
    }
    let Some(hand_over) = hand_over else { return Search::Made { worker: build.worker.clone() } };
    let folder = root.join("target/search").join(if hand_over.linked { "served" } else { "built" });
    let there = || folder.join("search.js").is_file().then_some(folder);
    match build.worker.clone().or_else(there) {
        None if hand_over.linked => {
            println!(
                "press: the search is left out, for its worker is missing: scripts/search served builds it, as make serve does"
            );
            Search::LeftOut
        }
        Some(worker) if hand_over.linked && hand_over.can_link() => Search::Later { worker },
        worker => Search::Made { worker },
    }
}
