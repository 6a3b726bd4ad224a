//! Starts a second press that builds the search of an edition that has already been handed to Trunk, so that a
//! saved change is visible sooner.

use std::path::Path;
use std::process::{Command, Stdio};

use super::Pipeline;
use crate::diagnostics::console;

/// The variables that Trunk sets for its hooks. The second press must follow its arguments instead.
const OF_TRUNK: [&str; 4] = ["TRUNK_PROFILE", "TRUNK_PUBLIC_URL", "TRUNK_SOURCE_DIR", "TRUNK_STAGING_DIR"];

/// Starts a second press without waiting for it. It replaces the edition of `pipeline` with the same edition and its
/// search, whose worker is in the folder `worker`. `more` are further arguments.
pub fn press_afterwards(pipeline: &Pipeline, worker: &Path, more: &[String]) {
    let start = || {
        let mut press = Command::new(std::env::current_exe()?);
        press.arg("build").arg("--content").arg(&pipeline.content).arg("--style").arg(&pipeline.style);
        press.arg("--shell").arg(pipeline.out.join("shell.html")).arg("--out").arg(&pipeline.out);
        press.arg("--cache").arg(&pipeline.cache).arg("--worker").arg(worker).args(more);
        for name in OF_TRUNK {
            press.env_remove(name);
        }
        // The first press has already printed everything.
        press.stdin(Stdio::null()).stdout(Stdio::null()).spawn().map(drop)
    };
    if let Err(error) = start() {
        console::warn(format_args!("the search is not built because a second press cannot be started: {error}"));
    }
}
