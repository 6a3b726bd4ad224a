//! Runs the press as a program.

use std::path::Path;
use std::process::Command;

/// How a run ended.
#[derive(Debug)]
pub struct Outcome {
    /// The exit code; `None` if it was killed.
    pub code: Option<i32>,
    /// What it wrote to stdout.
    pub told: String,
    /// What it wrote to stderr.
    pub said: String,
}

impl Outcome {
    /// Asserts that press succeeded and wrote nothing to stderr.
    pub fn succeeds(&self) {
        assert_eq!((self.code, self.said.as_str()), (Some(0), ""));
    }
}

/// The press, to be run in `folder`, without the variables that a caller may have set for it.
pub fn press(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_press"));
    command.current_dir(folder).env_remove("SOURCE_DATE_EPOCH").env_remove("VIEWS_REDIS");
    command
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Outcome {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Outcome { code: output.status.code(), told: text(output.stdout), said: text(output.stderr) }
}
