//! The press that comes afterwards: it makes the search of an edition that Trunk has by then, so that what was saved is seen before it.

use std::path::Path;
use std::process::{Command, Stdio};

use super::Pipeline;

/// Variables that a press heeds which Trunk calls. This one is to do as it is told.
const OF_TRUNK: [&str; 4] = ["TRUNK_PROFILE", "TRUNK_PUBLIC_URL", "TRUNK_SOURCE_DIR", "TRUNK_STAGING_DIR"];

/// Starts it, and does not wait for it. It puts the same edition as that of `pipeline`, with its search, in its place; the worker is in the
/// folder `worker`. `more` is what else was asked for.
pub fn press_afterwards(pipeline: &Pipeline, worker: &Path, more: &[String]) {
    let start = || {
        let mut press = Command::new(std::env::current_exe()?);
        press.arg("build").arg("--content").arg(&pipeline.content).arg("--style").arg(&pipeline.style);
        press.arg("--shell").arg(pipeline.out.join("shell.html")).arg("--out").arg(&pipeline.out);
        press.arg("--cache").arg(&pipeline.cache).arg("--worker").arg(worker).args(more);
        for name in OF_TRUNK {
            press.env_remove(name);
        }
        // What it would tell has been told.
        press.stdin(Stdio::null()).stdout(Stdio::null()).spawn().map(drop)
    };
    if let Err(error) = start() {
        eprintln!("press: the search is not made: no second press could be started: {error}");
    }
}
