//! `press check`.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{Check, Report};
use crate::diagnostics::console;
use crate::diagnostics::failure::Failure;
use crate::diagnostics::severity::Severity;
use crate::locale::clock::Clock;
use clap::Args;

/// Errors stop `press build`; warnings do not. docs/check.md describes all rules
#[derive(Args)]
#[command(after_help = "Exit code: 0 if there are no errors, 1 if there are some or the check itself failed, \
                        2 if the command line is not valid, 3 if there are only warnings and --strict is given.")]
pub struct CheckArgs {
    /// Report only on these files and folders; press always reads all of the content [default: all]
    paths: Vec<PathBuf>,
    /// The content folder
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Check drafts and scheduled stories, too, as if they were published
    #[arg(long)]
    drafts: bool,
    /// List every finding, instead of grouping many of the same kind
    #[arg(long)]
    all: bool,
    /// Print every finding as JSON, for other programs
    #[arg(long)]
    json: bool,
    /// Exit with code 3 if there are warnings
    #[arg(long)]
    strict: bool,
    /// Decode all pictures, too, to find damaged ones; this takes long
    #[arg(long)]
    unpack: bool,
    /// The time to compare dates with: RFC 3339, or local to the newspaper [default: SOURCE_DATE_EPOCH, else the clock]
    #[arg(long)]
    now: Option<String>,
}

impl CheckArgs {
    /// Checks the content and prints the report.
    pub fn run(self) -> ExitCode {
        let CheckArgs { all, json, strict, .. } = self;
        let read = self.read().and_then(|report| {
            let text = match (json, all) {
                (true, _) => report.json()?,
                (false, true) => report.to_string(),
                (false, false) => report.digest(),
            };
            console::write(&text).map_err(Failure::file("write", "stdout".as_ref()))?;
            Ok(report)
        });
        match read {
            Ok(report) if report.count(Severity::Error) > 0 => ExitCode::FAILURE,
            Ok(report) if strict && report.count(Severity::Warning) > 0 => ExitCode::from(3),
            Ok(_) => ExitCode::SUCCESS,
            Err(failure) => {
                console::error(failure);
                ExitCode::FAILURE
            }
        }
    }

    fn read(self) -> Result<Report, Failure> {
        let CheckArgs { paths, content, drafts, unpack, now, .. } = self;
        Check { content, paths, unpack, drafts, clock: Clock::read(now.as_deref())? }.read()
    }
}
