//! The program: a file, and where needed a folder, per subcommand. `args.rs` in each holds its command line.

mod arguments;
pub mod build;
pub mod check;
pub mod import;
pub mod new;
pub mod schemas;
pub mod views;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use rayon::ThreadPoolBuilder;

use crate::diagnostics::failure::Failure;
use build::BuildArgs;
use check::CheckArgs;
use import::ImportCommand;
use new::NewArgs;
use views::ViewsCommand;

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
    Build(BuildArgs),
    /// Proof the newspaper without making it: what press would stop at, and what might be better
    Check(CheckArgs),
    /// Begin a story: its folder, and a text with all that press wants to know
    New(NewArgs),
    /// Take over the stories of another program
    #[command(subcommand)]
    Import(ImportCommand),
    /// How often stories are read: from and to the service that counts
    #[command(subcommand)]
    Views(ViewsCommand),
}

/// Runs the program, by the arguments that it was started with.
pub fn run() -> ExitCode {
    // This thread is one of those that work, instead of waiting for others: handing over takes time, and happens often.
    if let Err(error) = ThreadPoolBuilder::new().use_current_thread().build_global() {
        eprintln!("press: cannot start to work on all cores: {error}");
        return ExitCode::FAILURE;
    }
    let command = Cli::parse().command;
    let tells_all = matches!(&command, Command::Build(BuildArgs { all: true, .. }));
    let done = match command {
        Command::Build(arguments) => arguments.run(),
        Command::Check(arguments) => return arguments.run(),
        Command::New(arguments) => arguments.run(),
        Command::Import(command) => command.run(),
        Command::Views(command) => command.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            match failure {
                Failure::Mistakes(mistakes) if !tells_all => eprintln!("{}", mistakes.digest()),
                failure => eprintln!("{failure}"),
            }
            ExitCode::FAILURE
        }
    }
}
