//! `press`: stories in, a site of plain HTML pages and JSON documents out.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use press::clock::Clock;
use press::compression::Compress;
use press::failure::Failure;
use press::pipeline::Pipeline;

/// The press of the newspaper
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make an edition: every page as HTML, every document as JSON
    Build(Build),
}

/// The defaults are for Trunk's post_build hook: without options press fills the folder that Trunk is about to publish.
#[derive(Args)]
struct Build {
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
    /// Put brotli and gzip files beside wasm, JavaScript, CSS and SVG [default: in a release build of Trunk]
    #[arg(long)]
    compress: bool,
    /// Put them beside pages and documents, too, for hosts that do not compress by themselves: from 1, quick, to 11, small
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u32).range(1..=11))]
    compress_pages: Option<u32>,
    /// The time of the edition: RFC 3339, or local to the newspaper [default: SOURCE_DATE_EPOCH, else the clock]
    #[arg(long)]
    now: Option<String>,
}

fn main() -> ExitCode {
    let Command::Build(build) = Cli::parse().command;
    match run(build) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(build: Build) -> Result<(), Failure> {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let (source, staging) = (variable("TRUNK_SOURCE_DIR"), variable("TRUNK_STAGING_DIR"));
    let release = variable("TRUNK_PROFILE").as_deref() == Some("release");
    let root = PathBuf::from(source.unwrap_or_default());
    let site = staging.map_or_else(|| (PathBuf::from("dist"), "shell.html"), |folder| (folder.into(), "index.html"));
    let pipeline = Pipeline {
        content: build.content.unwrap_or_else(|| root.join("content")),
        style: build.style.unwrap_or_else(|| root.join("style")),
        shell: build.shell.unwrap_or_else(|| site.0.join(site.1)),
        out: build.out.unwrap_or(site.0),
        cache: build.cache.unwrap_or_else(|| root.join("target/press")),
        public_url: variable("TRUNK_PUBLIC_URL"),
        compress: match build.compress_pages {
            Some(level) => Compress::Everything { level },
            None if build.compress || release => Compress::LongLived,
            None => Compress::Nothing,
        },
        clock: Clock::read(build.now.as_deref())?,
    };
    pipeline.run()?;
    Ok(())
}
