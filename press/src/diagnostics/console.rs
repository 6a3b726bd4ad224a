//! The one place through which press talks: to stdout what was asked for, to stderr everything else.

use std::fmt::{Arguments, Display};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Instant;

use anstyle::{AnsiColor, Style};

/// How much press says of its own accord.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Verbosity {
    /// Only warnings and errors.
    Quiet,
    /// What an editor wants to know of a run that went well, too.
    #[default]
    Normal,
    /// How long each step took, too.
    Verbose,
}

static VERBOSITY: AtomicU8 = AtomicU8::new(Verbosity::Normal as u8);

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const DETAIL: Style = Style::new().dimmed();

/// Decides how much the program says from now on.
pub fn set_verbosity(verbosity: Verbosity) {
    VERBOSITY.store(verbosity as u8, Ordering::Relaxed);
}

/// Whether something of this weight is said.
pub fn says(verbosity: Verbosity) -> bool {
    VERBOSITY.load(Ordering::Relaxed) >= verbosity as u8
}

/// Says that something has happened, on stdout.
pub fn say(line: Arguments<'_>) {
    if says(Verbosity::Normal) {
        print(format_args!("press: {line}\n"));
    }
}

/// Says something that only `--verbose` asks for.
pub fn detail(line: Arguments<'_>) {
    if says(Verbosity::Verbose) {
        to_stderr(DETAIL, format_args!("press: {line}"));
    }
}

/// Does a step of a command. `--verbose` then says how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    detail(format_args!("{:>7.1} ms {name}", start.elapsed().as_secs_f64() * 1000.0));
    done
}

/// Says what to do next, or that something takes time.
pub fn hint(line: Arguments<'_>) {
    if says(Verbosity::Normal) {
        to_stderr(Style::new(), format_args!("press: {line}"));
    }
}

/// Warns of something that did not stop the command.
pub fn warn(line: Arguments<'_>) {
    to_stderr(WARNING, format_args!("press: {line}"));
}

/// Says why the command failed.
pub fn error(failure: impl Display) {
    to_stderr(ERROR, format_args!("{failure}"));
}

/// Writes what the command was asked for, whatever the verbosity. Whoever closes the pipe has read enough.
///
/// # Errors
/// Stdout cannot be written to.
pub fn write(text: &str) -> io::Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Whether stderr is a terminal, in which something may move.
pub fn is_terminal() -> bool {
    io::stderr().is_terminal()
}

fn print(text: Arguments<'_>) {
    // There is nobody left to tell.
    _ = io::stdout().lock().write_fmt(text);
}

/// Prints text on stderr; its first line in a style, if stderr is a terminal and `NO_COLOR` does not object.
fn to_stderr(style: Style, text: Arguments<'_>) {
    let text = text.to_string();
    let (first, rest) = text.split_at(text.find('\n').unwrap_or(text.len()));
    _ = writeln!(anstream::stderr().lock(), "{style}{first}{style:#}{rest}");
}
