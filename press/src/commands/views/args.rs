//! The command line of `press views`.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand};

use super::pull::{Doubt, Pull};
use super::seed::Seed;
use crate::commands::arguments::seconds;
use crate::diagnostics::console;
use crate::diagnostics::escaped::escaped;
use crate::diagnostics::failure::Failure;
use crate::locale::clock::Clock;
use crate::locale::environment::variable;

/// The subcommands of `press views`.
#[derive(Debug, Subcommand)]
pub enum ViewsCommand {
    /// Fetch the view counts of all stories and write them to views.json for the next edition
    Pull(PullArgs),
    /// Tell Redis which stories to count, and load the counts of views.json that it does not have yet; run it after
    /// each press
    Seed(SeedArgs),
}

/// The options of `press views pull`.
#[derive(Args, Debug)]
pub struct PullArgs {
    /// The content folder
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// The address of the service [default: from the views table in site.toml]
    #[arg(long)]
    address: Option<String>,
    /// Seconds to wait for each response
    #[arg(long, default_value = "10", value_parser = seconds)]
    timeout: Duration,
    /// The address of a story whose count is right although it is smaller than before, or has grown implausibly; may be
    /// repeated
    #[arg(long, value_name = "STORY")]
    accept: Vec<String>,
    /// The time of the pull: RFC 3339 or the newspaper's local time [default: SOURCE_DATE_EPOCH or the current time]
    #[arg(long)]
    now: Option<String>,
}

/// The options of `press views seed`.
#[derive(Args, Debug)]
pub struct SeedArgs {
    /// The content folder
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// The URL of Redis, with user and password [default: $VIEWS_REDIS, or the Redis of make views]
    #[arg(long)]
    redis: Option<String>,
    /// Seconds to wait for Redis
    #[arg(long, default_value = "10", value_parser = seconds)]
    timeout: Duration,
}

/// The Redis of `make views`.
const OWN_REDIS: &str = "redis://seeder:change-me-seeder@127.0.0.1:7371";

/// How many implausible counts a pull lists.
const DOUBTS_SHOWN: usize = 10;

impl ViewsCommand {
    /// Runs the subcommand and prints the result.
    ///
    /// # Errors
    /// The content cannot be read, or the service does not answer.
    pub fn run(self) -> Result<(), Failure> {
        match self {
            ViewsCommand::Pull(arguments) => pull(arguments),
            ViewsCommand::Seed(arguments) => seed(arguments),
        }
    }
}

fn pull(arguments: PullArgs) -> Result<(), Failure> {
    let PullArgs { content, address, timeout, accept, now } = arguments;
    let pulled = Pull { content, address, timeout, accept, clock: Clock::read(now.as_deref())? }.run()?;
    console::say(format_args!("fetched the views of {} stories", pulled.stories - pulled.kept));
    if let Some(reason) = pulled.reason {
        console::warn(format_args!(
            "{} stories keep their previous counts: {}",
            pulled.kept,
            escaped(&reason.to_string())
        ));
    }
    for Doubt { address, number, why } in pulled.doubts.iter().take(DOUBTS_SHOWN) {
        console::warn(format_args!(
            "{address} keeps its previous count: {number} is {why}; if it is right, add --accept {address}"
        ));
    }
    if let Some(more) = pulled.doubts.len().checked_sub(DOUBTS_SHOWN).filter(|more| *more > 0) {
        console::warn(format_args!("{more} more stories keep their previous counts for the same reason"));
    }
    Ok(())
}

fn seed(arguments: SeedArgs) -> Result<(), Failure> {
    let redis = match arguments.redis {
        Some(redis) => redis,
        None => variable("VIEWS_REDIS")?.unwrap_or_else(|| String::from(OWN_REDIS)),
    };
    let seeded = Seed { content: arguments.content, redis, timeout: arguments.timeout }.run()?;
    console::say(format_args!("loaded the counts of {} stories, {} already had one", seeded.new, seeded.known));
    console::say(format_args!("readings of {} stories are counted", seeded.stories));
    Ok(())
}
