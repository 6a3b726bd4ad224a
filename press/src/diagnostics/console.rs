//! All console output: requested results and what a command has done go to stdout, everything else to stderr.

use std::fmt::{Arguments, Display};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Instant;

use anstyle::{AnsiColor, Style};

use super::escaped::{escaped, escaped_lines};

/// How much press prints besides requested results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Verbosity {
    /// Only warnings and errors.
    Quiet,
    /// Also what a successful run has done.
    #[default]
    Normal,
    /// Also how long each step took.
    Verbose,
}

static VERBOSITY: AtomicU8 = AtomicU8::new(Verbosity::Normal as u8);

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const DETAIL: Style = Style::new().dimmed();

/// Sets how much press prints from now on.
pub fn set_verbosity(verbosity: Verbosity) {
    VERBOSITY.store(verbosity as u8, Ordering::Relaxed);
}

/// Whether messages at this verbosity are printed.
pub fn says(verbosity: Verbosity) -> bool {
    VERBOSITY.load(Ordering::Relaxed) >= verbosity as u8
}

/// Prints what has happened, on stdout.
pub fn say(line: Arguments<'_>) {
    if says(Verbosity::Normal) {
        print(format_args!("press: {}\n", escaped(&line.to_string())));
    }
}

/// Prints a detail on stderr, only with `--verbose`.
pub fn detail(line: Arguments<'_>) {
    if says(Verbosity::Verbose) {
        to_stderr(DETAIL, format_args!("press: {}", escaped(&line.to_string())));
    }
}

/// Runs a step of a command. With `--verbose`, prints how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    detail(format_args!("{:>7.1} ms {name}", start.elapsed().as_secs_f64() * 1000.0));
    done
}

/// Prints what to do next, or that something takes time, on stderr.
pub fn hint(line: Arguments<'_>) {
    if says(Verbosity::Normal) {
        to_stderr(Style::new(), format_args!("press: {}", escaped(&line.to_string())));
    }
}

/// Warns about something that did not stop the command.
pub fn warn(line: Arguments<'_>) {
    to_stderr(WARNING, format_args!("press: {line}"));
}

/// Prints why the command failed.
pub fn error(failure: impl Display) {
    to_stderr(ERROR, format_args!("{failure}"));
}

/// Writes a requested result to stdout, at any verbosity, as it is: names in it are to be [escaped](super::escaped). A
/// pipe closed by its reader is not an error.
///
/// # Errors
/// Stdout cannot be written to.
pub fn write(text: &str) -> io::Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Whether stderr is a terminal, which can show a progress bar.
pub fn is_terminal() -> bool {
    io::stderr().is_terminal()
}

fn print(text: Arguments<'_>) {
    // There is nowhere to report an error.
    _ = io::stdout().lock().write_all(escaped_lines(&text.to_string()).as_bytes());
}

/// Prints text on stderr, its first line styled if stderr is a terminal and `NO_COLOR` is not set.
fn to_stderr(style: Style, text: Arguments<'_>) {
    let text = text.to_string();
    let text = escaped_lines(&text);
    let (first, rest) = text.split_at(text.find('\n').unwrap_or(text.len()));
    _ = writeln!(anstream::stderr().lock(), "{style}{first}{style:#}{rest}");
}
