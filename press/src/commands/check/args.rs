//! `press check`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use super::{Check, Report};
use crate::diagnostics::failure::Failure;
use crate::diagnostics::severity::Severity;
use crate::locale::clock::Clock;
use clap::Args;

/// Errors are what `press build` would stop at; warnings are what might be better. docs/check.md describes all rules.
#[derive(Args)]
#[command(after_help = "Exit code: 0 if there are no errors, 1 if there are some or the check itself failed, \
                        2 if the command cannot be understood, 3 if there are only warnings and --strict is given.")]
pub struct CheckArgs {
    /// Tell only what is in these files and folders; the whole is read in any case [default: all]
    paths: Vec<PathBuf>,
    /// The folder of the stories
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Proof drafts, too, and read stories whose time has not come as if it had
    #[arg(long)]
    drafts: bool,
    /// List every finding; without it many of one kind are one, with the first places
    #[arg(long)]
    all: bool,
    /// Print JSON, for other programs; it has every finding
    #[arg(long)]
    json: bool,
    /// End with code 3 if there are warnings
    #[arg(long)]
    strict: bool,
    /// Unpack all pictures, too, to find those that are damaged in the middle; this takes long
    #[arg(long)]
    unpack: bool,
    /// The time that dates are compared with: RFC 3339, or local to the newspaper [default: SOURCE_DATE_EPOCH, else the clock]
    #[arg(long)]
    now: Option<String>,
}

impl CheckArgs {
    /// Proofs the newspaper and prints the galley.
    pub fn run(self) -> ExitCode {
        let CheckArgs { all, json, strict, .. } = self;
        let read = self.read().and_then(|report| {
            let text = match (json, all) {
                (true, _) => report.json()?,
                (false, true) => report.to_string(),
                (false, false) => report.digest(),
            };
            // Who has read enough has closed the pipe.
            drop(std::io::stdout().write_all(text.as_bytes()));
            Ok(report)
        });
        match read {
            Ok(report) if report.count(Severity::Error) > 0 => ExitCode::FAILURE,
            Ok(report) if strict && report.count(Severity::Warning) > 0 => ExitCode::from(3),
            Ok(_) => ExitCode::SUCCESS,
            Err(failure) => {
                eprintln!("{failure}");
                ExitCode::FAILURE
            }
        }
    }

    fn read(self) -> Result<Report, Failure> {
        let CheckArgs { paths, content, drafts, unpack, now, .. } = self;
        Check { content, paths, unpack, drafts, clock: Clock::read(now.as_deref())? }.read()
    }
}
