//! The command line. Each subcommand has a file and, if it is large, a folder, whose `args.rs` defines its arguments.

mod arguments;
pub mod build;
pub mod check;
pub mod headers;
pub mod import;
pub mod new;
pub mod schemas;
pub mod views;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use rayon::ThreadPoolBuilder;

use crate::diagnostics::console::{self, Verbosity};
use crate::diagnostics::failure::Failure;
use build::BuildArgs;
use check::CheckArgs;
use headers::HeadersArgs;
use import::ImportCommand;
use new::NewArgs;
use views::ViewsCommand;

/// Presses a newspaper: stories in, a static site out
#[derive(Parser)]
#[command(version)]
struct Cli {
    /// Print how long each step takes, too
    #[arg(long, short, global = true, conflicts_with = "quiet")]
    verbose: bool,
    /// Print only warnings and errors
    #[arg(long, short, global = true)]
    quiet: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the site: every page as HTML, every document as JSON
    Build(BuildArgs),
    /// Check the content without building the site: errors that stop press, and warnings
    Check(CheckArgs),
    /// Start a story: a folder, and a file with all the keys that press needs
    New(NewArgs),
    /// Import the stories of another program
    #[command(subcommand)]
    Import(ImportCommand),
    /// Print the headers of a site as the configuration of a web server
    Headers(HeadersArgs),
    /// Fetch and load view counts
    #[command(subcommand)]
    Views(ViewsCommand),
}

/// Runs the program with the arguments it was started with.
pub fn run() -> ExitCode {
    // This thread works, too, instead of waiting for the others: handing over work takes time and happens often.
    if let Err(error) = ThreadPoolBuilder::new().use_current_thread().build_global() {
        console::error(format_args!("press: cannot start a thread per core: {error}"));
        return ExitCode::FAILURE;
    }
    let Cli { verbose, quiet, command } = Cli::parse();
    console::set_verbosity(match (verbose, quiet) {
        (true, _) => Verbosity::Verbose,
        (_, true) => Verbosity::Quiet,
        _ => Verbosity::Normal,
    });
    let shows_all = matches!(&command, Command::Build(BuildArgs { all: true, .. }));
    let done = match command {
        Command::Build(arguments) => arguments.run(),
        Command::Check(arguments) => return arguments.run(),
        Command::New(arguments) => arguments.run(),
        Command::Import(command) => command.run(),
        Command::Headers(arguments) => arguments.run(),
        Command::Views(command) => command.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            match failure {
                Failure::Mistakes(mistakes) if !shows_all => console::error(mistakes.digest()),
                failure => console::error(failure),
            }
            ExitCode::FAILURE
        }
    }
}
