//! `press views` on the command line.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand};

use super::pull::Pull;
use super::seed::Seed;
use crate::commands::arguments::seconds;
use crate::diagnostics::failure::Failure;
use crate::locale::clock::Clock;
use crate::locale::environment::variable;

/// What is done with the numbers.
#[derive(Debug, Subcommand)]
pub enum ViewsCommand {
    /// Ask the service for the numbers of all stories, and keep them in views.json for the next edition
    Pull(PullArgs),
    /// Put the numbers of views.json into a Redis that does not know them yet, so that it goes on from there
    Seed(SeedArgs),
}

/// How numbers are pulled.
#[derive(Args, Debug)]
pub struct PullArgs {
    /// The folder of the stories
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Where the service is [default: as [views] in site.toml says]
    #[arg(long)]
    address: Option<String>,
    /// How many seconds to wait for each answer
    #[arg(long, default_value = "10", value_parser = seconds)]
    timeout: Duration,
    /// The time of the pull: RFC 3339, or local to the newspaper [default: SOURCE_DATE_EPOCH, else the clock]
    #[arg(long)]
    now: Option<String>,
}

/// How numbers are put in.
#[derive(Args, Debug)]
pub struct SeedArgs {
    /// The folder with views.json
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Redis, its user and password [default: $VIEWS_REDIS, else as deploy/views/ has it]
    #[arg(long)]
    redis: Option<String>,
    /// How many seconds to wait for Redis
    #[arg(long, default_value = "10", value_parser = seconds)]
    timeout: Duration,
}

/// The Redis of `make views`.
const OWN_REDIS: &str = "redis://seeder:change-me-seeder@127.0.0.1:7371";

impl ViewsCommand {
    /// Pulls or seeds, and says what became of it.
    ///
    /// # Errors
    /// See [`Pull::run`] and [`Seed::run`].
    pub fn run(self) -> Result<(), Failure> {
        match self {
            ViewsCommand::Pull(arguments) => pull(arguments),
            ViewsCommand::Seed(arguments) => seed(arguments),
        }
    }
}

fn pull(arguments: PullArgs) -> Result<(), Failure> {
    let PullArgs { content, address, timeout, now } = arguments;
    let pulled = Pull { content, address, timeout, clock: Clock::read(now.as_deref())? }.run()?;
    println!("press: views of {} stories", pulled.stories - pulled.kept);
    if let Some(reason) = pulled.reason {
        eprintln!("press: {} stories keep the numbers they had: {reason}", pulled.kept);
    }
    Ok(())
}

fn seed(arguments: SeedArgs) -> Result<(), Failure> {
    let redis = match arguments.redis {
        Some(redis) => redis,
        None => variable("VIEWS_REDIS")?.unwrap_or_else(|| String::from(OWN_REDIS)),
    };
    let seeded = Seed { content: arguments.content, redis, timeout: arguments.timeout }.run()?;
    println!("press: numbers of {} stories put in, {} were there", seeded.new, seeded.known);
    Ok(())
}
